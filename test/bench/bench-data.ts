import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Prints a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/**
 * The folder of data that is not shipped; ends the program with 2 where there is none.
 *
 * @param named what the command line names
 * @param variable of the environment, which is asked otherwise
 * @param what "The treebanks are"
 */
export function dataFolder(named: string | undefined, variable: string, what: string): string {
  const folder = named ?? process.env[variable];
  if (folder !== undefined && existsSync(folder)) return folder;
  say(
    folder === undefined
      ? `${what} not shipped: name their folder with --data DIR or ${variable}.`
      : `${folder}: no such folder`,
  );
  process.exit(2);
}

/** Text of a file of the folder; says so where it is missing. */
export function fileIn(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  if (existsSync(file)) return readFileSync(file, "utf8");
  say(`${file} is missing: left out`);
  return undefined;
}
