import { areOneStory, describe, fitEachOther } from "./described-things.ts";
import { groupBy } from "./group-by.ts";
import { saidOn } from "./said-on.ts";
import type { Comparison, StatedFact, Statement } from "./statements.ts";

/** Two statements that speak of the same, the earlier one first. */
export type Rivals = readonly [Statement, Statement];

/** Of more statements of one thing than these, only near ones in time are compared. */
const MANY = 40;
const NEIGHBOURS = 12;
/** Under how many of the things that its article names a description is looked for. */
const ANCHORS = 8;
/** Relations whose numbers count the victims of an event. */
export const TOLLS = new Set(["deathToll", "injuryToll"]);

/**
 * Finds statements that make the same claim of the same things, whatever value they give it and however sure they are. Named things
 * are the same by identity. "The crossing" of two articles stays two things in the graph; where the articles tell of one story, it is
 * taken for one here, and only here: a wrong merge moves facts, a wrong remark opens on both sentences.
 *
 * @param statements in the order of the graph; so are the pairs found
 */
export function findRivals(statements: readonly Statement[], comparison: Comparison): readonly Rivals[] {
  const keyed = statements.flatMap((statement) =>
    keysOf(statement.facts[0] as StatedFact, comparison).map((key) => ({ key, statement })),
  );
  const found = new Map<string, Rivals>();
  for (const group of groupBy(keyed, ({ key }) => key).values()) {
    const byDay = group
      .map(({ statement }) => ({ statement, day: saidOn(statement) ?? "" }))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const reach = byDay.length > MANY ? NEIGHBOURS : byDay.length;
    for (const [index, { statement: left }] of byDay.entries()) {
      for (const { statement: right } of byDay.slice(index + 1, index + 1 + reach)) {
        const key = `${left.id} ${right.id}`;
        if (
          !found.has(key) &&
          areOneClaim(left.facts[0] as StatedFact, right.facts[0] as StatedFact, comparison)
        )
          found.set(key, [left, right]);
      }
    }
  }
  const places = new Map(statements.map(({ id }, index) => [id, index]));
  const place = ({ id }: Statement) => places.get(id) ?? 0;
  return [...found.values()].sort(([a, b], [c, d]) => place(a) - place(c) || place(b) - place(d));
}

/** What a claim is of: a node and the words for it. */
interface Side {
  readonly node: string;
  readonly label: string;
  readonly isDescribed: boolean;
  /** By identity; within one article, by the words of a description. */
  readonly sure: string;
  /** By the noun, for descriptions; by identity for what has a name. */
  readonly loose: string;
}

/** Subject and object; a symmetric relation has them in the order of their keys. */
function sidesOf(fact: StatedFact, comparison: Comparison): readonly [Side, Side | undefined] {
  const { relation, subjectNode, objectNode } = fact;
  const side = (node: string, label: string): Side => {
    const isDescribed = comparison.isDescribed(node);
    const { head, isHarm } = describe(label);
    const sure = comparison.isLocal(node) ? `${fact.article.id} ${withoutNumber(label)}` : node;
    const loose = TOLLS.has(relation) && isHarm ? "a harm" : isDescribed ? `a ${head}` : node;
    return { node, label, isDescribed, sure, loose };
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
  if (isNamed) return [...keys, key];
  // What nothing named holds together is looked for among the articles that name the same.
  const anchors = [...comparison.companyOf(fact.article.id)]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, ANCHORS)
    .map(([node]) => `${key} ${node}`);
  return [...keys, ...anchors];
}

function areOneClaim(left: StatedFact, right: StatedFact, comparison: Comparison): boolean {
  const [mine, theirs] = [sidesOf(left, comparison), sidesOf(right, comparison)];
  const isTied = mine.some((side, index) => side !== undefined && side.node === theirs[index]?.node);
  return mine.every((side, index) => {
    const other = theirs[index];
    if (side === undefined || other === undefined) return side === other;
    if (side.sure === other.sure) return true;
    if (!(side.isDescribed || other.isDescribed)) return false;
    const [words, others] = [describe(side.label), describe(other.label)];
    // One article means two things by two descriptions, save where a source denies what another one said.
    if (left.article.id === right.article.id) return isDenial(left, right) && fitEachOther(words, others);
    return (
      fitEachOther(words, others) && areOneStory(left.article, right.article, comparison.companyOf, isTied)
    );
  });
}

/** Whether two sources are told of, of whom just one says no. */
function isDenial(left: StatedFact, right: StatedFact): boolean {
  const isNo = ({ factuality }: StatedFact) => factuality === "negated" || factuality === "ruled_out";
  const areTwo = left.speaker !== null && right.speaker !== null && left.speaker !== right.speaker;
  return areTwo && isNo(left) !== isNo(right);
}
