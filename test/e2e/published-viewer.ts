import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

export interface PublishedParts {
  readonly script: string;
  readonly style: string;
}

/** Builds what `dateline publish` puts into its files from the present sources. @param mode - `sparql` for files that answer queries */
export async function buildPublishedParts(
  mode: "production" | "sparql" = "production",
): Promise<PublishedParts> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-published-"));
  const root = fileURLToPath(new URL("../../viewer", import.meta.url));
  await build({
    root,
    configFile: join(root, "published.config.ts"),
    mode,
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: true },
  });
  const [script, style] = await Promise.all(
    ["viewer.js", "viewer.css"].map((name) => readFile(join(folder, name), "utf8")),
  );
  await rm(folder, { recursive: true });
  return { script: script ?? "", style: style ?? "" };
}
