/** 32-bit hash of a string (FNV-1a over its UTF-16 code units): the same on every machine. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** Folds one more value into a feature's hash. Order matters: mix(mix(t, a), b) differs from mix(mix(t, b), a). */
export function mixHash(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
}
