import type { Point } from "../../src/layout/layout-input.ts";

/** Where nodes stood at an earlier visit, kept in this browser under the name of the graph. */
export interface KeptPlaces {
  readonly places: ReadonlyMap<string, Point>;
  /** Those that were dragged there. */
  readonly pinned: ReadonlySet<string>;
}

/** More would fill the browser's storage; such graphs are laid out each time, or bring their positions. */
const MAX_NODES = 20_000;

/** What the keys of kept places begin with. */
const KEY = "dateline-places:";

const keyOf = (title: string): string => KEY + title;

/** Nothing where nothing was kept, or the browser keeps nothing (private windows, some file addresses). */
export function readPlaces(title: string): KeptPlaces {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(title)) ?? "{}") as {
      readonly places?: readonly [string, number, number][];
      readonly pinned?: readonly string[];
    };
    const places = (kept.places ?? []).map(([id, x, y]) => [id, { x, y }] as const);
    return { places: new Map(places), pinned: new Set(kept.pinned ?? []) };
  } catch {
    return { places: new Map(), pinned: new Set() };
  }
}

/** Where the browser's storage is full, the graphs that were seen longest ago make room. */
export function keepPlaces(title: string, { places, pinned }: KeptPlaces): void {
  if (places.size > MAX_NODES) return;
  const rows = [...places].map(([id, { x, y }]) => [id, x, y]);
  const text = JSON.stringify({ at: Date.now(), places: rows, pinned: [...pinned] });
  try {
    localStorage.setItem(keyOf(title), text);
  } catch {
    import("./make-room.ts")
      .then(({ keepInFullStorage }) => keepInFullStorage(localStorage, KEY, title, text))
      // The picture is the same next time in any case, but for what was dragged.
      .catch(() => {});
  }
}

export function forgetPlaces(title: string): void {
  try {
    localStorage.removeItem(keyOf(title));
  } catch {
    // Then there is nothing to forget.
  }
}
