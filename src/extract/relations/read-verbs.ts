import type { Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree } from "../tree/sentence-tree.ts";
import type { ActiveFrame } from "./active-frame.ts";
import { readCasualties } from "./read-casualties.ts";
import { readChanges } from "./read-changes.ts";
import { readCharges } from "./read-charges.ts";
import { readErrands } from "./read-errands.ts";
import { readLexicon, readPositions } from "./read-lexicon-verbs.ts";
import { readOpen } from "./read-open-verbs.ts";
import { readPrices } from "./read-prices.ts";
import { readActsBeside, readLightVerb, readReciprocal } from "./read-shared-acts.ts";
import { readStates } from "./read-states.ts";
import { readValues } from "./read-values.ts";
import { VerbArguments } from "./verb-arguments.ts";

/**
 * Reads the relations of one verb: those the lexicon knows for it and for each of its prepositions, that of a noun it only
 * carries ("held talks with"), that among its subjects ("X and Y met"); only where there is none, one made from its words.
 */
export function readVerb(
  context: ReadingContext,
  tree: SentenceTree,
  frame: ActiveFrame,
): readonly Reading[] {
  const verb = new VerbArguments(context, tree, frame);
  const positions = readPositions(verb);
  // Whoever is elected mayor holds the office: that they were elected to it says no more.
  const readings = readLexicon(verb).filter(
    ({ relation }) => positions.length === 0 || relation !== "electedTo",
  );
  const carried = readings.some((reading) => reading.rule.endsWith("/object")) ? [] : readLightVerb(verb);
  const known = [...readings, ...carried, ...readValues(verb)];
  const found = [...known, ...readReciprocal(verb, known)];
  // "serves as mayor" is said by the office; who elected the mayor is said by the verb's own words.
  const { subjects } = frame;
  const holds = positions.some(({ subject }) => subjects.some((node) => node === subject.node));
  const isSaid = found.length > 0 || (positions.length > 0 && (holds || subjects.length === 0));
  // The day of a death says no more of it than that: the dead are dead besides.
  const dated = found.length > 0 && found.every(({ relation }) => relation === "diedOn");
  const states = isSaid ? [] : readStates(verb);
  return [
    ...positions,
    ...found,
    ...states,
    ...((isSaid && !dated) || states.length > 0 ? [] : readOpen(verb)),
    ...readActsBeside(verb),
    ...readChanges(verb),
    ...readCasualties(verb),
    ...readCharges(verb),
    ...readErrands(verb),
    ...readPrices(verb),
  ];
}
