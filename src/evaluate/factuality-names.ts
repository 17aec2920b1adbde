import { FACTUALITIES, type Factuality } from "../model/fact.ts";
import { asWords } from "./text-normalisation.ts";

/** Other names for the eight values: FactBank's codes, and words that extraction systems use. */
const OTHER_NAMES: ReadonlyMap<string, Factuality> = new Map([
  ["ct+", "certain"],
  ["pr+", "probable"],
  ["ps+", "possible"],
  ["ct-", "negated"],
  ["pr-", "negated"],
  ["ps-", "negated"],
  ["uu", "unknown"],
  ["ctu", "unknown"],
  ["factual", "certain"],
  ["asserted", "certain"],
  ["fact", "certain"],
  ["actual", "certain"],
  ["true", "certain"],
  ["reported", "certain"],
  ["likely", "probable"],
  ["expected", "probable"],
  ["negative", "negated"],
  ["denied", "negated"],
  ["false", "negated"],
  ["counterfactual", "hypothetical"],
  ["conditional", "hypothetical"],
  ["planned", "proposed"],
  ["intended", "proposed"],
  ["considered", "proposed"],
  ["suggested", "proposed"],
  ["ruledout", "ruled_out"],
  ["ruled out", "ruled_out"],
  ["rejected", "ruled_out"],
  ["excluded", "ruled_out"],
  ["underspecified", "unknown"],
  ["uncertain", "possible"],
]);

/** One of the eight values, or `invalid:` and what was given. */
export function factualityNamed(name: string): string {
  const given = name.trim();
  const direct = OTHER_NAMES.get(given.toLowerCase());
  if (direct !== undefined) return direct;
  const words = asWords(given).trim().toLowerCase();
  const value = (OTHER_NAMES.get(words) ?? words).replaceAll(" ", "_");
  return FACTUALITIES.some((factuality) => factuality === value) ? value : `invalid:${value}`;
}
