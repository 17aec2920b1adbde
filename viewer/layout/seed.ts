/** FNV-1a, 32 bits: a number from a text, the same on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Two numbers in [-1, 1) from a node's id: where it starts. The picture then depends on the graph alone. */
export function startPoint(id: string): { x: number; y: number } {
  const toUnit = (hash: number): number => hash / 0x80000000 - 1;
  return { x: toUnit(hashText(id)), y: toUnit(hashText(`${id}\u0000y`)) };
}
