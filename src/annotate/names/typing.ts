import type { Candidate } from "./candidates.ts";
import { fromCue, lastLower, SURNAME_CUES, strongestCue } from "./cue-words.ts";
import type { KnownForm } from "./name-lexicon.ts";
import { type NameType, typed } from "./name-type.ts";
import { fromNeighbouringNoun, fromOffice } from "./neighbouring-nouns.ts";
import { fromDirection, fromGazetteer, isBeforeRegion, isHome, isLocative } from "./place-context.ts";
import { formOf, knownForms, type Reading, type TokenRange, type Word } from "./reading.ts";

/** Verbs whose object is where somebody goes, or a place that is taken. */
const REACHING = new Set(
  "visit enter reach invade besiege bomb shell capture evacuate liberate occupy".split(" "),
);

/** Decides the class of one candidate from the words themselves, what stands beside them, and their place in the tree. */
export function decideType(reading: Reading, candidate: Candidate): NameType {
  return (
    fromTitle(reading, candidate) ??
    fromTable(reading, candidate) ??
    fromDirection(reading, candidate) ??
    fromKnownTail(reading, candidate) ??
    fromOffice(reading, candidate) ??
    fromCue(reading, candidate) ??
    fromAcronym(reading, candidate) ??
    fromNeighbouringNoun(reading, candidate) ??
    fromShape(reading, candidate) ??
    fromGazetteer(reading, candidate) ??
    fromSyntax(reading, candidate) ??
    fallback(reading, candidate)
  );
}

function fromTitle(reading: Reading, candidate: Candidate): NameType | undefined {
  if (candidate.title === undefined) return undefined;
  const cue = strongestCue(reading, candidate);
  if (
    cue !== undefined &&
    candidate.last - candidate.first > 1 &&
    !SURNAME_CUES.has(lastLower(reading, candidate))
  )
    return undefined;
  return typed("Person", "title", 0.97);
}

function fromTable(reading: Reading, candidate: Candidate): NameType | undefined {
  const forms = knownForms(reading, candidate);
  const form = chooseKnown(reading, candidate, forms);
  if (form === undefined) return undefined;
  const { entity } = form;
  const base = { decidedBy: "known name", confidence: 0.95, known: entity.key };
  if (form.as === "name") return { type: entity.type, ...base };
  if (form.as === "metonym") return { type: "Organization", ...base, confidence: 0.85 };
  return { type: isPeople(reading, candidate) ? "Group" : entity.type, ...base, demonym: true };
}

/** Between the entries for one form: the one whose capital or country is in reach is not decided here; the first name wins. */
function chooseKnown(
  reading: Reading,
  candidate: Candidate,
  forms: readonly KnownForm[],
): KnownForm | undefined {
  const [first] = forms;
  if (first === undefined) return undefined;
  const word = reading.words[candidate.last - 1];
  // "Danish", "Dominican": an adjective by its tag or by what follows it.
  if (word !== undefined && word.xpos === "JJ") return forms.find(({ as }) => as === "demonym") ?? first;
  return first;
}

/** Whether a demonym stands for people: "the Europeans", "Ukrainians", "the French said". */
function isPeople(reading: Reading, candidate: Candidate): boolean {
  const word = reading.words[candidate.last - 1];
  if (word === undefined) return false;
  if (/s$/.test(word.form) && /^NNP?S$/.test(word.xpos)) return true;
  if (/(men|women)$/.test(word.form)) return true;
  const next = reading.words[candidate.last];
  const before = reading.words[candidate.first - 1];
  const modifies = /^(amod|compound|nmod:desc|flat)/.test(word.relation);
  const nounNext =
    next !== undefined && /^(NN|JJ|VBN|HYPH|CD|VBG|NFP)/.test(next.xpos) && next.sentence === word.sentence;
  if (before?.lower === "the" && !modifies && !nounNext) return true;
  return (
    /s$/.test(word.form) &&
    !/(ss|us|is)$/.test(word.form) &&
    !nounNext &&
    /^(nsubj|obj|obl|nmod|conj)/.test(word.relation)
  );
}

/** "Provisional IRA", "Kurdish Red Crescent": a body that is part of a known one, or like it. */
function fromKnownTail(reading: Reading, { first, last }: TokenRange): NameType | undefined {
  for (let from = first + 1; from < last; from++) {
    const tail = knownForms(reading, { first: from, last });
    if (
      tail.some(
        ({ as, entity }) =>
          as === "name" &&
          entity.type === "Organization" &&
          formOf(reading, { first: from, last }).length > 2,
      )
    ) {
      return typed("Organization", "ends in a known body", 0.75);
    }
  }
  return undefined;
}

function fromAcronym(reading: Reading, candidate: Candidate): NameType | undefined {
  const word = reading.words[candidate.first];
  if (word === undefined || candidate.last - candidate.first > 1 || isShouted(reading, word))
    return undefined;
  const acronym = /^\p{Lu}[\p{Lu}&\d]{1,6}$/u.test(word.form) && /\p{Lu}.*\p{Lu}/u.test(word.form);
  return acronym && !reading.lexicon.cities.has(word.form)
    ? typed("Organization", "acronym", 0.8)
    : undefined;
}

