import type { ModelName } from "../../model/layers.ts";
import type { Candidate } from "./candidates.ts";
import { type NameType, typed } from "./name-type.ts";
import { knownForms, type Reading, type TokenRange, type Word } from "./reading.ts";

/** A name that the neural model sees, over the article's tokens. */
export interface SpottedName extends TokenRange {
  /** Class of the ontology. */
  readonly type: string;
  readonly confidence: number;
}

/** Classes for the model's kinds of proper names; dates, amounts and the like are no names here. */
const CLASSES: Readonly<Record<string, string>> = {
  person: "Person",
  organisation: "Organization",
  gpe: "Place",
  location: "Place",
  facility: "Place",
  norp: "Group",
  event: "Event",
  work: "Work",
  law: "Agreement",
  product: "Product",
};

/** Classes of rules and lexicon that say more than the model does, and do not contradict it. */
const FINER: Readonly<Record<string, RegExp>> = {
  Organization: /^(Court|Coalition|Corporation|Group|Force)$/,
  Place: /^(Country|City|CelestialBody)$/,
  Event: /^(War|Attack|Storm|Contest|Award)$/,
  Work: /^(Agreement|Award)$/,
  Agreement: /^(Work)$/,
  Product: /^(Weapon)$/,
  Group: /^(Country|Organization|Place)$/,
};

/** What the model's own confidence is worth beside that of rules: it is surer than it is right. */
const MODEL_TRUST = 0.95;
/** The rule that guesses a body where nothing tells it; the model, which sees no name there, is the better judge. */
const GUESS = "capitalised words";
/** Rules that look at the shape of words or at one word beside them, and what they are worth where the model contradicts them. */
const SHAPE =
  /^(given name|initials|acronym|gazetteer( in context)?|who-clause|is told|subject of a verb of speaking or deciding)$/;
const SHAPE_TRUST = 0.8;
/** Spans of the model below this say nothing about where a name ends. */
const SURE_OF_SPAN = 0.5;
/** From this on a rule knows a name by its words, and so where it ends. */
const RULE_KNOWS = 0.85;

/** The model's proper names, by the tokens that they cover. */
export function spottedNames(reading: Reading, names: readonly ModelName[]): SpottedName[] {
  let word = 0;
  return names.flatMap(({ start, end, type, confidence }) => {
    const kind = CLASSES[type];
    while (word < reading.words.length && (reading.words[word] as Word).end <= start) word++;
    let first = word;
    let last = first;
    while (last < reading.words.length && (reading.words[last] as Word).start < end) last++;
    // An article or a genitive is part of the phrase, not of the name.
    while (first < last && /^(the|a|an|this|that|its|his|her|their)$/i.test(reading.words[first]?.form ?? ""))
      first++;
    while (last > first && /^['’]s?$/.test(reading.words[last - 1]?.form ?? "")) last--;
    const named = reading.words.slice(first, last).some(({ form }) => /\p{Lu}/u.test(form));
    return kind === undefined || !named ? [] : [{ first, last, type: kind, confidence }];
  });
}

/**
 * Makes the candidates of the rules and the model's names one list: what both see stands; where they disagree on the
 * ends, words that a rule or the table knows win, then the model.
 *
 * @param ruleType what the rules take a candidate for
 */
export function reconcile(
  reading: Reading,
  candidates: readonly Candidate[],
  spotted: readonly SpottedName[],
  ruleType: (candidate: Candidate) => NameType,
): Candidate[] {
  const used = new Set<SpottedName>();
  const kept: Candidate[] = [];
  const longer = spotted.filter((name) => holdsSeveralWords(name, candidates));
  for (const candidate of candidates) {
    if (longer.some((name) => overlap(name, candidate))) continue;
    const here = spotted.filter((name) => overlap(name, candidate));
    if (here.length === 0 || here.some((name) => sameRange(name, candidate)) || isFixed(reading, candidate)) {
      kept.push(candidate);
      for (const name of here) used.add(name);
      continue;
    }
    const sure = here.filter(({ confidence }) => confidence >= SURE_OF_SPAN);
    if (sure.length === 0 || ruleType(candidate).confidence >= RULE_KNOWS) {
      kept.push(candidate);
      for (const name of here) used.add(name);
    }
  }
  for (const name of spotted) {
    if (used.has(name) || kept.some((other) => overlap(other, name))) continue;
    kept.push({ first: name.first, last: name.last });
  }
  return kept.sort((one, other) => one.first - other.first);
}

/**
 * A name that goes on past what the rules read of it: "Social Democratic and Labour Party", "House of Commons of Canada".
 * A title before a person, and what it names, stay apart.
 */
function holdsSeveralWords(name: SpottedName, candidates: readonly Candidate[]): boolean {
  const here = candidates.filter((candidate) => overlap(name, candidate));
  return (
    name.confidence >= SURE_OF_SPAN &&
    name.type === "Organization" &&
    here.length > 0 &&
    here.every(
      (candidate) =>
        candidate.title === undefined &&
        candidate.bodyOfTitle !== true &&
        name.first <= candidate.first &&
        candidate.last <= name.last &&
        !sameRange(name, candidate),
    )
  );
}

/** A title, or the table, says where it begins and ends. */
function isFixed(reading: Reading, candidate: Candidate): boolean {
  return (
    candidate.title !== undefined ||
    candidate.bodyOfTitle === true ||
    knownForms(reading, candidate).length > 0
  );
}

/** The class of a name, from what rules and model say: the finer of two that agree, else the surer. */
export function weigh(rule: NameType, name: SpottedName | undefined): NameType {
  if (name === undefined) return rule.decidedBy === GUESS ? typed("Thing", "nothing", 0.3) : rule;
  const confidence = Math.round(name.confidence * MODEL_TRUST * 100) / 100;
  if (rule.type === name.type || FINER[name.type]?.test(rule.type) === true)
    return rule.confidence >= confidence ? rule : { ...rule, confidence };
  const trust = SHAPE.test(rule.decidedBy) ? SHAPE_TRUST : 1;
  return rule.confidence * trust >= confidence ? rule : typed(name.type, "model", confidence);
}

/** The model's name on exactly these tokens. */
export function spottedAt(spotted: readonly SpottedName[], range: TokenRange): SpottedName | undefined {
  return spotted.find((name) => sameRange(name, range));
}

function sameRange(one: TokenRange, other: TokenRange): boolean {
  return one.first === other.first && one.last === other.last;
}

function overlap(one: TokenRange, other: TokenRange): boolean {
  return one.first < other.last && other.first < one.last;
}
