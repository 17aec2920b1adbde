import { datesAgree } from "./date-matching.ts";
import type { GoldEntity, GoldFact } from "./gold.ts";
import { type LabelMatcher, makeLabelMatcher } from "./label-matching.ts";
import { analyseWording, type MatchingLexicon, relationWords, wordingKeys } from "./relation-wording.ts";
import type { SystemFact } from "./system-fact.ts";
import { asWords, tokens } from "./text-normalisation.ts";

/** Compares facts of a system with the gold facts of one article. */
export interface FactMatcher {
  readonly labels: LabelMatcher;
  /** Canonical names and relation, in the same direction unless the relation is symmetric. */
  matchesStrictly(gold: GoldFact, system: SystemFact): boolean;
  /** Any alias, another wording of the relation, its inverse or passive. Holds wherever the strict match does. */
  matchesLeniently(gold: GoldFact, system: SystemFact): boolean;
  /** The right source, or rightly none. */
  speakerRight(gold: GoldFact, system: SystemFact): boolean;
  factualityRight(gold: GoldFact, system: SystemFact): boolean;
  dateRight(gold: GoldFact, system: SystemFact): boolean;
}

/** The accepted wordings of a gold fact's relation, as words and as keys of content stems. */
interface AcceptedWordings {
  readonly relation: string;
  readonly words: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly inverseWords: ReadonlySet<string>;
  readonly inverseKeys: ReadonlySet<string>;
}

export function makeFactMatcher(
  facts: readonly GoldFact[],
  entities: readonly GoldEntity[],
  lexicon: MatchingLexicon,
): FactMatcher {
  const labels = makeLabelMatcher(entities);
  const wordings = new Map(facts.map((fact) => [fact, acceptedWordings(fact, lexicon)]));
  const wordingsOf = (fact: GoldFact) => wordings.get(fact) ?? acceptedWordings(fact, lexicon);
  const symmetric = (fact: GoldFact) => lexicon.find(fact.relation)?.symmetric ?? false;

  const matchesStrictly = (gold: GoldFact, system: SystemFact): boolean => {
    const label = lexicon.find(gold.relation)?.label;
    const names = [gold.relation, ...(label === undefined ? [] : [label])].map(relationWords);
    if (!names.includes(relationWords(system.relation))) return false;
    const { subject, object } = gold.alternatives;
    const joins = (first: string, second: string) =>
      labels.equals(first, gold.subject, subject) && labels.equals(second, gold.object, object);
    return joins(system.subject, system.object) || (symmetric(gold) && joins(system.object, system.subject));
  };

  return {
    labels,
    matchesStrictly,
    matchesLeniently: (gold, system) => {
      const fit = relationFit(wordingsOf(gold), system.relation, lexicon);
      const { subject, object } = gold.alternatives;
      const joins = (first: string, second: string) =>
        labels.matches(first, gold.subject, subject) &&
        labels.matches(second, gold.object, object, gold.hasQuantity);
      return (
        (fit.straight && joins(system.subject, system.object)) ||
        (fit.swapped && joins(system.object, system.subject)) ||
        matchesStrictly(gold, system)
      );
    },
    speakerRight: (gold, { speaker }) => {
      const accepted = [gold.speaker, ...gold.alternatives.speaker];
      if (!speaker) return accepted.includes(null);
      return accepted.some((label) => label !== null && label !== "" && labels.matches(speaker, label));
    },
    factualityRight: (gold, { factuality }) =>
      [gold.factuality, ...gold.alternatives.factuality].includes(factuality),
    dateRight: (gold, { date }) =>
      date !== null &&
      [gold.date, gold.statementDate, ...gold.alternatives.date].some(
        (expected) => expected !== null && expected !== "" && datesAgree(expected, date),
      ),
  };
}

function acceptedWordings(fact: GoldFact, lexicon: MatchingLexicon): AcceptedWordings {
  const { relation, inverse } = fact.alternatives;
  const inverseName = lexicon.find(fact.relation)?.inverse ?? null;
  return {
    relation: fact.relation,
    words: new Set(relation.map(relationWords)),
    keys: new Set([...wordingKeys([...relation, fact.relation]), ...lexicon.keys(fact.relation)]),
    inverseWords: new Set([...inverse, ...(inverseName === null ? [] : [inverseName])].map(relationWords)),
    inverseKeys: wordingKeys(inverse),
  };
}

/** Whether a wording fits the gold relation as it stands, and with subject and object swapped. */
function relationFit(
  accepted: AcceptedWordings,
  relation: string,
  lexicon: MatchingLexicon,
): { readonly straight: boolean; readonly swapped: boolean } {
  const words = relationWords(relation);
  const { key, passive } = analyseWording(relation);
  const known = lexicon.find(accepted.relation);
  const listed = accepted.words.has(words) || words === relationWords(accepted.relation);
  const inverseListed = accepted.inverseWords.has(words);
  const passiveOfDirected = passive && Boolean(known?.inverse) && !accepted.words.has(words);
  const straight = listed || (accepted.keys.has(key) && !passiveOfDirected && !inverseListed);
  const swapped =
    inverseListed ||
    accepted.inverseKeys.has(key) ||
    (passive && accepted.keys.has(activeKey(relation))) ||
    (straight && (known?.symmetric ?? false));
  return { straight, swapped };
}

/** Key of a passive wording without its "by". */
function activeKey(relation: string): string {
  const trimmed = relation.trim();
  const active = trimmed.includes(" ")
    ? trimmed.replace(/\s+\S+$/, "")
    : tokens(asWords(relation)).slice(0, -1).join(" ");
  return analyseWording(active).key;
}
