import type { Fact } from "../../model/fact.ts";
import type { ReadingContext } from "../reading-context.ts";

/**
 * Keeps one fact of each reading: the same statement about the same things from the same source and as sure is
 * said once, with the other passages as further evidence; of a relation and one it refines, over one passage, the refinement.
 */
export function selectFacts(context: ReadingContext, facts: readonly Fact[]): readonly Fact[] {
  const kept = new Map<string, Fact>();
  for (const fact of [...facts].sort(byPosition)) {
    const key = keyOf(context, fact);
    const known = kept.get(key);
    if (!known) kept.set(key, fact);
    else kept.set(key, mergeEvidence(known, fact));
  }
  const all = withDates(context, [...kept.values()]);
  return all
    .filter((fact) => !all.some((other) => refines(context, other, fact) || saysMore(context, other, fact)))
    .sort(byPosition);
}

/** "the Canadian firm Northlake" is a Canadian firm, and so a firm: of two descriptions by the same words the longer one. */
function saysMore(context: ReadingContext, longer: Fact, shorter: Fact): boolean {
  if (longer === shorter || longer.relation !== "characterizedAs" || shorter.relation !== longer.relation)
    return false;
  const [one, other] = [longer, shorter].map(({ object }) =>
    object.kind === "mention" ? context.mentions.findMention(object.mentionId) : object,
  );
  const entity = (id: string): string | undefined => context.mentions.findMention(id)?.entityId;
  if (!one || !other || entity(longer.subject) !== entity(shorter.subject)) return false;
  return one.start <= other.start && other.end <= one.end && one.end - one.start > other.end - other.start;
}

/** "Kerr quits … Kerr resigned on Friday": a statement made once with its time and again without it is one, and has the time. */
function withDates(context: ReadingContext, facts: readonly Fact[]): readonly Fact[] {
  const timeless = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { date: _, ...rest } = fact;
    const key = keyOf(context, rest);
    timeless.set(key, [...(timeless.get(key) ?? []), fact]);
  }
  return [...timeless.values()].flatMap((same) => {
    const [undated] = same.filter(({ date }) => date === undefined);
    const [dated, ...others] = same.filter(({ date }) => date !== undefined);
    if (!undated || !dated || others.length > 0) return same;
    const { date, dateText } = dated;
    return [{ ...mergeEvidence(dated, undated), date, dateText }] as Fact[];
  });
}

function keyOf(context: ReadingContext, fact: Fact): string {
  const entity = (id: string): string => context.mentions.findMention(id)?.entityId ?? id;
  const { object } = fact;
  const value = object.kind === "mention" ? entity(object.mentionId) : object.value.toLowerCase();
  const symmetric = context.ontology.findRelation(fact.relation)?.symmetric ?? false;
  const ends = [entity(fact.subject), value];
  const speakers = fact.speakers.map((link) => entity(link.speaker));
  return [
    ...(symmetric ? ends.sort() : ends),
    fact.relation,
    fact.factuality,
    fact.date ?? "",
    ...speakers,
  ].join("\u001f");
}

/** The surer reading stands; the other's passage supports it. */
function mergeEvidence(left: Fact, right: Fact): Fact {
  const [first, second] = right.confidence > left.confidence ? [right, left] : [left, right];
  const [main, ...rest] = first.evidence;
  const further = [...rest, ...second.evidence].filter(
    (each, index, all) =>
      !(each.start === main.start && each.end === main.end) &&
      all.findIndex((other) => other.start === each.start && other.end === each.end) === index,
  );
  return { ...first, evidence: [main, ...further.sort((one, other) => one.start - other.start)] };
}

function refines(context: ReadingContext, fine: Fact, coarse: Fact): boolean {
  if (
    fine === coarse ||
    fine.relation === coarse.relation ||
    !context.ontology.refines(fine.relation, coarse.relation)
  )
    return false;
  const same = (left: Fact, right: Fact): boolean =>
    JSON.stringify([left.subject, left.object]) === JSON.stringify([right.subject, right.object]);
  return same(fine, coarse) && fine.evidence[0].start === coarse.evidence[0].start;
}

function byPosition(left: Fact, right: Fact): number {
  const [one] = left.evidence;
  const [other] = right.evidence;
  return (
    one.start - other.start || one.end - other.end || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
  );
}
