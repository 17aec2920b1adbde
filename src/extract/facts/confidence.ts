import { type Argument, isLiteral, type LiteralArgument, type Reading } from "../reading.ts";
import type { SentenceTree } from "../tree/sentence-tree.ts";

/** How sure the extractor is of a reading, with what it rests on. */
export interface Confidence {
  readonly value: number;
  readonly reasons: readonly string[];
}

/** A pronoun's antecedent is found by rules that err about one time in four. */
const PRONOUN_TRUST = 0.75;

/**
 * Rule, parser and mentions each may be wrong: the rule's reliability is lowered by the least sure arc among the
 * words it rests on (by at most half), and by each argument that is a pronoun.
 */
export function confidenceOf(tree: SentenceTree, reading: Reading): Confidence {
  const open = reading.relation.startsWith("rel:");
  const reasons = [
    open ? `open relation "${reading.relationLemma ?? reading.relation}"` : `wording of ${reading.relation}`,
  ];
  let value = reading.reliability;
  const arc = weakestArc(tree, reading);
  value *= 0.5 + 0.5 * arc;
  reasons.push(`rule ${reading.rule}`, `weakest arc ${arc.toFixed(2)}`);
  for (const argument of [reading.subject, reading.object]) {
    if (isPronoun(argument)) {
      value *= PRONOUN_TRUST;
      reasons.push(`"${tree.slice(argument.span)}" is a pronoun`);
    }
  }
  return { value: Math.round(value * 100) / 100, reasons };
}

function isPronoun(argument: Argument | LiteralArgument): boolean {
  return !isLiteral(argument) && argument.mention.form === "pronoun";
}

/** Names' insides are repaired by the name layer, so only arcs of the clause count. */
function weakestArc(tree: SentenceTree, reading: Reading): number {
  const nodes = [reading.anchor, reading.subject.node, reading.object.node].filter(
    (node) => node !== undefined,
  );
  const here = nodes.filter((node) => tree.node(node.index) === node);
  return Math.min(1, ...here.map((node) => node.arcConfidence));
}
