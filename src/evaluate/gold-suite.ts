import { codePointOffsets } from "../model/span.ts";
import { type GoldEntity, type GoldFact, parseObject, readGoldEntities, readGoldFacts } from "./gold.ts";
import { EvaluationInputError } from "./input-error.ts";
import type { GoldArticle } from "./score.ts";

/** Which part of the gold an article belongs to: tuning may look at `development` only. */
export type SuitePart = "development" | "heldOut";

/** An article with its gold. */
export interface SuiteArticle extends GoldArticle {
  /** File name without ending. */
  readonly slug: string;
  /** The text that the offsets of gold count in, where the folder holds it. */
  readonly text: string | null;
  readonly part: SuitePart;
}

const FACTS_ENDING = ".facts.jsonl";

/**
 * Reads the files of a gold folder: `SLUG.facts.jsonl`, `SLUG.entities.jsonl`, `SLUG.txt`, and `split.json`, which names
 * the held-out articles; without it, all are development.
 *
 * @param files text by file name
 * @param folder its path, for errors
 * @throws {@link EvaluationInputError} naming the file and what is wrong with it
 */
export function readGoldSuite(files: ReadonlyMap<string, string>, folder: string): readonly SuiteArticle[] {
  const heldOut = readHeldOut(files.get("split.json"));
  const slugs = [...files.keys()]
    .filter((name) => name.endsWith(FACTS_ENDING))
    .map((name) => name.slice(0, -FACTS_ENDING.length))
    .sort();
  if (slugs.length === 0) throw new EvaluationInputError(folder, `no *${FACTS_ENDING} in it`);
  return slugs.map((slug) => {
    const factsName = slug + FACTS_ENDING;
    const entitiesName = `${slug}.entities.jsonl`;
    const facts = readGoldFacts(files.get(factsName) ?? "", factsName);
    const entities: readonly GoldEntity[] = readGoldEntities(files.get(entitiesName) ?? "", entitiesName);
    const text = files.get(`${slug}.txt`) ?? null;
    if (text !== null) checkPassages(facts, text, factsName);
    return { slug, facts, entities, text, part: heldOut.has(slug) ? "heldOut" : "development" };
  });
}

function readHeldOut(split: string | undefined): ReadonlySet<string> {
  if (split === undefined) return new Set();
  const slugs = parseObject(split, "split.json")["heldOut"];
  if (!Array.isArray(slugs))
    throw new EvaluationInputError("split.json", "heldOut is not a list of articles");
  return new Set(slugs.map(String));
}

function checkPassages(facts: readonly GoldFact[], text: string, name: string): void {
  const length = codePointOffsets(text).toCodePoints(text.length);
  for (const { id, evidence, moreEvidence } of facts) {
    for (const { start, end } of [evidence, ...moreEvidence]) {
      if (start < 0 || start >= end || end > length) {
        throw new EvaluationInputError(
          `${name}, ${id}`,
          `no passage ${start}–${end} in ${length} characters`,
        );
      }
    }
  }
}
