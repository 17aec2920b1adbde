import { basename, resolve } from "node:path";

/** What a graph is called in the viewer: the name of its folder, however the folder was given. */
export function titleOfGraph(folder: string): string {
  return basename(resolve(folder)) || "Dateline";
}
