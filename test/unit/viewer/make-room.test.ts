import { describe, expect, test } from "vitest";
import { keepInFullStorage, type TextStorage } from "../../../viewer/start/make-room.ts";

/** A storage that holds so many letters. */
function storageOf(most: number, entries: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(entries));
  const storage: TextStorage = {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      const others = [...kept].reduce((sum, [name, held]) => sum + (name === key ? 0 : held.length), 0);
      if (others + text.length > most) throw new Error("The quota has been exceeded.");
      kept.set(key, text);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
  };
  return { storage, kept };
}

const at = (time: number): string => JSON.stringify({ at: time }).padEnd(20);
const full = { "places:new": at(30), "places:old": at(10), "places:now": at(5), theme: "dark".padEnd(20) };

describe("a full storage", () => {
  test("loses the oldest places, no more than it must, and nothing else", () => {
    const { storage, kept } = storageOf(80, full);
    expect(keepInFullStorage(storage, "places:", "now", at(40).padEnd(40))).toBe(true);
    expect([...kept.keys()].sort()).toEqual(["places:new", "places:now", "theme"]);
    expect(kept.get("places:now")).toBe(at(40).padEnd(40));
  });

  test("loses first what does not tell its time", () => {
    const { storage, kept } = storageOf(80, { ...full, "places:new": "{}".padEnd(20) });
    keepInFullStorage(storage, "places:", "now", at(40).padEnd(40));
    expect([...kept.keys()].sort()).toEqual(["places:now", "places:old", "theme"]);
  });

  test("stays as it was where all room would not do", () => {
    const { storage, kept } = storageOf(80, full);
    expect(keepInFullStorage(storage, "places:", "now", "x".repeat(70))).toBe(false);
    expect(Object.fromEntries(kept)).toEqual(full);
  });
});