function fromShape(reading: Reading, candidate: Candidate): NameType | undefined {
  const words = reading.words.slice(candidate.first, candidate.last);
  const [opening, second] = words;
  if (opening === undefined) return undefined;
  const alphabetic = words.every(({ form }) => /^[\p{L}\p{M}'’.‑-]+$/u.test(form));
  const capitals = (form: string): boolean =>
    /^\p{Lu}[\p{Lu}&\d]+$/u.test(form) && /\p{Lu}.*\p{Lu}/u.test(form);
  if (second !== undefined && alphabetic && words.length <= 5) {
    if (
      reading.lexicon.givenNames.has(opening.form) &&
      !isLocative(reading, candidate, true) &&
      !capitals(second.form)
    ) {
      return typed("Person", "given name", 0.9);
    }
    if (/^\p{Lu}\.$/u.test(opening.form) || words.slice(1, -1).some(({ form }) => /^\p{Lu}\.$/u.test(form))) {
      return typed("Person", "initials", 0.88);
    }
    if (
      words.some(({ form }) => /^(bin|ibn|ben|van|von|der)$/.test(form)) &&
      !isLocative(reading, candidate, true)
    ) {
      return typed("Person", "name particle", 0.75);
    }
  }
  const joined = words.map(({ form }) => form).join("");
  if (/^\p{Lu}{1,4}[-‑]?\d+\p{L}?$/u.test(joined)) return typed("Product", "letters and number", 0.6);
  if (/\p{L}[-‑ ]?\d+$/u.test(formOf(reading, candidate)) && words.length > 1)
    return typed("Product", "numbered name", 0.55);
  if (/^[\w-]+\.(com|org|net|co|io|tv)$/i.test(joined)) return typed("Organization", "web address", 0.7);
  if (words.some(({ form }) => form === "&")) return typed("Organization", "ampersand", 0.85);
  return undefined;
}

/** Whether the whole sentence is in capitals, so that capitals make no acronym. */
function isShouted(reading: Reading, { sentence }: Word): boolean {
  const line = reading.text.slice(sentence.start, sentence.end);
  return !/\p{Ll}{2}/u.test(line);
}

function fromSyntax(reading: Reading, candidate: Candidate): NameType | undefined {
  const words = reading.words.slice(candidate.first, candidate.last);
  const head = words.find(({ headIndex }) => headIndex < candidate.first || headIndex >= candidate.last);
  const before = reading.words[candidate.first - 1];
  const article = before !== undefined && before.lower === "the" && before.sentence === words[0]?.sentence;
  const governor = head === undefined ? undefined : reading.words[head.headIndex];
  if (head?.relation.startsWith("nsubj") && governor !== undefined) {
    if (reading.lexicon.actorVerbs.has(governor.lemma)) {
      if (speaksOfItself(reading, governor)) return typed("Organization", "calls itself it", 0.85);
      return article
        ? typed("Organization", "speaks, with article", 0.7)
        : typed("Person", "subject of a verb of speaking or deciding", 0.65);
    }
  }
  if (governor?.lemma === "tell" && head !== undefined && /^i?obj/.test(head.relation)) {
    return article ? typed("Organization", "is told, with article", 0.7) : typed("Person", "is told", 0.55);
  }
  if (
    governor !== undefined &&
    head?.relation === "obj" &&
    REACHING.has(governor.lemma) &&
    words.length === 1
  )
    return typed("Place", "where somebody goes", 0.6);
  const won = article ? fromWinning(reading, head) : undefined;
  if (won !== undefined) return won;
  if (isBeforeRegion(reading, candidate)) return typed("Place", "before its region", 0.8);
  if (isHome(reading, candidate)) return typed("Place", "where a person is of", 0.6);
  if (!article && isLocative(reading, candidate, true)) return typed("Place", "preposition of place", 0.6);
  return undefined;
}

/** "Likud said it would vote": whoever speaks of itself as "it" is a body. */
function speaksOfItself({ words }: Reading, speech: Word): boolean {
  return words.slice(speech.index + 1, speech.index + 4).some(({ lower, relation, headIndex }) => {
    const clause = words[headIndex];
    return (
      lower === "it" &&
      relation.startsWith("nsubj") &&
      clause?.headIndex === speech.index &&
      clause.relation.startsWith("ccomp") &&
      clause.upos === "VERB"
    );
  });
}

/** "won the Booker", "the Booker was won by": what is won and goes by an article. */
function fromWinning({ words }: Reading, head: Word | undefined): NameType | undefined {
  const verb = head && words[head.headIndex];
  if (verb?.lemma !== "win" || verb.sentence !== head?.sentence) return undefined;
  return /^(?:obj|nsubj:pass)/.test(head.relation) ? typed("Award", "is won, with article", 0.8) : undefined;
}

function fallback(reading: Reading, candidate: Candidate): NameType {
  const words = reading.words.slice(candidate.first, candidate.last);
  const before = reading.words[candidate.first - 1];
  const article = before?.lower === "the" && before.sentence === words[0]?.sentence;
  const alphabetic = words.every(({ form }) => /^[\p{L}\p{M}'’.‑-]+$/u.test(form));
  const common = words.some(({ lower }) => reading.lexicon.commonWords.has(lower));
  if (article && (words.length > 1 || !common)) return typed("Organization", "article before it", 0.4);
  if (words.length >= 2 && words.length <= 3 && alphabetic && !common)
    return typed("Person", "two capitalised words", 0.55);
  if (words.length >= 2) return typed("Organization", "capitalised words", 0.4);
  return typed("Thing", "nothing", 0.3);
}
