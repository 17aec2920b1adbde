import type { GraphView, GraphViewFact, ViewFactuality } from "../../src/view/graph-view.ts";

/** Who says the same as a fact, and who says otherwise. */
export interface Agreement {
  /** Other facts that say the same. */
  readonly agreeing: ReadonlyMap<string, readonly string[]>;
  /** Facts that deny it, or that it denies. */
  readonly opposing: ReadonlyMap<string, readonly string[]>;
  /** How many outlets say it, itself included: at least 1. */
  readonly sources: ReadonlyMap<string, number>;
}

/** "Said", "denied" and everything between: facts agree only within one of these, and only the first two exclude each other. */
function stanceOf(factuality: ViewFactuality): "holds" | "denied" | "open" {
  if (factuality === "certain") return "holds";
  return factuality === "negated" ? "denied" : "open";
}

function addPair(pairs: Map<string, Set<string>>, left: string, right: string): void {
  for (const [from, to] of [
    [left, right],
    [right, left],
  ] as const) {
    const known = pairs.get(from);
    if (known === undefined) pairs.set(from, new Set([to]));
    else known.add(to);
  }
}

/**
 * The supports and conflicts of the view, and those that are plain to see: the same words of subject, relation and
 * object said again with the same factuality, or once as certain and once as negated.
 *
 * @param sourceOf - what counts as one voice: the outlet
 */
export function findAgreement(view: GraphView, sourceOf: (fact: GraphViewFact) => string): Agreement {
  const agreeing = new Map<string, Set<string>>();
  const opposing = new Map<string, Set<string>>();
  for (const { left, right } of view.supports) addPair(agreeing, left, right);
  for (const { left, right } of view.conflicts) addPair(opposing, left, right);
  const statements = new Map<string, GraphViewFact[]>();
  for (const fact of view.facts) {
    const key = `${fact.source}\n${fact.relation}\n${fact.target}`;
    const known = statements.get(key);
    if (known === undefined) statements.set(key, [fact]);
    else known.push(fact);
  }
  for (const same of statements.values())
    same.forEach((fact, place) => {
      for (const other of same.slice(place + 1)) {
        const stances = [stanceOf(fact.factuality), stanceOf(other.factuality)];
        if (fact.factuality === other.factuality) addPair(agreeing, fact.id, other.id);
        else if (stances.includes("holds") && stances.includes("denied"))
          addPair(opposing, fact.id, other.id);
      }
    });
  const facts = new Map(view.facts.map((fact) => [fact.id, fact]));
  const sources = new Map<string, number>();
  for (const fact of view.facts) {
    const others = [...(agreeing.get(fact.id) ?? [])].flatMap((id) => facts.get(id) ?? []);
    sources.set(fact.id, new Set([fact, ...others].map(sourceOf)).size);
  }
  const toLists = (pairs: Map<string, Set<string>>) =>
    new Map([...pairs].map(([id, others]) => [id, [...others]] as const));
  return { agreeing: toLists(agreeing), opposing: toLists(opposing), sources };
}
