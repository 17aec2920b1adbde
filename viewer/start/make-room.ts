/** What is needed of `localStorage`. */
export interface TextStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** When an entry was kept; entries that do not tell are the oldest. */
function timeOf(text: string | null): number {
  try {
    const { at } = JSON.parse(text ?? "") as { readonly at?: unknown };
    return typeof at === "number" ? at : 0;
  } catch {
    return 0;
  }
}

/**
 * Keeps a text in a storage that is full: entries whose keys begin alike are dropped for it, the oldest first, and no more
 * than must be. Where even that does not help, all stays as it was.
 *
 * @returns whether the text is kept
 */
export function keepInFullStorage(storage: TextStorage, prefix: string, name: string, text: string): boolean {
  const own = prefix + name;
  const others = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "")
    .filter((key) => key.startsWith(prefix) && key !== own)
    .map((key) => ({ key, text: storage.getItem(key) ?? "" }))
    .sort((left, right) => timeOf(left.text) - timeOf(right.text));
  for (const [count, { key }] of others.entries()) {
    storage.removeItem(key);
    try {
      storage.setItem(own, text);
      return true;
    } catch {
      if (count === others.length - 1) for (const other of others) storage.setItem(other.key, other.text);
    }
  }
  return false;
}
