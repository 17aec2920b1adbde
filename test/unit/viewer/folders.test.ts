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
    (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts") && !file.endsWith(".config.ts"),
  );
  return files.flatMap((file) => {
    const folder = file.includes("/") ? (file.split("/")[0] ?? "") : "main";
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map((match) => {
      const specifier = match[1] ?? "";
      if (!specifier.startsWith(".")) return { file, folder, target: specifier };
      const path = relative(root, join(root, file, "..", specifier)).replaceAll("\\", "/");
      if (path.startsWith("../src/layout/")) return { file, folder, target: "../src/layout" };
      return { file, folder, target: path.startsWith("../") ? path : (path.split("/")[0] ?? "") };
    });
  });
}

/** What each folder may import besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  state: ["../src/view/graph-view.ts", "../src/layout", "minisearch"],
  data: ["../src/view/graph-view.ts"],
  layout: ["../src/layout", "state"],
  render: [
    "../src/view/graph-view.ts",
    "../src/layout",
    "state",
    "graphology",
    "sigma",
    "sigma/rendering",
    "sigma/types",
    "sigma/utils",
  ],
  export: ["../src/view/graph-view.ts", "state", "render"],
  panels: [
    "../src/view/graph-view.ts",
    "state",
    "data",
    "dialogs",
    "query",
    "timeline",
    "preact",
    "preact/hooks",
    "@preact/signals",
  ],
  dialogs: ["state", "data", "export", "panels", "preact", "preact/hooks", "@preact/signals"],
  timeline: ["state", "panels", "preact/hooks", "@preact/signals"],
  query: [
    "state",
    "data",
    "panels",
    "preact/hooks",
    "@preact/signals",
    "codemirror-lang-sparql",
    "@codemirror/autocomplete",
    "@codemirror/commands",
    "@codemirror/language",
    "@codemirror/state",
    "@codemirror/view",
    "@lezer/highlight",
    "oxigraph/web.js",
  ],
  start: [
    "../src/layout",
    "state",
    "data",
    "export",
    "layout",
    "panels",
    "render",
    "preact",
    "@preact/signals",
  ],
  main: ["start", "style", "main.tsx"],
};

describe("the viewer's folders", () => {
  const imports = readImports();

  test("import only what they may: sigma in render/ alone, no panel knows the renderer, two things of src/", () => {
    const wrong = imports.filter(
      ({ folder, target }) => target !== folder && ALLOWED[folder]?.includes(target) !== true,
    );
    expect(wrong).toEqual([]);
  });

  test("are all looked at", () => {
    expect(new Set(imports.map(({ folder }) => folder))).toEqual(new Set(Object.keys(ALLOWED)));
  });
});
