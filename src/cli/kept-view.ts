import { openFolder } from "../io/folder.ts";
import { programStamp } from "../io/package-resources.ts";
import { StoreError } from "../model/errors.ts";
import { hashText } from "../model/ids.ts";
import { checkedText, withChecksum } from "../store/checksum.ts";

/*
 * The view of a graph as the viewer is given it, kept beside the graph: a large graph is then looked at again without a
 * question of who is who or who agrees with whom being asked anew.
 */

const FILE = ".cache/view.json";

/** Another text once any file of the graph was written again, or the program is another. @throws {@link StoreError} */
export async function graphState(folder: string): Promise<string> {
  return hashText(JSON.stringify([await programStamp(), [...(await openFolder(folder).stamps())]]));
}

/** The line that a kept view begins with. */
const headOf = (state: string, title: string): string => `${hashText(JSON.stringify([state, title]))}\n`;

async function readFile(folder: string): Promise<string | undefined> {
  return openFolder(folder)
    .read(FILE)
    .catch(() => undefined);
}

/** Whether one is kept for this state and title, as far as its first line tells. */
export async function isViewKept(folder: string, state: string, title: string): Promise<boolean> {
  return (await readFile(folder))?.startsWith(headOf(state, title)) === true;
}

/** @returns the JSON of a GraphView; undefined where none is kept for this state and title, or it was changed since */
export async function readKeptView(
  folder: string,
  state: string,
  title: string,
): Promise<string | undefined> {
  const head = headOf(state, title);
  const text = await readFile(folder);
  return text?.startsWith(head) ? checkedText(text)?.slice(head.length) : undefined;
}

/** Where the folder cannot be written, nothing is kept. */
export async function keepView(folder: string, state: string, title: string, json: string): Promise<void> {
  const disk = openFolder(folder);
  try {
    await disk.write(".cache/.gitignore", "*\n");
    await disk.write(FILE, withChecksum(`${headOf(state, title)}${json}\n`));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
