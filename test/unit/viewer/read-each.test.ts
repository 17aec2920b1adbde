import { describe, expect, test } from "vitest";
import { projectGraphView } from "../../../src/view/project-graph-view.ts";
import { MAX_CHARACTERS, readEach, tellFailures } from "../../../viewer/data/read-each.ts";
import { fixtureGraph, fixtureOntology } from "../../fixtures/graph-view/fixture-graph.ts";

const view = projectGraphView(fixtureGraph(), { ontology: fixtureOntology() });
const [first, second] = view.facts;

/** A file that counts how often it is read. */
function file(name: string, text: string) {
  const counted = {
    name,
    reads: 0,
    text: async () => {
      counted.reads++;
      return text;
    },
  };
  return counted;
}

/** Stands for the server: a text is the number of the fact that it states, or refused. */
async function read(text: string) {
  const fact = view.facts[Number(text)];
  if (fact === undefined) throw new Error("There is no text.");
  return { ...view, facts: [fact] };
}

describe("several files", () => {
  test("that hold no text are refused by name, whatever they are called", async () => {
    const files = [file("photo.png", "1"), file("photo.txt", "\u0089PNG\0"), file("notes.MD", "0")];
    const found = await readEach(files, read, () => {});
    expect(found.view?.facts.map(({ id }) => id)).toEqual([first?.id]);
    expect(found.failures).toEqual([
      {
        name: "photo.png",
        reason: "photo.png is no text of an article; .txt, .md and .html files are read.",
      },
      {
        name: "photo.txt",
        reason: "photo.txt is no text of an article; .txt, .md and .html files are read.",
      },
    ]);
  });

  test("are read as far as they can be, each once, and the rest is told", async () => {
    const files = [file("a.txt", "0"), file("b.txt", "none"), file("c.txt", "1")];
    const next: string[] = [];
    const found = await readEach(files, read, (name, text) => next.push(`${name}: ${text}`));
    expect(found.view?.facts.map(({ id }) => id)).toEqual([first?.id, second?.id]);
    expect(found.failures).toEqual([{ name: "b.txt", reason: "There is no text." }]);
    expect(next).toEqual(["a.txt: 0", "b.txt: none", "c.txt: 1"]);
    expect(files.map(({ reads }) => reads)).toEqual([1, 1, 1]);
    expect(tellFailures(found.failures, 3)).toBe("1 of 3 files could not be read: b.txt (There is no text).");
  });

  test("may all fail, a folder among them, which has no text", async () => {
    const folder = { name: "folder", text: () => Promise.reject(new Error("It is no file.")) };
    const found = await readEach([folder, file("b.txt", "none")], read, () => {});
    expect(found.view).toBeUndefined();
    expect(found.failures.map(({ name }) => name)).toEqual(["folder", "b.txt"]);
  });

  test("are cut where they are too long", async () => {
    let length = 0;
    const long = file("a.txt", " ".repeat(MAX_CHARACTERS + 9));
    await readEach([long], read, (_, text) => {
      length = text.length;
    });
    expect(length).toBe(MAX_CHARACTERS);
  });

  test("that failed are told by name up to three, a single one by its reason alone", () => {
    const failures = ["a", "b", "c", "d", "e"].map((name) => ({ name, reason: "Busy." }));
    expect(tellFailures(failures, 9)).toBe(
      "5 of 9 files could not be read: a (Busy); b (Busy); c (Busy); and 2 more.",
    );
    expect(tellFailures(failures.slice(0, 1), 1)).toBe("Busy.");
    expect(tellFailures([], 2)).toBe("");
  });
});
