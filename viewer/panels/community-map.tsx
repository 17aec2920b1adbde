import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { findCommunities } from "../state/communities.ts";
import { joinCommunities } from "../state/community-lines.ts";
import { countDiscs, type Disc, MOST_DISCS, placeDiscs, type Size } from "../state/place-discs.ts";
import { countOf } from "../state/wording.ts";
import type { Viewer } from "./viewer.ts";

/** The words stay for so long where they are shown besides being said. */
const SAID_MS = 4000;

/** The communities in the place of too many things: a disc for each with its name and size, and lines where facts join them. */
export function CommunityMap({ viewer }: { viewer: Viewer }) {
  const { facts, nodeIds } = viewer.visible.value;
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const all = useMemo(() => findCommunities(viewer.index, facts), [viewer, facts]);
  const most = size === null ? MOST_DISCS : countDiscs(size);
  const shown = useMemo(() => all.slice(0, most), [all, most]);
  const lines = useMemo(() => joinCommunities(shown, facts), [shown, facts]);
  const [discs, setDiscs] = useState<readonly Disc[]>([]);
  useEffect(() => {
    let isCurrent = size !== null;
    if (size !== null)
      void placeDiscs(shown, lines, size).then((placed) => {
        if (isCurrent) setDiscs(placed);
      });
    return () => {
      isCurrent = false;
    };
  }, [shown, lines, size]);
  const which =
    shown.length < all.length
      ? `the ${shown.length} largest of their ${all.length.toLocaleString("en")} communities`
      : shown.length === 1
        ? "their one community"
        : `their ${shown.length} communities`;
  const words = `${countOf(nodeIds.size, "thing")}: ${which} stand for them.`;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      const { offsetWidth: width, offsetHeight: height } = element;
      if (width > 0 && height > 0) setSize({ width, height });
    };
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    measure();
    return () => resizing.disconnect();
  }, []);
  const isMeasured = size !== null;
  useEffect(() => {
    if (!isMeasured) return;
    viewer.message.value = words;
    const timer = setTimeout(() => {
      if (viewer.message.value === words) viewer.message.value = "";
    }, SAID_MS);
    return () => clearTimeout(timer);
  }, [viewer, words, isMeasured]);
  /** The control that was pressed is gone with this map: keys go to the picture. */
  const leave = (said: string): void => {
    viewer.message.value = said;
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".picture .canvas")?.focus());
  };
  const heaviest = Math.max(1, ...lines.map((line) => line.facts));
  return (
    <div class="community-map" ref={box}>
      <svg aria-hidden="true" width={size?.width} height={size?.height}>
        {lines.map(({ from, to, facts: count }) => {
          const [start, end] = [discs[from], discs[to]];
          return (
            start &&
            end && (
              <line
                key={`${from} ${to}`}
                x1={start.x}
                y1={start.y}
                x2={end.x}
                y2={end.y}
                stroke-width={1 + 7 * Math.sqrt(count / heaviest)}
              />
            )
          );
        })}
      </svg>
      <div class="crowd-note" role="note">
        <p>{words}</p>
        <button
          type="button"
          class="strong-button"
          onClick={() => {
            viewer.dispatch({ type: "show-everything", on: true });
            leave(`All ${countOf(nodeIds.size, "thing")} are shown.`);
          }}
        >
          Show all {countOf(nodeIds.size, "thing")}
        </button>
        {shown.length < all.length && (
          <button
            type="button"
            class="link"
            onClick={() => {
              viewer.dialog.value = "communities";
            }}
          >
            List all communities
          </button>
        )}
      </div>
      <ul aria-label="Communities">
        {discs.map(({ community: { name, nodes }, radius, x, y }) => (
          <li key={nodes[0]} style={{ left: `${x}px`, top: `${y - radius}px` }}>
            <button
              type="button"
              onClick={() => {
                viewer.dispatch({ type: "show-only", ids: nodes });
                leave(`${name}: ${countOf(nodes.length, "thing")}.`);
              }}
            >
              <span class="disc" style={{ width: `${2 * radius}px`, height: `${2 * radius}px` }} />
              <b>{name}</b> <span>{countOf(nodes.length, "thing")}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
