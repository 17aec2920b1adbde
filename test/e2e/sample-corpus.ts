import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export interface SampleCorpus {
  /** The graph of `data/articles`. */
  readonly folder: string;
  remove(): void;
}

/** Builds the sample articles into a graph of their own, by the command that a user types. */
export function buildSampleCorpus(): SampleCorpus {
  const folder = mkdtempSync(join(tmpdir(), "dateline-sample-"));
  const kg = join(folder, "kg");
  const command = ["--import", import.meta.resolve("tsx"), join(root, "src/cli/main.ts")];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...command, "build", "data/articles", "--kg", kg, "--quiet"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the sample corpus was not built:\n${stderr}`);
  return { folder: kg, remove: () => rmSync(folder, { recursive: true }) };
}
