import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalLines } from "../../../src/rdf/n-quads.ts";
import { defaultGraph, iri, quad, text } from "../../../src/rdf/terms.ts";
import { QuadIndex } from "../../../src/store/quad-index.ts";

const node = (name: string) => iri(`https://kg.example/${name}`);

describe("QuadIndex", () => {
  it("finds what a filter over all quads finds, for every pattern", () => {
    const name = fc.constantFrom("a", "b", "c").map(node);
    const object = fc.oneof(name, fc.constantFrom("a", "https://kg.example/a").map(text));
    const quads = fc.array(fc.tuple(name, name, object, fc.constantFrom("g", "h").map(node)), {
      maxLength: 20,
    });
    const wild = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    fc.assert(
      fc.property(quads, wild(name), wild(name), wild(object), wild(name), (all, s, p, o, g) => {
        const data = all.map(([subject, predicate, value, graph]) => quad(subject, predicate, value, graph));
        const index = new QuadIndex();
        for (const graph of [node("g"), node("h")]) {
          index.replaceGraph(
            graph,
            data.filter((one) => one.graph.equals(graph)),
          );
        }
        const expected = data.filter(
          (one) =>
            (s === null || one.subject.equals(s)) &&
            (p === null || one.predicate.equals(p)) &&
            (o === null || one.object.equals(o)) &&
            (g === null || one.graph.equals(g)),
        );
        expect(canonicalLines(index.match(s, p, o, g))).toEqual(canonicalLines(expected));
        expect(index.size).toBe(canonicalLines(data).length);
      }),
    );
  });

  it("replaces and deletes one graph and leaves the others", () => {
    const index = new QuadIndex();
    index.replaceGraph(defaultGraph(), [quad(node("a"), node("p"), text("plain"))]);
    index.replaceGraph(node("g"), [quad(node("a"), node("p"), text("old"), node("g"))]);
    index.replaceGraph(node("g"), [quad(node("a"), node("p"), text("new"), node("g"))]);
    expect([...index.match(node("a"))].map(({ object }) => object.value)).toEqual(["plain", "new"]);
    index.deleteGraph(node("g"));
    index.deleteGraph(node("never"));
    expect([...index.match()].map(({ object }) => object.value)).toEqual(["plain"]);
    expect([...index.match(null, null, text("new"))]).toEqual([]);
    expect(index.size).toBe(1);
  });
});
