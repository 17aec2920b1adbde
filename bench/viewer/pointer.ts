import type { CDPSession, Page } from "playwright-core";
import { withPositions } from "../../src/layout/with-positions.ts";
import { newsLikeGraph } from "./news-like-graph.ts";
import type { TestedPages } from "./tested-pages.ts";

/*
 * What the main thread has to do per movement of the pointer, and per frame while the picture is pushed: ours against bare
 * sigma, on 10,000 nodes. Both pages stay open and take turns, so that other work on the machine falls on both alike.
 */

const ROUNDS = 4;
const HOVERS = 40;
const PUSHES = 40;
/** Pixels of one push: in all, labels are placed anew several times. */
const PUSH = 4;

interface Hovered {
  /** Milliseconds of scripts, and of all that the main thread did, per movement. */
  readonly script: number;
  readonly task: number;
  /** Movements that came upon another node. */
  readonly met: number;
}

interface Tested {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly hovers: Hovered[];
  readonly frames: number[];
}

async function prepare(name: string, page: Page): Promise<Tested> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const box = await page.locator("canvas.sigma-mouse").boundingBox();
  if (box === null) throw new Error(`${name} drew nothing`);
  return { name, page, session, box, hovers: [], frames: [] };
}

async function mainThread({ session }: Tested): Promise<{ script: number; task: number }> {
  const { metrics } = await session.send("Performance.getMetrics");
  const read = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  return { script: read("ScriptDuration"), task: read("TaskDuration") };
}

/** The pointer goes about in the middle, over other places each round. */
async function hover(tested: Tested, round: number): Promise<void> {
  const { page, box } = tested;
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(middleX, middleY);
  await page.waitForTimeout(300);
  await page.evaluate("(window.bench ?? window).met = 0");
  const before = await mainThread(tested);
  for (let step = 1; step <= HOVERS; step++) {
    const turn = step + round * 0.7;
    await page.mouse.move(middleX + Math.cos(turn) * step * 4, middleY + Math.sin(turn) * step * 3);
  }
  await page.waitForTimeout(400);
  const after = await mainThread(tested);
  tested.hovers.push({
    script: (after.script - before.script) / HOVERS,
    task: (after.task - before.task) / HOVERS,
    met: (await page.evaluate("(window.bench ?? window).met")) as number,
  });
}

/** Pushes the picture there and back from the lower right corner, where neither node nor note is: a node would be dragged instead. */
async function push(tested: Tested): Promise<void> {
  const { page, box } = tested;
  const corner = { x: box.x + box.width - 30, y: box.y + box.height - 30 };
  await page.mouse.move(corner.x, corner.y);
  await page.waitForTimeout(300);
  await page.evaluate("window.frameTimes = []");
  await page.mouse.down();
  for (let step = 1; step <= PUSHES; step++) {
    const way = Math.min(step, PUSHES - step);
    await page.mouse.move(corner.x - way * PUSH, corner.y - way);
  }
  await page.waitForTimeout(300);
  await page.mouse.up();
  tested.frames.push(...((await page.evaluate("window.frameTimes")) as number[]));
  await page.waitForTimeout(400);
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

/** Mean over the rounds without the dearest and the cheapest quarter: other work on the machine falls into those. */
function middleMean(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const cut = Math.floor(sorted.length / 4);
  return meanOf(sorted.slice(cut, sorted.length - cut));
}

export async function measurePointer(
  tell: (...words: readonly unknown[]) => void,
  pages: TestedPages,
): Promise<void> {
  pages.show(withPositions(newsLikeGraph(10_000), 1.4));
  const mine = await prepare("ours", await pages.openOwn());
  const { width, height } = mine.box;
  const size = { width: Math.round(width), height: Math.round(height) };
  const bare = await prepare("bare sigma", await pages.openPeer("sigma", size));
  const both = [mine, bare];
  // Long enough for a machine without a graphics card to have drawn what it was given so far.
  await mine.page.waitForTimeout(3000);
  for (let round = 0; round < ROUNDS; round++)
    for (const tested of round % 2 === 0 ? both : [...both].reverse()) {
      await tested.page.bringToFront();
      await hover(tested, round);
      await push(tested);
      tell(tested.name, tested.hovers.at(-1));
    }
  const rows = [
    [
      "hover, scripts: mean of the middle rounds",
      middleMean,
      (tested: Tested) => tested.hovers.map(({ script }) => script),
    ],
    ["hover, scripts: mean of all", meanOf, (tested: Tested) => tested.hovers.map(({ script }) => script)],
    [
      "hover, main thread: mean of the middle rounds",
      middleMean,
      (tested: Tested) => tested.hovers.map(({ task }) => task),
    ],
    ["frame of a push: mean", meanOf, (tested: Tested) => tested.frames],
    [
      "frame of a push: median",
      (values: readonly number[]) => quantile(values, 0.5),
      (tested: Tested) => tested.frames,
    ],
    [
      "frame of a push: 95 of 100 take less",
      (values: readonly number[]) => quantile(values, 0.95),
      (tested: Tested) => tested.frames,
    ],
  ] as const;
  console.table(
    rows.map(([what, take, of]) => {
      const [ours, theirs] = [take(of(mine)), take(of(bare))];
      return {
        what,
        "ours, ms": ours.toFixed(2),
        "bare sigma, ms": theirs.toFixed(2),
        ratio: (ours / theirs).toFixed(2),
        bar: "1.5",
      };
    }),
  );
  console.log(
    `nodes met per movement: ours ${(meanOf(mine.hovers.map(({ met }) => met)) / HOVERS).toFixed(2)}, bare sigma ${(meanOf(bare.hovers.map(({ met }) => met)) / HOVERS).toFixed(2)}; frames of pushes: ${mine.frames.length} and ${bare.frames.length}`,
  );
  for (const { page } of both) await page.close();
}
