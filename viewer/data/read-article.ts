import { type GraphView, parseGraphView } from "../../src/view/graph-view.ts";
import type { DataSource } from "./load-view.ts";
import { type ReadFiles, readEach } from "./read-each.ts";

/** What a server says of itself. */
export interface ServerAbilities {
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

/** Asks the server what it can do. */
export async function askAbilities({ base }: DataSource): Promise<ServerAbilities> {
  const response = await fetch(`${base}api/abilities`);
  if (!response.ok) return { canRead: false, canWrite: false };
  return (await response.json()) as ServerAbilities;
}

/** Has the server read files, one after the other. @param onText - told which one is next, and its text */
export function readArticles(
  source: DataSource,
  files: readonly File[],
  onText: (name: string, text: string) => void,
): Promise<ReadFiles> {
  return readEach(files, (text, name) => readArticle(source, text, name), onText);
}

/** Has the server read a text. @returns the facts that it states, as a view of their own @throws Error in the server's words */
async function readArticle({ base }: DataSource, text: string, fileName: string): Promise<GraphView> {
  const response = await fetch(`${base}api/read`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text, fileName }),
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  return parseGraphView(await response.json());
}
