import type { AnnotatedArticle, NameSpan } from "../../model/layers.ts";
import type { Span } from "../../model/span.ts";
import type { Annotator } from "../annotator.ts";
import { agree } from "./agreement.ts";
import { raiseAppositions } from "./appositions.ts";
import { findCandidates } from "./candidates.ts";
import { gatherEvidence } from "./capitals.ts";
import { reconcile, spottedAt, spottedNames, weigh } from "./model-evidence.ts";
import { readNameLexicon } from "./name-lexicon.ts";
import type { NameType } from "./name-type.ts";
import { layOut, type Reading, type TokenRange, type Word } from "./reading.ts";
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
  if (word === undefined || last - first > 1 || decided.known !== undefined) return false;
  if (isPluralOfCommonNoun(reading, word)) return true;
  return decided.confidence < CHANCE_BELOW && reading.lexicon.commonWords.has(word.lower);
}

/** "Booksellers reported": the plural of a noun for people or things at the start of a sentence, nowhere else with a capital. */
function isPluralOfCommonNoun({ words, lexicon }: Reading, word: Word): boolean {
  const singular = word.lower.replace(/s$/, "");
  if (word.index !== word.sentence.firstToken || singular === word.lower) return false;
  const verb = words[word.headIndex];
  if (verb === undefined || !word.relation.startsWith("nsubj") || !lexicon.actorVerbs.has(verb.lemma))
    return false;
  if (!lexicon.nounClasses.has(singular) && !lexicon.titles.has(singular)) return false;
  return !words.some(({ form, index, sentence }) => form === word.form && index !== sentence.firstToken);
}

/**
 * Finds names with their class, and the title before each.
 *
 * A name that the tree hangs on the wrong noun, as its type shows, is hung on the right one.
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
      const decide = onceEach((candidate: TokenRange) => decideType(reading, candidate));
      const candidates = reconcile(
        reading,
        findCandidates(reading, gatherEvidence(reading)),
        spotted,
        decide,
      );
      const types = agree(
        candidates.map((candidate) => ({
          parts: reading.words
            .slice(candidate.first, candidate.last)
            .map(({ form }) => form.replaceAll("’", "'")),
          decided: weigh(decide(candidate), spottedAt(spotted, candidate)),
        })),
      );
      const placed = candidates.flatMap((candidate, place) => {
        const decided = types[place];
        if (decided === undefined || isChanceCapital(reading, candidate, decided)) return [];
        const title = candidate.title === undefined ? {} : { title: spanOf(reading, candidate.title) };
        const name: NameSpan = { ...spanOf(reading, candidate), ...title, ...decided };
        return [{ name, range: candidate }];
      });
      const tokens = raiseAppositions(
        article.tokens,
        reading,
        placed.map(({ name, range: { first, last } }) => ({ ...name, first, last })),
      );
      return { ...article, tokens, names: placed.map(({ name }) => name) };
    },
  };
}

/** Answers by the very object that is asked about. */
function onceEach<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const held = new WeakMap<Key, Value>();
  return (key) => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    held.set(key, value);
    return value;
  };
}
