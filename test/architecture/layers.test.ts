import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "src");

/** Room → the rooms it may import, as ARCHITECTURE.md's table says. */
function readImportTable(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const line of readFileSync(join(root, "ARCHITECTURE.md"), "utf8").split("\n")) {
    const row = /^\| `([a-z]+)\/` *\|[^|]*\|([^|]*)\|$/.exec(line);
    if (row)
      table.set(
        row[1] as string,
        new Set([...(row[2] as string).matchAll(/`([a-z]+)\/`/g)].map((m) => m[1] as string)),
      );
  }
  return table;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Relative imports of a file, type imports and re-exports included. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map((match) =>
    resolve(dirname(file), match[1] as string),
  );
}

const roomOf = (file: string): string => relative(source, file).split(sep)[0] as string;

describe("the import table of ARCHITECTURE.md", () => {
  const table = readImportTable();
  const files = sourceFiles(source).filter((file) => dirname(file) !== source);

  it("has a row for every room, and no row without one", () => {
    const rooms = readdirSync(source, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && sourceFiles(join(source, entry.name)).length > 0,
    );
    expect([...table.keys()].sort()).toEqual(rooms.map((entry) => entry.name).sort());
  });

  it("lets each room import only rooms above it, so there can be no cycle", () => {
    const order = [...table.keys()];
    for (const [room, allowed] of table)
      for (const other of allowed)
        expect(order.indexOf(other), `${room} → ${other}`).toBeLessThan(order.indexOf(room));
  });

  it("is kept by every file under src/", () => {
    const broken: string[] = [];
    for (const file of files) {
      for (const target of importsOf(file)) {
        const [from, to] = [roomOf(file), roomOf(target)];
        if (from !== to && !table.get(from)?.has(to))
          broken.push(`${relative(root, file)} imports ${relative(root, target)}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("leaves the viewer two things of src/: the GraphView contract and the layout", () => {
    const contract = join(source, "view", "graph-view.ts");
    const outside = sourceFiles(join(root, "viewer")).flatMap((file) =>
      importsOf(file).filter((target) => target.startsWith(source + sep)),
    );
    expect(outside.filter((target) => target !== contract && roomOf(target) !== "layout")).toEqual([]);
  });
});
