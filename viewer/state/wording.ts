import type { GraphViewFact, ViewFactuality, ViewSpeaker } from "../../src/view/graph-view.ts";
import { labelOf, type ViewIndex } from "./view-index.ts";
import type { ViewState } from "./view-state.ts";
import { findHiddenAtFirst, type Visible } from "./visible.ts";

/** Names and meanings of the factuality values, for people. */
export const FACTUALITY_WORDS: Readonly<
  Record<ViewFactuality, { readonly name: string; readonly meaning: string }>
> = {
  certain: { name: "certain", meaning: "stated as fact" },
  probable: { name: "probable", meaning: "said to be likely" },
  possible: { name: "possible", meaning: "said to be possible: may, might, could" },
  proposed: { name: "proposed", meaning: "planned, offered or called for; not done" },
  hypothetical: { name: "hypothetical", meaning: "only under a condition or as a purpose" },
  unknown: { name: "unknown", meaning: "said to be open" },
  negated: { name: "negated", meaning: "said not to be so" },
  ruled_out: { name: "ruled out", meaning: "its doer excludes it" },
};

/** How sure a fact is, in words; what lies ahead is not so yet. */
export function sureness({ factuality, temporality }: GraphViewFact): { name: string; meaning: string } {
  const { name, meaning } = FACTUALITY_WORDS[factuality];
  return temporality === "future"
    ? { name: `${name}, ahead`, meaning: `${meaning}; not yet so` }
    : { name, meaning };
}

/** Whether the words of a fact alone say how sure it is. */
export function isPlain({ factuality, temporality }: GraphViewFact): boolean {
  return factuality === "certain" && temporality !== "future";
}

export type LineStyle = "solid" | "dashed" | "dotted";

/** How a fact's line is drawn. Negated and ruled-out ones are red besides. */
export function lineStyle(factuality: ViewFactuality): LineStyle {
  if (factuality === "certain") return "solid";
  return factuality === "unknown" ? "dotted" : "dashed";
}

export function isDenied(factuality: ViewFactuality): boolean {
  return factuality === "negated" || factuality === "ruled_out";
}

export function relationLabel(index: ViewIndex, fact: GraphViewFact): string {
  return index.relations.get(fact.relation)?.label ?? fact.relation;
}

/** One line that reads as a sentence, e.g. "Leila Haddad met Émile Duroc". */
export function factSentence(index: ViewIndex, fact: GraphViewFact): string {
  return `${labelOf(index, fact.source)} ${relationLabel(index, fact)} ${labelOf(index, fact.target)}`;
}

/** "said by Andriy Yermak, told by …": the chain of sources, nearest first. */
export function speakerLine(speakers: readonly ViewSpeaker[]): string {
  return speakers
    .map(({ speaker, verb, addressee, setting }) => {
      const words = [`${speaker} (${verb})`];
      if (addressee !== null) words.push(`to ${addressee}`);
      if (setting !== null) words.push(`at a ${setting}`);
      return words.join(" ");
    })
    .join(", according to ");
}

/** "Andriy Yermak (say)": the nearest source; undefined where the article itself says it. */
export function nearestSource(speakers: readonly ViewSpeaker[]): string | undefined {
  const nearest = speakers[0];
  return nearest === undefined ? undefined : `${nearest.speaker} (${nearest.verb})`;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function dayInWords(date: string): string | undefined {
  const parts = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (parts === null) return undefined;
  const month = MONTHS[Number(parts[2]) - 1];
  if (month === undefined) return undefined;
  const words = [
    parts[3] === undefined ? "" : String(Number(parts[3])),
    month,
    parts[1] === "-" ? "" : parts[1],
  ];
  return words.filter((word) => word !== "").join(" ");
}

/**
 * An ISO date or interval in words, without regard to the reader's time zone; anything else as it is.
 *
 * @example
 * dateInWords("2025-08-22"); // "22 August 2025"
 * dateInWords("--08-22"); // "22 August"
 */
export function dateInWords(date: string): string {
  const [from, to] = date.split("/");
  if (from !== undefined && to !== undefined) {
    if (from === "..") return `until ${dateInWords(to)}`;
    if (to === "..") return `from ${dateInWords(from)}`;
    return `${dateInWords(from)} to ${dateInWords(to)}`;
  }
  return dayInWords(date) ?? date;
}

/** "1 fact", "2 facts". */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** "101 facts of 119; 18 with dates and other values are not in the picture". */
export function countShown(index: ViewIndex, state: ViewState, visible: Visible): string {
  const shown = countOf(visible.facts.length, "fact");
  const all = index.view.facts.length;
  if (visible.facts.length === all) return shown;
  const atFirst = findHiddenAtFirst(index, state, visible).length;
  const why =
    atFirst === 0
      ? ""
      : `; ${atFirst} with dates and other values ${atFirst === 1 ? "is" : "are"} not in the picture`;
  return `${shown} of ${all}${why}`;
}
