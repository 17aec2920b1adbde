import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Viewer } from "../panels/viewer.ts";
import { NO_DAY } from "../state/columns.ts";
import { compareWindows } from "../state/compare-windows.ts";
import { dayOf, isoOfDay } from "../state/days.ts";
import type { Period, Window } from "../state/view-state.ts";
import { PERIOD_BIT } from "../state/visible.ts";
import { countOf, dateInWords } from "../state/wording.ts";

const BINS = 60;
const HEIGHT = 44;
/** Time between two steps of the play. */
const STEP_MS = 700;

interface Histogram {
  readonly first: number;
  readonly last: number;
  /** Days that one bar stands for. */
  readonly step: number;
  readonly counts: readonly number[];
  /** Facts without a date, which no window holds. */
  readonly undated: number;
}

/** How many facts fall into each stretch of time, under all the other filters. Far-off days are left to the edges. */
function countDays(days: Int32Array, hiddenBy: Uint8Array): Histogram | undefined {
  const known: number[] = [];
  let undated = 0;
  days.forEach((day, fact) => {
    if (((hiddenBy[fact] as number) & ~PERIOD_BIT) !== 0) return;
    if (day === NO_DAY) undated++;
    else known.push(day);
  });
  if (known.length === 0) return undefined;
  known.sort((left, right) => left - right);
  // Nine tenths of what is dated decide the span: one date in the Middle Ages must not squeeze the rest together.
  const at = (share: number): number => known[Math.round((known.length - 1) * share)] as number;
  const first = at(known.length > 40 ? 0.05 : 0);
  const last = at(1);
  const step = Math.max(1, Math.ceil((last - first + 1) / BINS));
  const counts = Array.from({ length: Math.ceil((last - first + 1) / step) }, () => 0);
  for (const day of known) {
    const bin = Math.min(counts.length - 1, Math.max(0, Math.floor((day - first) / step)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { first, last, step, counts, undated };
}

/** How many facts fall into so many days from one on. */
function countWithin({ first, step, counts }: Histogram, from: number, days: number): number {
  const bin = Math.max(0, Math.floor((from - first) / step));
  return counts.slice(bin, bin + Math.max(1, Math.round(days / step))).reduce((sum, count) => sum + count, 0);
}

interface SliderProps {
  readonly label: string;
  readonly histogram: Histogram;
  readonly window: Window;
  readonly onChange: (window: Window) => void;
}

/** Two native sliders for the ends of a window: keyboard and screen reader come with them. */
function WindowSliders({ label, histogram, window, onChange }: SliderProps) {
  const bins = histogram.counts.length;
  const binOf = (date: string): number =>
    Math.min(bins - 1, Math.max(0, Math.floor(((dayOf(date) ?? 0) - histogram.first) / histogram.step)));
  const [from, to] = [binOf(window.from), binOf(window.to)];
  const startOf = (bin: number): string => isoOfDay(histogram.first + bin * histogram.step);
  const endOf = (bin: number): string => isoOfDay(histogram.first + (bin + 1) * histogram.step - 1);
  const slider = (name: string, value: number, words: string, set: (bin: number) => void) => (
    <input
      type="range"
      min={0}
      max={bins - 1}
      step={1}
      value={value}
      aria-label={`${label}: ${name}`}
      aria-valuetext={dateInWords(words)}
      onInput={(event) => set(Number(event.currentTarget.value))}
    />
  );
  return (
    <div class="sliders">
      {slider("first day", from, window.from, (bin) =>
        onChange({ from: startOf(bin), to: endOf(Math.max(bin, to)) }),
      )}
      {slider("last day", to, window.to, (bin) =>
        onChange({ from: startOf(Math.min(from, bin)), to: endOf(bin) }),
      )}
    </div>
  );
}

function Bars({ histogram, windows }: { histogram: Histogram; windows: readonly (Window | null)[] }) {
  const most = Math.max(...histogram.counts);
  const width = 100 / histogram.counts.length;
  const isIn = (bin: number, window: Window | null): boolean => {
    if (window === null) return false;
    const day = histogram.first + bin * histogram.step;
    return day + histogram.step > (dayOf(window.from) ?? 0) && day <= (dayOf(window.to) ?? 0);
  };
  return (
    <svg class="bars" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {histogram.counts.map((count, bin) => {
        const height = count === 0 ? 0 : Math.max(1.5, (Math.sqrt(count) / Math.sqrt(most)) * HEIGHT);
        const part = windows.findIndex((window) => isIn(bin, window));
        return (
          <rect
            key={bin}
            class={part < 0 ? "" : part === 0 ? "in" : "compared"}
            x={bin * width}
            y={HEIGHT - height}
            width={width * 0.86}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** A histogram of days with a window over it: by event or by publication, played, or compared with another window. */
export function Timeline({ viewer }: { viewer: Viewer }) {
  const { period, compared } = viewer.state.value;
  const by = useSignal<Period["by"]>(period?.by ?? "event");
  const isPlaying = useSignal(false);
  const { hiddenBy } = viewer.visible.value;
  const histogram = useMemo(
    () => countDays(viewer.index.columns[by.value], hiddenBy),
    [viewer, by.value, hiddenBy],
  );
  const whole: Window = {
    from: isoOfDay(histogram?.first ?? 0),
    to: isoOfDay((histogram?.first ?? 0) + (histogram?.counts.length ?? 1) * (histogram?.step ?? 1) - 1),
  };
  const set = (window: Window | null, second: Window | null = null): void =>
    viewer.dispatch({
      type: "set-period",
      period: window === null ? null : { by: by.value, ...window },
      compared: second,
    });

  useEffect(() => {
    if (!isPlaying.value || histogram === undefined) return;
    const timer = setInterval(() => {
      const now = viewer.state.value.period;
      const days = histogram.step * Math.max(1, Math.round(histogram.counts.length / 12));
      let from = now === null ? histogram.first : (dayOf(now.from) ?? 0) + days;
      // What nothing is dated to would show an empty picture.
      while (from <= histogram.last && countWithin(histogram, from, days) === 0) from += days;
      if (from > histogram.last) {
        isPlaying.value = false;
        set(null);
      } else set({ from: isoOfDay(from), to: isoOfDay(from + days - 1) });
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying.value, histogram]);

  if (histogram === undefined)
    return (
      <div class="timeline" data-covers-picture>
        <p class="quiet">No fact that is shown has a date.</p>
      </div>
    );
  const halves = (): void => {
    const middle = histogram.first + Math.floor(histogram.counts.length / 2) * histogram.step;
    set({ from: whole.from, to: isoOfDay(middle - 1) }, { from: isoOfDay(middle), to: whole.to });
  };
  const difference = compareWindows(viewer.index, viewer.state.value, viewer.visible.value.facts);
  return (
    <section class="timeline" data-covers-picture aria-label="Timeline">
      <div class="timeline-top">
        <fieldset class="tabs" aria-label="Which date">
          {(["event", "published"] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={by.value === name}
              onClick={() => {
                by.value = name;
                if (period !== null) set(null);
              }}
            >
              {name === "event" ? "Happened" : "Published"}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          onClick={() => {
            isPlaying.value = !isPlaying.value;
          }}
        >
          {isPlaying.value ? "Stop" : "Play"}
        </button>
        <button
          type="button"
          aria-pressed={compared !== null}
          onClick={() => (compared === null ? halves() : set(null))}
        >
          Compare
        </button>
        <p class="quiet timeline-words">
          {period === null
            ? `${dateInWords(whole.from)} to ${dateInWords(whole.to)}`
            : `${dateInWords(period.from)} to ${dateInWords(period.to)}`}
          {compared !== null &&
            ` against ${dateInWords(compared.from)} to ${dateInWords(compared.to)}: ${countOf(difference.gone.size, "fact")} gone, ${difference.added.size} new`}
          {compared === null &&
            histogram.undated > 0 &&
            ` · ${countOf(histogram.undated, "fact")} without a date`}
        </p>
      </div>
      <Bars histogram={histogram} windows={[period, compared]} />
      <WindowSliders
        label={compared === null ? "Window" : "First window"}
        histogram={histogram}
        window={period ?? whole}
        onChange={(window) => set(window, compared)}
      />
      {compared !== null && period !== null && (
        <WindowSliders
          label="Second window"
          histogram={histogram}
          window={compared}
          onChange={(window) => set(period, window)}
        />
      )}
    </section>
  );
}
