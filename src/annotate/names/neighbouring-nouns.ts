import type { Candidate } from "./candidates.ts";
import { strongestCue } from "./cue-words.ts";
import { isNameClass, type NameType, typed } from "./name-type.ts";
import { formOf, type Reading, type Word } from "./reading.ts";

/** "carmaker Tesla", "the river Thames", "Acme, a company"; "Tesla shares" says nothing. */
export function fromNeighbouringNoun(reading: Reading, candidate: Candidate): NameType | undefined {
  const before = reading.words[candidate.first - 1];
  const name = reading.words[candidate.first];
  if (
    before !== undefined &&
    name !== undefined &&
    before.sentence === name.sentence &&
    /^NNS?$/.test(before.xpos)
  ) {
    const type = classBesideName(reading, before);
    // "drugmaker Helvina": a firm's kind right before the name leaves nothing else to be meant.
    if (type !== undefined && isNameClass(type))
      return typed(
        type,
        "noun before it",
        before.xpos === "NN" && reading.lexicon.bodyNouns.get(before.lemma)?.firm === true ? 0.95 : 0.8,
      );
  }
  const of = before?.lower === "of" ? reading.words[candidate.first - 2] : undefined;
  if (
    of !== undefined &&
    /^(city|town|village|province|region|state|district|port|island|county)$/.test(of.lower)
  ) {
    return typed(/^(city|town)$/.test(of.lower) ? "City" : "Place", "noun before it", 0.85);
  }
  return (
    fromWorkplace(reading, candidate) ??
    fromWhichClause(reading, candidate) ??
    fromApposition(reading, candidate)
  );
}

/** What is told of bodies and not of people or places in a clause with "which". */
const OF_BODIES = new Set(
  "own operate employ manufacture supply publish make sell run produce represent regulate oversee base list found say".split(
    " ",
  ),
);

/** ", which employs 400 people", ", which is based in Lyon": a body, for of people it would be "who". */
function fromWhichClause(reading: Reading, candidate: Candidate): NameType | undefined {
  const { words } = reading;
  const which = words[candidate.last + 1];
  if (words[candidate.last]?.form !== "," || which?.lower !== "which") return undefined;
  const verb = words[which.headIndex];
  const told = verb !== undefined && verb.sentence === which.sentence && OF_BODIES.has(verb.lemma);
  return told && which.relation.startsWith("nsubj") ? typed("Organization", "which-clause", 0.85) : undefined;
}

/** "analysts at Marlow Peel": people called by what they do are at a body, unless its words say that it is a place. */
function fromWorkplace(reading: Reading, candidate: Candidate): NameType | undefined {
  const { words, lexicon } = reading;
  const people = words[candidate.first - 2];
  if (words[candidate.first - 1]?.lower !== "at" || people === undefined) return undefined;
  if (!/^NNS?$/.test(people.xpos) || titleClass(reading, people) === undefined) return undefined;
  const place =
    strongestCue(reading, candidate)?.type === "Place" || lexicon.cities.has(formOf(reading, candidate));
  return place ? undefined : typed("Organization", "people at work there", 0.7);
}

function fromApposition(reading: Reading, candidate: Candidate): NameType | undefined {
  const comma = reading.words[candidate.last];
  const limit = comma?.sentence.lastToken ?? 0;
  if (comma?.form !== ",") return undefined;
  const next = reading.words[candidate.last + 1];
  if (next === undefined || next.sentence !== comma.sentence) return undefined;
  if (/^\d{1,3}$/.test(next.form) && /^[,.]$/.test(reading.words[candidate.last + 2]?.form ?? ""))
    return typed("Person", "age after it", 0.92);
  if (next.lower === "who" || next.lower === "whose") return typed("Person", "who-clause", 0.85);
  const inTree = reading.words
    .slice(candidate.last + 1, limit)
    .find(
      ({ relation, headIndex }) =>
        relation === "appos" && headIndex >= candidate.first && headIndex < candidate.last,
    );
  const head = inTree ?? nounAfterArticle(reading, candidate.last + 1, limit);
  if (head === undefined || !/^NNS?$/.test(head.xpos)) return undefined;
  const type = titleClass(reading, head) ?? reading.lexicon.nounClasses.get(head.lemma);
  if (type === undefined || !isNameClass(type)) return undefined;
  const opening = reading.words[candidate.first];
  // A given name outweighs a noun that the tree may have taken for its apposition.
  const given =
    candidate.last - candidate.first > 1 &&
    opening !== undefined &&
    reading.lexicon.givenNames.has(opening.form);
  return type !== "Person" && given ? undefined : typed(type, "apposition", 0.85);
}

/** Head of ", a/an/the … NOUN": the last noun before anything that is no modifier. */
function nounAfterArticle(reading: Reading, first: number, limit: number): Word | undefined {
  if (!/^(a|an|the)$/.test(reading.words[first]?.lower ?? "")) return undefined;
  let noun: Word | undefined;
  for (let index = first + 1; index < limit && index < first + 7; index++) {
    const word = reading.words[index];
    if (word === undefined || !/^(NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|VBN|VBG|HYPH|POS)$/.test(word.xpos)) break;
    if (/^NNS?$/.test(word.xpos)) noun = word;
  }
  return noun;
}

/** Class that a noun gives to the name beside it: "carmaker" a body, "actor" a person. */
function classBesideName(reading: Reading, noun: Word): string | undefined {
  const listed = reading.lexicon.nounClasses.get(noun.lemma);
  return listed !== undefined && isNameClass(listed) ? listed : (titleClass(reading, noun) ?? listed);
}

function titleClass(reading: Reading, word: Word): string | undefined {
  return reading.lexicon.titles.has(word.lemma) || reading.lexicon.titles.has(word.lower)
    ? "Person"
    : undefined;
}

/** "leader of the National Rally": who has a leader or a spokesman is a body, unless its words say that it is a place. */
export function fromOffice(reading: Reading, candidate: Candidate): NameType | undefined {
  const { words, lexicon } = reading;
  const the = words[candidate.first - 1]?.lower === "the" ? 1 : 0;
  const office = words[candidate.first - 2 - the];
  if (words[candidate.first - 1 - the]?.lower !== "of" || office === undefined) return undefined;
  if (
    !/^(leader|head|chief|chairman|chairwoman|chair|member|spokesman|spokeswoman|spokesperson|director|secretary-general|executive|president)$/.test(
      office.lower,
    )
  ) {
    return undefined;
  }
  const place =
    strongestCue(reading, candidate)?.type === "Place" || lexicon.cities.has(formOf(reading, candidate));
  return place ? undefined : typed("Organization", "has an office", 0.85);
}
