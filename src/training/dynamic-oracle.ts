import {
  type Configuration,
  LEFT_ARC,
  type MoveKind,
  RIGHT_ARC,
  SHIFT,
} from "../annotate/parser/configuration.ts";

/**
 * Dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many arcs of the gold tree a move puts out
 * of reach, in any configuration. `heads` holds the gold heads, `length` for the root's dependent.
 */
export function moveCost(configuration: Configuration, heads: Int32Array, move: MoveKind): number {
  if (move === SHIFT) return shiftCost(configuration, heads);
  const { next, length } = configuration;
  const dependent = configuration.stackAt(0);
  const goldHead = heads[dependent] as number;
  let cost = 0;
  // The top leaves the stack: its dependents in the buffer are lost, and so are its other possible heads.
  for (let word = next; word < length; word++) {
    if (heads[word] === dependent) cost++;
  }
  if (move === LEFT_ARC) return cost + (goldHead === configuration.stackAt(1) || goldHead > next ? 1 : 0);
  if (move === RIGHT_ARC) return cost + (goldHead >= next ? 1 : 0);
  return cost;
}

/** The next word goes over the stack: its head below the top, and its dependents on the stack, are lost. */
function shiftCost(configuration: Configuration, heads: Int32Array): number {
  const { next } = configuration;
  let cost = 0;
  for (let depth = 0; depth < configuration.stackSize; depth++) {
    const word = configuration.stackAt(depth);
    if (heads[word] === next) cost++;
    if (depth > 0 && heads[next] === word) cost++;
  }
  return cost;
}
