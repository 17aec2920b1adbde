import type { Point } from "../../src/layout/layout-input.ts";

/** Where nodes stood at an earlier visit, kept in this browser under the name of the graph. */
export interface KeptPlaces {
  readonly places: ReadonlyMap<string, Point>;
  /** Those that were dragged there. */
  readonly pinned: ReadonlySet<string>;
}

/** More would fill the browser's storage; such graphs are laid out each time, or bring their positions. */
const MAX_NODES = 20_000;

const keyOf = (title: string): string => `dateline-places:${title}`;

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

export function keepPlaces(title: string, { places, pinned }: KeptPlaces): void {
  if (places.size > MAX_NODES) return;
  try {
    const rows = [...places].map(([id, { x, y }]) => [id, x, y]);
    localStorage.setItem(keyOf(title), JSON.stringify({ places: rows, pinned: [...pinned] }));
  } catch {
    // The picture is the same next time in any case, but for what was dragged.
  }
}

export function forgetPlaces(title: string): void {
  try {
    localStorage.removeItem(keyOf(title));
  } catch {
    // Then there is nothing to forget.
  }
}
