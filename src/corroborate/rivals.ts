import type { Claim } from "./claims.ts";
import { areOneStory, type Description, describe, fitEachOther, foldedWords } from "./described-things.ts";
import { type Pair, pairUp } from "./pair-up.ts";
import type { Comparison, StatedFact } from "./statements.ts";

/** Under how many of the things that its article names a description is looked for. */
const ANCHORS = 8;
/** Relations whose numbers count the victims of an event. */
export const TOLLS = new Set(["deathToll", "injuryToll"]);

/**
 * Finds claims of the same about the same things, whatever value they give it and however sure they are. Named things
 * are the same by identity. "The crossing" of two articles stays two things in the graph; where the articles tell of one story, it is
 * taken for one here, and only here: a wrong merge moves facts, a wrong remark opens on both sentences.
 *
 * @param claims in the order of the graph; so are the pairs found
 */
export function findRivals(claims: readonly Claim[], comparison: Comparing): readonly Pair[] {
  return pairUp(
    claims,
    ({ fact }) => keysOf(fact, comparison),
    ({ fact: left }, { fact: right }) =>
      left.relation === right.relation && areOneClaim(left, right, comparison),
  );
}

/** How claims are compared where their articles are known. */
export interface Comparing extends Comparison {
  /** Whether an article also speaks of another one of its kind: after "a second fire", "the fire" alone may be either. */
  readonly isOneOfSeveral: (fact: StatedFact, description: Description) => boolean;
}

export function makeComparing(claims: readonly Claim[], comparison: Comparison): Comparing {
  const others = new Set<string>();
  for (const { fact } of claims) {
    for (const label of [fact.subject, fact.objectNode === null ? "" : fact.object]) {
      const { head, isAnother } = describe(label);
      if (isAnother) others.add(`${fact.article.id} ${head}`);
    }
  }
  return {
    ...comparison,
    isOneOfSeveral: ({ article }, { head, names, qualities }) =>
      names.size + qualities.size === 0 && others.has(`${article.id} ${head}`),
  };
}

/** What a claim is of: a node and the words for it. */
export interface Side {
  readonly node: string;
  readonly label: string;
  readonly words: Description;
  readonly isDescribed: boolean;
  /** By identity; within one article, by the words of a description. */
  readonly sure: string;
  /** By the noun, for descriptions; by identity for what has a name. */
  readonly loose: string;
}

/** Subject and object; a symmetric relation has them in the order of their keys. */
export function sidesOf(fact: StatedFact, comparison: Comparison): readonly [Side, Side | undefined] {
  const { relation, subjectNode, objectNode } = fact;
  const side = (node: string, label: string): Side => {
    const isDescribed = comparison.isDescribed(node);
    const read = describe(label);
    // Whatever has a toll is what killed or injured.
    const words = TOLLS.has(relation) ? { ...read, isHarm: true } : read;
    const sure = comparison.isLocal(node) ? `${fact.article.id} ${withoutNumber(label)}` : node;
    const loose =
      TOLLS.has(relation) && (isDescribed || read.isHarm) ? "a harm" : isDescribed ? `a ${words.head}` : node;
    return { node, label, words, isDescribed, sure, loose };
  };
  const subject = side(subjectNode, fact.subject);
  if (objectNode === null) return [subject, undefined];
  const object = side(objectNode, fact.object);
  const turned =
    (object.loose < subject.loose || (object.loose === subject.loose && object.sure < subject.sure)) &&
    comparison.ontology.findRelation(relation)?.symmetric === true;
  return turned ? [object, subject] : [subject, object];
}

/** Within one article the same words mean the same, and numbers of the same noun count it. */
function withoutNumber(label: string): string {
  return label.toLowerCase().replace(/^[\d.,\s]+/, "");
}

function keysOf(fact: StatedFact, comparison: Comparison): readonly string[] {
  const [subject, object] = sidesOf(fact, comparison);
  const keys = [`${subject.sure} ${fact.relation} ${object?.sure ?? ""}`];
  const key = `${subject.loose} ${fact.relation} ${object?.loose ?? ""}`;
  const isNamed = [subject, object].some((side) => side !== undefined && side.loose === side.node);
  const isLoose = [subject, object].some((side) => side !== undefined && side.loose !== side.node);
  if (!isLoose) return keys;
  return isNamed ? [...keys, key] : [...keys, ...anchored(key, fact, comparison)];
}

/** What nothing named holds together is looked for among the articles that name the same. */
export function anchored(key: string, { article }: StatedFact, { companyOf }: Comparison): readonly string[] {
  return [...companyOf(article.id)]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, ANCHORS)
    .map(([node]) => `${key} ${node}`);
}

function areOneClaim(left: StatedFact, right: StatedFact, comparison: Comparing): boolean {
  const [mine, theirs] = [sidesOf(left, comparison), sidesOf(right, comparison)];
  const isTied = mine.some((side, index) => side !== undefined && side.node === theirs[index]?.node);
  return mine.every((side, index) => {
    const other = theirs[index];
    if (side === undefined || other === undefined) return side === other;
    const rest = [mine[1 - index], theirs[1 - index]].map((each) => each?.label ?? "").join(" ");
    return areOneThing([left, side], [right, other], foldedWords(rest), isTied, comparison);
  });
}

/**
 * Whether what two facts speak of is one thing: by identity, or by a description in articles of one story.
 *
 * @param said words that tell nothing apart
 * @param isTied whether what they say of it joins it to the same thing
 */
export function areOneThing(
  [left, side]: readonly [StatedFact, Side],
  [right, other]: readonly [StatedFact, Side],
  said: ReadonlySet<string>,
  isTied: boolean,
  comparison: Comparing,
): boolean {
  if (side.sure === other.sure) return true;
  if (!(side.isDescribed || other.isDescribed)) return false;
  if (!fitEachOther(side.words, other.words, said)) return false;
  if (comparison.isOneOfSeveral(left, side.words) || comparison.isOneOfSeveral(right, other.words))
    return false;
  // One article means two things by two descriptions, save where a source denies what another one said.
  if (left.article.id === right.article.id) return isDenial(left, right);
  return areOneStory(left, right, comparison.companyOf, isTied);
}

/** Whether two sources are told of, of whom just one says no. */
function isDenial(left: StatedFact, right: StatedFact): boolean {
  const isNo = ({ factuality }: StatedFact) => factuality === "negated" || factuality === "ruled_out";
  const areTwo = left.speaker !== null && right.speaker !== null && left.speaker !== right.speaker;
  return areTwo && isNo(left) !== isNo(right);
}
