import type { Point } from "../../src/layout/layout-input.ts";
import type { ViewIndex } from "./view-index.ts";
import {
  type CameraPlace,
  FACETS,
  INITIAL_STATE,
  type Period,
  type Selection,
  TABS,
  type ViewState,
  type Window,
} from "./view-state.ts";

/** Stands for the beginning that the nodes' ids have in common, which would fill the address. */
const BASE_SIGN = "~";

const encodeId = (id: string, { base }: ViewIndex): string =>
  base !== "" && id.startsWith(base) ? BASE_SIGN + id.slice(base.length) : id;
const decodeId = (text: string, { base }: ViewIndex): string =>
  text.startsWith(BASE_SIGN) ? base + text.slice(1) : text;

const encodeWindow = ({ from, to }: Window): string => `${from}/${to}`;
const encodeNumbers = (...numbers: number[]): string => numbers.map(String).join(",");

/**
 * The state as the fragment of an address, e.g. `node=~Mark_Rutte&hide-factuality=negated`; empty for the initial state.
 * The fragment never reaches a server, and works for a file too.
 */
export function toFragment(state: ViewState, index: ViewIndex): string {
  const parameters = new URLSearchParams();
  const { selection, period, compared, only, camera } = state;
  const id = (nodeId: string): string => encodeId(nodeId, index);
  if (state.tab !== "graph") parameters.set("tab", state.tab);
  if (selection.kind === "node") parameters.set("node", id(selection.id));
  if (selection.kind === "fact") {
    parameters.set("fact", selection.id);
    if (selection.from !== null) parameters.set("from", id(selection.from));
  }
  if (selection.kind === "path") {
    parameters.set("path", id(selection.from));
    if (selection.to !== null) parameters.set("to", id(selection.to));
    if (selection.rank > 0) parameters.set("rank", String(selection.rank));
  }
  for (const facet of FACETS) {
    const hidden = [...state.hidden[facet]].sort();
    if (hidden.join("\n") === [...INITIAL_STATE.hidden[facet]].sort().join("\n")) continue;
    if (hidden.length === 0) parameters.append(`hide-${facet}`, "");
    for (const value of hidden) parameters.append(`hide-${facet}`, value);
  }
  if (state.words !== "") parameters.set("words", state.words);
  if (period !== null) parameters.set(period.by, encodeWindow(period));
  if (period !== null && compared !== null) parameters.set("compare", encodeWindow(compared));
  for (const node of only ?? []) parameters.append("only", id(node));
  if (state.everything) parameters.set("everything", "");
  for (const [node, { x, y }] of state.pins) parameters.append("pin", `${encodeNumbers(x, y)},${id(node)}`);
  for (const [node, text] of state.notes) parameters.append("note", `${id(node)}\n${text}`);
  if (camera !== null) parameters.set("at", encodeNumbers(camera.x, camera.y, camera.ratio));
  // A tilde needs no escape in a fragment.
  return parameters.toString().replaceAll("%7E", BASE_SIGN);
}

function selectionOf(parameters: URLSearchParams, index: ViewIndex): Selection {
  const nodeAt = (name: string): string | null => {
    const id = decodeId(parameters.get(name) ?? "", index);
    return index.nodes.has(id) ? id : null;
  };
  const fact = parameters.get("fact");
  if (fact !== null && index.facts.has(fact)) return { kind: "fact", id: fact, from: nodeAt("from") };
  const start = nodeAt("path");
  if (start !== null) {
    const rank = Number(parameters.get("rank") ?? 0);
    return {
      kind: "path",
      from: start,
      to: nodeAt("to"),
      rank: Number.isInteger(rank) && rank > 0 ? rank : 0,
    };
  }
  const node = nodeAt("node");
  return node === null ? { kind: "none" } : { kind: "node", id: node };
}

function windowOf(text: string | null): Window | null {
  const parts = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(text ?? "");
  return parts === null ? null : { from: parts[1] as string, to: parts[2] as string };
}

function periodOf(parameters: URLSearchParams): Period | null {
  for (const by of ["event", "published"] as const) {
    const window = windowOf(parameters.get(by));
    if (window !== null) return { by, ...window };
  }
  return null;
}

function cameraOf(text: string | null): CameraPlace | null {
  const [x, y, ratio] = (text ?? "").split(",").map(Number);
  const isGood = [x, y, ratio].every((value) => Number.isFinite(value)) && (ratio ?? 0) > 0;
  return isGood ? { x: x as number, y: y as number, ratio: ratio as number } : null;
}

function pinsOf(parameters: URLSearchParams, index: ViewIndex): ReadonlyMap<string, Point> {
  const pins = new Map<string, Point>();
  for (const text of parameters.getAll("pin")) {
    const parts = /^(-?[\d.]+),(-?[\d.]+),(.+)$/s.exec(text);
    const id = decodeId(parts?.[3] ?? "", index);
    if (index.nodes.has(id)) pins.set(id, { x: Number(parts?.[1]), y: Number(parts?.[2]) });
  }
  return pins;
}

function notesOf(parameters: URLSearchParams, index: ViewIndex): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const text of parameters.getAll("note")) {
    const cut = text.indexOf("\n");
    const id = decodeId(text.slice(0, cut), index);
    if (cut > 0 && index.nodes.has(id)) notes.set(id, text.slice(cut + 1));
  }
  return notes;
}

/** Reads a fragment; ids that the graph does not have are ignored, and so is what cannot be read. */
export function fromFragment(fragment: string, index: ViewIndex): ViewState {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const hidden = Object.fromEntries(
    FACETS.map((facet) => {
      const name = `hide-${facet}`;
      const values = parameters.getAll(name).filter((value) => value !== "");
      return [facet, parameters.has(name) ? new Set(values) : INITIAL_STATE.hidden[facet]];
    }),
  ) as ViewState["hidden"];
  const period = periodOf(parameters);
  const only = parameters
    .getAll("only")
    .map((text) => decodeId(text, index))
    .filter((id) => index.nodes.has(id));
  return {
    selection: selectionOf(parameters, index),
    tab: TABS.find((tab) => tab === parameters.get("tab")) ?? "graph",
    hidden,
    words: parameters.get("words") ?? "",
    period,
    compared: period === null ? null : windowOf(parameters.get("compare")),
    only: only.length === 0 ? null : new Set(only),
    everything: parameters.has("everything"),
    pins: pinsOf(parameters, index),
    notes: notesOf(parameters, index),
    camera: cameraOf(parameters.get("at")),
  };
}
