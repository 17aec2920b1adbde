/**
 * A number of 32 bits from a text, the same on every machine: FNV-1a, then the final mixing of MurmurHash3, without
 * which texts that differ in their last letter give numbers close together.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Two numbers in [-1, 1) from a node's id: where it starts. The picture then depends on the graph alone. */
export function startPoint(id: string): { x: number; y: number } {
  const toUnit = (hash: number): number => hash / 0x80000000 - 1;
  return { x: toUnit(hashText(id)), y: toUnit(hashText(`${id}\u0000y`)) };
}
