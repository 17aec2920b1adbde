import { type ReadonlySignal, signal } from "@preact/signals";
import type { ThemeChoice } from "../panels/viewer.ts";
import type { Theme } from "../render/palette.ts";

const KEY = "dateline-theme";

/** A page without storage (private windows, some file addresses) begins with the system's colours each time. */
function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

function keepChoice(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // It holds for this page at least.
  }
}

export interface ThemeControl {
  readonly choice: ReadonlySignal<ThemeChoice>;
  /** The colours that are on screen. */
  shown(): Theme;
  choose(choice: ThemeChoice): void;
  /** Stops following the system's colours. */
  end(): void;
}

/** Keeps an element in the chosen colours, or in the system's. @param onChange - called when other colours are shown */
export function controlTheme(element: HTMLElement, onChange: (theme: Theme) => void): ThemeControl {
  const choice = signal(readChoice());
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const shown = (): Theme => {
    if (choice.value !== "system") return choice.value;
    return darkScheme.matches ? "dark" : "light";
  };
  const apply = (): void => {
    element.dataset["theme"] = shown();
    onChange(shown());
  };
  darkScheme.addEventListener("change", apply);
  apply();
  return {
    choice,
    shown,
    end: () => darkScheme.removeEventListener("change", apply),
    choose(next) {
      choice.value = next;
      keepChoice(next);
      apply();
    },
  };
}
