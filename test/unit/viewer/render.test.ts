import { describe, expect, test } from "vitest";
import { hashText } from "../../../src/layout/seed.ts";
import { projectGraphView } from "../../../src/view/project-graph-view.ts";
import { edgeCurve, loopCurve, pointOn } from "../../../viewer/render/edge-geometry.ts";
import { fanEdges } from "../../../viewer/render/fan-edges.ts";
import { boxesTouch, type LabelCandidate, LabelPlacer } from "../../../viewer/render/label-placement.ts";
import { mixColors, PALETTES } from "../../../viewer/render/palette.ts";
import { fixtureGraph } from "../../fixtures/graph-view/fixture-graph.ts";

const bounds = { left: 0, top: 0, right: 1280, bottom: 800 };

function candidates(count: number): LabelCandidate[] {
  const unit = (text: string): number => hashText(text) / 2 ** 32;
  return Array.from({ length: count }, (_, index) => ({
    key: `n${index}`,
    x: 40 + unit(`${index} x`) * 1200,
    y: 40 + unit(`${index} y`) * 720,
    radius: 5 + unit(`${index} r`) * 9,
    width: 40 + unit(`${index} w`) * 110,
    height: 15,
    overprints: index < 5,
  }));
}

describe("the label placer", () => {
  test.each([30, 60, 120, 300])("lets no two of %i labels overlap, nor one leave the picture", (count) => {
    const placer = new LabelPlacer(bounds, []);
    const wanted = candidates(count);
    for (const candidate of wanted) placer.addDisc(candidate.key, candidate, candidate.radius);
    const placed = wanted.flatMap((candidate) => placer.place(candidate) ?? []);
    expect(placed.length).toBeGreaterThan(Math.min(count * 0.6, 60));
    placed.forEach((box, first) => {
      expect(box.left >= 0 && box.right <= 1280 && box.top >= 0 && box.bottom <= 800).toBe(true);
      for (const other of placed.slice(first + 1)) expect(boxesTouch(box, other)).toBe(false);
    });
  });

  test("keeps clear of the panels", () => {
    const panel = { left: 600, top: 0, right: 1280, bottom: 800 };
    const placer = new LabelPlacer(bounds, [panel]);
    const placed = candidates(120).flatMap((candidate) => placer.place(candidate) ?? []);
    expect(placed.length).toBeGreaterThan(0);
    for (const box of placed) expect(boxesTouch(box, panel)).toBe(false);
  });

  test("keeps clear of the discs of others, unless the label may overprint", () => {
    const wall = Array.from({ length: 40 }, (_, index) => ({
      x: 400 + (index % 8) * 30,
      y: 300 + Math.floor(index / 8) * 30,
    }));
    const crowded = (overprints: boolean) => {
      const placer = new LabelPlacer(bounds, []);
      for (const [index, point] of wall.entries()) placer.addDisc(`d${index}`, point, 14);
      return placer.place({ key: "d20", x: 520, y: 360, radius: 14, width: 60, height: 15, overprints });
    };
    expect(crowded(false)).toBeUndefined();
    expect(crowded(true)).toBeDefined();
  });

  test("finds another order where the first leaves few labels out", () => {
    // The wide label takes the only place that the narrow one has, and could stand on either side.
    const wall = { left: 0, top: 0, right: 400, bottom: 190 };
    const narrow = { left: 330, top: 180, right: 400, bottom: 300 };
    const floor = { left: 0, top: 222, right: 400, bottom: 300 };
    const disc = (key: string, x: number, width: number): LabelCandidate => ({
      key,
      x,
      y: 205,
      radius: 5,
      width,
      height: 14,
      overprints: false,
    });
    const wanted = [disc("wide", 150, 80), disc("hemmed in", 250, 60)];
    const room = () => {
      const placer = new LabelPlacer({ left: 0, top: 0, right: 400, bottom: 300 }, [wall, narrow, floor]);
      for (const candidate of wanted) placer.addDisc(candidate.key, candidate, candidate.radius);
      placer.addDisc("other", { x: 268, y: 205 }, 5);
      return placer;
    };
    const inOrder = room();
    expect(wanted.map((candidate) => inOrder.place(candidate) !== undefined)).toEqual([true, false]);
    const [wide, hemmedIn] = room().placeAll(wanted);
    expect(wide !== undefined && hemmedIn !== undefined && !boxesTouch(wide, hemmedIn)).toBe(true);
  });

  test("takes less than 2 ms for 300 labels", () => {
    const wanted = candidates(300);
    const run = (): number => {
      const start = performance.now();
      const placer = new LabelPlacer(bounds, []);
      for (const candidate of wanted) placer.addDisc(candidate.key, candidate, candidate.radius);
      for (const candidate of wanted) placer.place(candidate);
      return performance.now() - start;
    };
    // The shortest of many runs: other work on the machine only ever adds.
    expect(Math.min(...Array.from({ length: 40 }, run))).toBeLessThan(2);
  });
});

describe("lines", () => {
  const facts = projectGraphView(fixtureGraph()).facts;

  test("of the same two nodes never run on one another, whichever way they point", () => {
    const bends = fanEdges(facts);
    const at = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } };
    const pairs = new Map<string, string[]>();
    for (const fact of facts) {
      const forward = fact.source < fact.target;
      const middle = pointOn(
        edgeCurve(forward ? at.a : at.b, forward ? at.b : at.a, bends.get(fact.id)?.curvature ?? 0),
        0.5,
      );
      const key = [fact.source, fact.target].sort().join(" ");
      pairs.set(key, [...(pairs.get(key) ?? []), middle.y.toFixed(3)]);
    }
    for (const middles of pairs.values()) expect(new Set(middles).size).toBe(middles.length);
    expect([...pairs.values()].some((middles) => middles.length >= 4)).toBe(true);
  });

  test("run straight where there is one", () => {
    const [fact] = facts;
    expect(fact && fanEdges([fact]).get(fact.id)).toEqual({ curvature: 0, loop: 0 });
  });

  test("from a node to itself leave it and come back, each loop in its own direction", () => {
    const node = { x: 10, y: 10 };
    const [first, second] = [loopCurve(node, 0, 1), loopCurve(node, 1, 1)];
    expect(pointOn(first, 0)).toEqual(node);
    expect(pointOn(first, 1)).toEqual(node);
    const [top, side] = [pointOn(first, 0.5), pointOn(second, 0.5)];
    expect(Math.hypot(top.x - node.x, top.y - node.y)).toBeGreaterThan(30);
    expect(Math.hypot(top.x - side.x, top.y - side.y)).toBeGreaterThan(20);
  });
});

describe("colours", () => {
  function luminance(color: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  const contrast = (first: string, second: string): number => {
    const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((left, right) => left - right);
    return (high + 0.05) / (low + 0.05);
  };

  test.each(["light", "dark"] as const)(
    "of nodes and denied lines stand out 3:1 from the %s ground, texts 4.5:1",
    (theme) => {
      const { ground, node, denied, text, quietText } = PALETTES[theme];
      for (const color of [...Object.values(node), denied])
        expect(contrast(color, ground)).toBeGreaterThanOrEqual(3);
      for (const color of [text, quietText]) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("mix evenly", () => {
    expect(mixColors("#ffffff", "#000000", 0.5)).toBe("#808080");
    expect(mixColors("#123456", "#ffffff", 1)).toBe("#123456");
  });
});
