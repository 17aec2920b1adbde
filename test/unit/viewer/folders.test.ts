import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../viewer", import.meta.url));

interface Import {
  readonly file: string;
  readonly folder: string;
  /** Folder of the viewer or name of the package. */
  readonly target: string;
}

function readImports(): Import[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts") && file !== "vite.config.ts",
  );
  return files.flatMap((file) => {
    const folder = file.includes("/") ? (file.split("/")[0] ?? "") : "main";
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => {
      const specifier = match[1] ?? "";
      if (!specifier.startsWith(".")) return { file, folder, target: specifier };
      const path = relative(root, join(root, file, "..", specifier)).replaceAll("\\", "/");
      return { file, folder, target: path.startsWith("../") ? path : (path.split("/")[0] ?? "") };
    });
  });
}

/** What each folder may import besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  state: ["../src/view/graph-view.ts", "minisearch"],
  data: ["../src/view/graph-view.ts"],
  layout: ["state", "graphology-layout-forceatlas2/iterate.js"],
  render: [
    "../src/view/graph-view.ts",
    "state",
    "layout",
    "graphology",
    "sigma",
    "sigma/rendering",
    "sigma/types",
    "sigma/utils",
  ],
  panels: ["../src/view/graph-view.ts", "state", "preact", "preact/hooks", "@preact/signals"],
  start: ["state", "layout", "panels", "render", "@preact/signals"],
  main: ["data", "state", "layout", "panels", "start", "preact", "@preact/signals"],
};

describe("the viewer's folders", () => {
  const imports = readImports();

  test("import only what they may: sigma in render/ alone, no panel knows the renderer, one file of src/", () => {
    const wrong = imports.filter(
      ({ folder, target }) => target !== folder && ALLOWED[folder]?.includes(target) !== true,
    );
    expect(wrong).toEqual([]);
  });

  test("are all looked at", () => {
    expect(new Set(imports.map(({ folder }) => folder))).toEqual(new Set(Object.keys(ALLOWED)));
  });
});
