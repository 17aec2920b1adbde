import type { AnnotatedArticle, NameSpan } from "../../model/layers.ts";
import type { Span } from "../../model/span.ts";
import type { Annotator } from "../annotator.ts";
import { agree } from "./agreement.ts";
import { findCandidates } from "./candidates.ts";
import { gatherEvidence } from "./capitals.ts";
import { reconcile, spottedAt, spottedNames, weigh } from "./model-evidence.ts";
import { readNameLexicon } from "./name-lexicon.ts";
import type { NameType } from "./name-type.ts";
import { layOut, type Reading, type TokenRange } from "./reading.ts";
import { decideType } from "./typing.ts";

/** Rules and lexicon, and what the neural model sees. */
const ID = "names@2";
/** A single common word needs better evidence than its place in the sentence to be a name. */
const CHANCE_BELOW = 0.7;

function spanOf(reading: Reading, { first, last }: TokenRange): Span {
  return { start: reading.words[first]?.start ?? 0, end: reading.words[last - 1]?.end ?? 0 };
}

/** A common word with a capital that nothing else marks as a name ("Police arrested"). */
function isChanceCapital(reading: Reading, { first, last }: TokenRange, decided: NameType): boolean {
  const word = reading.words[first];
  return (
    decided.confidence < CHANCE_BELOW &&
    last - first === 1 &&
    word !== undefined &&
    reading.lexicon.commonWords.has(word.lower)
  );
}

/**
 * Finds names with their class, and the title before each.
 *
 * Names do not overlap; what a title names ("NATO" in "NATO Secretary General Mark Rutte") is a name of its own beside the
 * holder's, and lies inside the holder's `title` span.
 *
 * @param lexicon lexicon files by name, as `ReaderResources.lexicon`
 * @throws ModelError if a lexicon file is missing
 */
export function createNameAnnotator(
  lexicon: ReadonlyMap<string, string>,
): Annotator<"sentences" | "tokens" | "modelNames", "names"> {
  const nameLexicon = readNameLexicon(lexicon);
  return {
    id: ID,
    requires: ["sentences", "tokens", "modelNames"],
    assigns: ["names"],
    annotate(article): AnnotatedArticle<"sentences" | "tokens" | "modelNames" | "names"> {
      const reading = layOut(article, nameLexicon);
      const spotted = spottedNames(reading, article.modelNames);
      const candidates = reconcile(
        reading,
        findCandidates(reading, gatherEvidence(reading)),
        spotted,
        (candidate) => decideType(reading, candidate),
      );
      const types = agree(
        candidates.map((candidate) => ({
          parts: reading.words
            .slice(candidate.first, candidate.last)
            .map(({ form }) => form.replaceAll("’", "'")),
          decided: weigh(decideType(reading, candidate), spottedAt(spotted, candidate)),
        })),
      );
      const names = candidates.flatMap((candidate, place): NameSpan[] => {
        const decided = types[place];
        if (decided === undefined || isChanceCapital(reading, candidate, decided)) return [];
        const title = candidate.title === undefined ? {} : { title: spanOf(reading, candidate.title) };
        return [{ ...spanOf(reading, candidate), ...title, ...decided }];
      });
      return { ...article, names };
    },
  };
}
