import { openFolder } from "../io/folder.ts";
import { addSatellites, layoutInputOf } from "../layout/arrange-view.ts";
import { computeLayout } from "../layout/layout.ts";
import type { Point } from "../layout/layout-input.ts";
import { StoreError } from "../model/errors.ts";
import { hashText } from "../model/ids.ts";
import { checkedText, withChecksum } from "../store/checksum.ts";
import type { GraphView } from "../view/graph-view.ts";

/*
 * Where each thing stands in the picture, kept beside a graph, so that a large graph need not be arranged each time that it
 * is looked at, and stands as it stood when articles are added.
 */

const FILE = ".cache/positions.json";
/** Another number where layouts have become better: what was kept by an earlier one is then forgotten. */
const LAYOUT = 1;
/** Width over height that the picture is made for: a window on a desk. */
export const SHAPE = 1.4;
/** More would take longer than anybody waits for: they are arranged where they are looked at, which tells how far it is. */
const MOST_NODES = 30_000;

interface Kept {
  /** Stands for what is arranged: things, their sizes, and what joins them. */
  readonly key: string;
  readonly places: ReadonlyMap<string, Point>;
}

const NOTHING: Kept = { key: "", places: new Map() };

function keyOf(view: GraphView): string {
  return hashText(JSON.stringify(layoutInputOf(view, SHAPE)));
}

/** Nothing where nothing was kept, it was changed since, or it cannot be read: it can be made again. */
async function read(folder: string): Promise<Kept> {
  try {
    const json = checkedText((await openFolder(folder).read(FILE)) ?? "");
    if (json === undefined) return NOTHING;
    const { layout, key, places } = JSON.parse(json) as {
      readonly layout: number;
      readonly key: string;
      readonly places: readonly (readonly [string, number, number])[];
    };
    if (layout !== LAYOUT) return NOTHING;
    return { key, places: new Map(places.map(([id, x, y]) => [id, { x, y }])) };
  } catch {
    return NOTHING;
  }
}

/** A view with the places that are kept beside its graph, of those things that have one. @param folder null for a graph in memory */
export async function withKeptPositions(view: GraphView, folder: string | null): Promise<GraphView> {
  if (folder === null) return view;
  const { places } = await read(folder);
  return {
    ...view,
    positions: view.nodes.flatMap(({ id }) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ node: id, ...place }];
    }),
  };
}

/**
 * Arranges a view and keeps the places beside its graph; things that stood somewhere before stay about there. Does nothing
 * where the places that are kept are those of this view, or there are too many things. Where the folder cannot be written,
 * nothing is kept.
 *
 * @param onStart told before anything is arranged
 */
export async function keepPositions(view: GraphView, folder: string, onStart: () => void): Promise<void> {
  const kept = await read(folder);
  const key = keyOf(view);
  if (kept.key === key || view.nodes.length > MOST_NODES) return;
  onStart();
  const arranged = computeLayout(layoutInputOf(view, SHAPE, { previous: kept.places }));
  const places = addSatellites(view, arranged);
  const rows = view.nodes.flatMap(({ id }) => {
    const place = places.get(id);
    return place === undefined ? [] : [[id, place.x, place.y]];
  });
  const disk = openFolder(folder);
  try {
    await disk.write(".cache/.gitignore", "*\n");
    await disk.write(FILE, withChecksum(`${JSON.stringify({ layout: LAYOUT, key, places: rows })}\n`));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
