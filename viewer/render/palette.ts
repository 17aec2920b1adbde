import type { NodeGroup, RelationFamily } from "../../src/view/graph-view.ts";

export type Theme = "light" | "dark";

export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly quietText: string;
  readonly accent: string;
  readonly denied: string;
  readonly node: Readonly<Record<NodeGroup, string>>;
  readonly edge: Readonly<Record<RelationFamily, string>>;
}

/**
 * Mid-tone hues after Okabe and Ito's set for colour-blind readers, each at 3:1 or better on its ground; shapes tell the
 * groups apart as well. Red is kept for what is denied. The style sheet has the same values as custom properties.
 */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: "#fbfbf9",
    text: "#20262e",
    quietText: "#5c6670",
    accent: "#1f5fbf",
    denied: "#c8372d",
    node: {
      person: "#3b78c4",
      organization: "#c77a1c",
      place: "#2b8f73",
      event: "#a85a9b",
      idea: "#76808c",
      thing: "#76808c",
      value: "#8f8a7d",
    },
    edge: {
      "verbal cooperation": "#6b9bcf",
      "material cooperation": "#54a88d",
      "verbal conflict": "#cf9340",
      "material conflict": "#a46fb0",
      other: "#a3abb4",
    },
  },
  dark: {
    ground: "#14171c",
    text: "#e6e9ed",
    quietText: "#9aa5b1",
    accent: "#7fb2f5",
    denied: "#f0685e",
    node: {
      person: "#6aa5ea",
      organization: "#e2a04a",
      place: "#4dbb9a",
      event: "#cf86c3",
      idea: "#8f9aa6",
      thing: "#8f9aa6",
      value: "#a09a8a",
    },
    edge: {
      "verbal cooperation": "#4f7fb5",
      "material cooperation": "#3d8f77",
      "verbal conflict": "#b07f35",
      "material conflict": "#8d5f9a",
      other: "#5d6772",
    },
  },
};

function channels(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `share` of the first colour in the second; both `#rrggbb`. Opaque, so that dimmed lines do not add up where they cross. */
export function mixColors(color: string, ground: string, share: number): string {
  const over = channels(color);
  const under = channels(ground);
  const mixed = over.map((value, channel) => Math.round(value * share + (under[channel] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** A colour as three numbers from 0 to 1, for a shader. */
export function toUnitRgb(color: string): [number, number, number] {
  const [red, green, blue] = channels(color);
  return [red / 255, green / 255, blue / 255];
}
