/** Files a value under a key. */
export function putIn<T>(index: Map<string, Set<T>>, key: string, value: T): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, new Set([value]));
  else held.add(value);
}

/** Takes it out again; a key that has nothing left goes too. */
export function takeOut<T>(index: Map<string, Set<T>>, key: string, value: T): void {
  const held = index.get(key);
  held?.delete(value);
  if (held?.size === 0) index.delete(key);
}
