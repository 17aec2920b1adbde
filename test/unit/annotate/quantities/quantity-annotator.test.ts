import { describe, expect, it } from "vitest";
import { createQuantityAnnotator } from "../../../../src/annotate/quantities/quantity-annotator.ts";
import { createTimeAnnotator } from "../../../../src/annotate/times/time-annotator.ts";
import { treeNotation } from "../names/tree-notation.ts";

const times = createTimeAnnotator();
const annotator = createQuantityAnnotator();

function read(tagged: string): Record<string, unknown>[] {
  return annotator
    .annotate(times.annotate(treeNotation(tagged, "2025-08-22")))
    .quantities.map(({ start: _start, end: _end, ...quantity }) => quantity);
}

describe("comparators", () => {
  it.each([
    [
      "over/RB 30/CD/3/nummod countries/NNS",
      { min: 30, exclusive: true, unit: "countries", text: "over 30" },
    ],
    [
      "more/JJR than/IN 1,000/CD/4/nummod people/NNS",
      { min: 1000, exclusive: true, unit: "people", text: "more than 1,000" },
    ],
    [
      "at/RB least/RBS twelve/CD/4/nummod villages/NNS",
      { min: 12, unit: "villages", text: "at least twelve" },
    ],
    ["up/IN to/IN 40/CD/4/nummod ships/NNS", { max: 40, unit: "ships", text: "up to 40" }],
    [
      "fewer/JJR than/IN five/CD/4/nummod cases/NNS",
      { max: 5, exclusive: true, unit: "cases", text: "fewer than five" },
    ],
    [
      "roughly/RB 10/CD/4/nummod other/JJ/4/amod towns/NNS",
      { value: 10, approximate: true, unit: "towns", text: "roughly 10" },
    ],
    [
      "between/IN 5/CD and/CC 10/CD million/CD/6/nummod doses/NNS",
      { min: 5e6, max: 1e7, unit: "doses", text: "between 5 and 10 million" },
    ],
    ["30/CD ~+/SYM states/NNS", { min: 30, unit: "states", text: "30+" }],
  ])("%s", (tagged, quantity) => {
    expect(read(tagged)).toEqual([quantity]);
  });
  it("leaves a preposition that another word takes out of the quantity", () => {
    expect(
      read("They/PRP/2/nsubj talked=talk/VBD/0/root about/IN/5/case two/CD/5/nummod plans/NNS/2/obl"),
    ).toEqual([{ value: 2, unit: "plans", text: "two" }]);
  });
});

describe("numbers", () => {
  it.each([
    ["twenty/CD ~-/HYPH ~five/CD/4/nummod ships/NNS", { value: 25, unit: "ships", text: "twenty-five" }],
    [
      "three/CD hundred/CD and/CC fifty/CD jobs/NNS",
      { value: 350, unit: "jobs", text: "three hundred and fifty" },
    ],
    ["half/PDT a/DT million/CD voters/NNS", { value: 5e5, unit: "voters", text: "half a million" }],
    ["a/DT dozen/NN boats/NNS", { value: 12, unit: "boats", text: "a dozen" }],
    ["Dozens/NNS of/IN workers/NNS", { min: 24, approximate: true, unit: "workers", text: "Dozens" }],
    [
      "tens/NNS of/IN thousands/NNS of/IN homes/NNS",
      { min: 20000, approximate: true, unit: "homes", text: "tens of thousands" },
    ],
    ["two/CD ~-/HYPH ~thirds/NNS of/IN members/NNS", { value: 0.6667, unit: "members", text: "two-thirds" }],
    ["several/JJ bridges/NNS", { min: 3, approximate: true, unit: "bridges", text: "several" }],
    ["10/CD ~-/HYPH ~12/CD/4/nummod ministers/NNS", { min: 10, max: 12, unit: "ministers", text: "10-12" }],
  ])("%s", (tagged, quantity) => {
    expect(read(tagged)).toEqual([quantity]);
  });
});

describe("money and measures", () => {
  it.each([
    ["$/$ ~40/CD million/CD", { value: 4e7, unit: "USD", currency: "USD", text: "$40 million" }],
    ["€/$ ~1.2/CD ~bn/CD", { value: 1.2e9, unit: "EUR", currency: "EUR", text: "€1.2bn" }],
    ["2.5bn/CD euros/NNS", { value: 2.5e9, unit: "EUR", currency: "EUR", text: "2.5bn euros" }],
    [
      "about/RB 6/CD billion/CD rupees/NNS",
      { value: 6e9, approximate: true, unit: "INR", currency: "INR", text: "about 6 billion rupees" },
    ],
    ["28.5/CD ~%/NN", { value: 28.5, unit: "%", text: "28.5%" }],
    ["4/CD percent/NN", { value: 4, unit: "%", text: "4 percent" }],
    ["15/CD tonnes/NNS of/IN rice/NN", { value: 15, unit: "tonnes", text: "15 tonnes" }],
    ["magnitude/NN 6.1/CD", { value: 6.1, unit: "magnitude", text: "6.1" }],
    [
      "a/DT 6.1/CD ~-/HYPH ~magnitude/NN earthquake/NN",
      { value: 6.1, unit: "magnitude", text: "6.1-magnitude" },
    ],
    ["a/DT two/CD ~-/HYPH ~year/NN ban/NN", { value: 2, unit: "years", text: "two-year" }],
  ])("%s", (tagged, quantity) => {
    expect(read(tagged)).toEqual([quantity]);
  });
});

describe("numbers that count nothing", () => {
  it.each([
    ["in/IN 2021/CD"],
    ["on/IN Aug./NNP 22/CD"],
    ["They/PRP won=win/VBD 3/CD ~-/HYPH ~1/CD"],
    ["a/DT 2/CD ~-/HYPH ~4/CD defeat/NN"],
    ["Article/NNP 5/CD"],
    ["at/IN 10/CD a.m./NN"],
    ["no/DT one/PRP came=come/VBD"],
    ["Falcon/NNP 9/CD lifted=lift/VBD off/RP"],
    ["10/CD Downing/NNP Street/NNP"],
    ["the/DT third/JJ party/NN"],
  ])("%s", (tagged) => {
    expect(read(tagged)).toEqual([]);
  });
});
