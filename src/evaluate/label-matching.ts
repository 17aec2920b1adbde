import type { GoldEntity } from "./gold.ts";
import { contentStems, headStems, normalised, numbersIn } from "./text-normalisation.ts";
import { AUXILIARIES, PREPOSITIONS, RELATIVES } from "./word-lists.ts";

/** Types whose entities have proper names: nothing but a listed name is one of them. */
const NAMED_TYPES: ReadonlySet<string> = new Set([
  "Person",
  "Organization",
  "Country",
  "City",
  "CelestialBody",
]);

/** How much of their content two phrases with a common head must share (Jaccard), unless one holds the other. */
const SHARED_CONTENT = 0.34;

/** Most words that may stand before a name as its title ("outgoing foreign minister of state Jane Roe"). */
const LONGEST_TITLE = 6;

/** Compares labels of a system with those of one gold article. */
export interface LabelMatcher {
  /**
   * Lenient: the label, one of its alternatives or aliases, a title before a name, or a phrase with the same head and
   * enough of the same words. A label that names another gold entity never matches, nor does another number.
   */
  matches(
    given: string,
    label: string,
    alternatives?: readonly (string | null)[],
    isQuantity?: boolean,
  ): boolean;
  /** Strict: the name itself; for things without a proper name any listed wording. */
  equals(given: string, label: string, alternatives: readonly string[]): boolean;
}

export function makeLabelMatcher(entities: readonly GoldEntity[]): LabelMatcher {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const namesByAlias = new Map<string, Set<string>>();
  for (const { name, aliases } of entities) {
    for (const alias of [name, ...aliases]) {
      const names = namesByAlias.get(normalised(alias)) ?? new Set();
      namesByAlias.set(normalised(alias), names.add(name));
    }
  }
  const isNamed = (name: string) => NAMED_TYPES.has(byName.get(name)?.type ?? "");
  const wordingsOf = (name: string) => [name, ...(byName.get(name)?.aliases ?? [])].map(normalised);
  const entitiesOf = (label: string): readonly string[] =>
    byName.has(label) ? [label] : [...(namesByAlias.get(normalised(label)) ?? [])];

  const matches: LabelMatcher["matches"] = (given, label, alternatives = [], isQuantity = false) => {
    const words = normalised(given);
    if (words === "") return false;
    const accepted = [
      label,
      ...alternatives.filter((alternative) => alternative !== null && alternative !== ""),
    ] as string[];
    const names = [...new Set(accepted.flatMap(entitiesOf))];
    if (accepted.some((wording) => normalised(wording) === words)) return true;
    if (names.some((name) => wordingsOf(name).includes(words))) return true;
    const named = namesByAlias.get(words);
    if (named && !names.some((name) => named.has(name))) return false;
    if (
      names.filter(isNamed).some((name) => wordingsOf(name).some((wording) => isTitledName(words, wording)))
    ) {
      return true;
    }
    return accepted.some((wording) => !isNamed(wording) && phrasesMatch(given, wording, isQuantity));
  };

  return {
    matches,
    equals: (given, label, alternatives) => {
      const entity = byName.get(label);
      const more = entity === undefined ? alternatives : NAMED_TYPES.has(entity.type) ? [] : entity.aliases;
      return [label, ...more.filter((wording) => wording !== "")].map(normalised).includes(normalised(given));
    },
  };
}

/** Whether the words are the name with a title before it, and not a phrase that merely ends in it. */
function isTitledName(words: string, name: string): boolean {
  const [given, wanted] = [words.split(" "), name.split(" ").filter((word) => word !== "")];
  if (wanted.length === 0 || wanted.length >= given.length) return false;
  const title = given.slice(0, -wanted.length);
  return (
    given.slice(-wanted.length).join(" ") === wanted.join(" ") &&
    title.length <= LONGEST_TITLE &&
    wanted.join("").length > 2 &&
    !title.some(
      (word) =>
        PREPOSITIONS.has(word) || RELATIVES.has(word) || AUXILIARIES.has(word) || word.endsWith("ing"),
    )
  );
}

function phrasesMatch(given: string, wanted: string, isQuantity: boolean): boolean {
  const [givenNumbers, wantedNumbers] = [numbersIn(given), numbersIn(wanted)];
  if (givenNumbers.size > 0 && wantedNumbers.size > 0 && !intersects(givenNumbers, wantedNumbers))
    return false;
  const [givenContent, wantedContent] = [contentStems(given), contentStems(wanted)];
  if (isQuantity && givenNumbers.size > 0 && sameMembers(givenNumbers, wantedNumbers)) {
    // A bare number stands for the quantity, whatever it counts.
    if (givenContent.size === givenNumbers.size) return true;
  }
  if (givenContent.size === 0 || wantedContent.size === 0) return false;
  if (!intersects(headStems(given), headStems(wanted))) return false;
  const shared = [...givenContent].filter((word) => wantedContent.has(word)).length;
  const all = givenContent.size + wantedContent.size - shared;
  return shared === Math.min(givenContent.size, wantedContent.size) || shared / all >= SHARED_CONTENT;
}

function intersects<Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): boolean {
  return [...left].some((item) => right.has(item));
}

function sameMembers<Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): boolean {
  return left.size === right.size && [...left].every((item) => right.has(item));
}
