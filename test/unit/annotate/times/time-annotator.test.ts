import { describe, expect, it } from "vitest";
import { createTimeAnnotator } from "../../../../src/annotate/times/time-annotator.ts";
import { treeNotation } from "../names/tree-notation.ts";

const annotator = createTimeAnnotator();
/** A Friday. */
const PUBLISHED = "2025-08-22";

/** Times in a sentence whose verb is given first by its tag; the words stand in a flat tree below it. */
function read(words: string, published: string | undefined = PUBLISHED): Record<string, string> {
  const article = annotator.annotate(treeNotation(words, published));
  return Object.fromEntries(
    article.times.map(({ start, end, value }) => [article.article.text.slice(start, end), value]),
  );
}

/** The phrase as an oblique of a verb in the past tense. */
function past(phrase: string, published: string | undefined = PUBLISHED): Record<string, string> {
  return read(`They/PRP/2/nsubj met=meet/VBD/0/root ${phrase} ~././2/punct`, published);
}

/** The phrase as an oblique of a verb under "will". */
function future(phrase: string): Record<string, string> {
  return read(`They/PRP/3/nsubj will/MD/3/aux meet/VB/0/root ${phrase} ~././3/punct`);
}

describe("days", () => {
  it("reads a day without a year as the latest one not after the article", () => {
    expect(past("on/IN/4/case Aug./NNP/2/obl 19/CD/4/nummod")).toEqual({ "Aug. 19": "2025-08-19" });
    expect(past("on/IN/4/case December/NNP/2/obl 3/CD/4/nummod")).toEqual({ "December 3": "2024-12-03" });
  });
  it("reads a day without a year as the next one where the verb looks ahead", () => {
    expect(future("on/IN/5/case December/NNP/3/obl 3/CD/5/nummod")).toEqual({ "December 3": "2025-12-03" });
  });
  it("allows a dateline to be two days ahead of the article", () => {
    expect(past("on/IN/4/case Aug./NNP/2/obl 24/CD/4/nummod")).toEqual({ "Aug. 24": "2025-08-24" });
  });
  it("reads days in British order, with year and with weekday", () => {
    expect(past("on/IN 22/CD/5/nummod August/NNP/2/obl 2024/CD/5/nummod")).toEqual({
      "22 August 2024": "2024-08-22",
    });
    expect(past("on/IN Tuesday/NNP/2/obl ~,/, Aug./NNP 19/CD")).toEqual({ "Tuesday, Aug. 19": "2025-08-19" });
  });
  it("keeps no year where the article has no date", () => {
    expect(past("on/IN/4/case Aug./NNP/2/obl 22/CD/4/nummod", "")).toEqual({ "Aug. 22": "--08-22" });
  });
  it("refuses days that no month has", () => {
    expect(past("on/IN/4/case Feb./NNP/2/obl 31/CD/4/nummod")).not.toHaveProperty("Feb. 31");
  });
});

describe("weekdays", () => {
  it("look back under a past tense and ahead under a future one", () => {
    expect(past("on/IN/4/case Tuesday/NNP/2/obl")).toEqual({ Tuesday: "2025-08-19" });
    expect(future("on/IN/5/case Tuesday/NNP/3/obl")).toEqual({ Tuesday: "2025-08-26" });
  });
  it("look ahead under the present tense of a timetable, and back under a verb whose past is spelt like it", () => {
    const day = "on/IN/4/case Tuesday/NNP/2/obl ~././2/punct";
    expect(read(`They/PRP/2/nsubj meet/VBP/0/root ${day}`)).toEqual({ Tuesday: "2025-08-26" });
    expect(read(`They/PRP/2/nsubj beat/VBP/0/root ${day}`)).toEqual({ Tuesday: "2025-08-19" });
    expect(read(`It/PRP/2/nsubj shuts=shut/VBZ/0/root ${day}`)).toEqual({ Tuesday: "2025-08-26" });
  });
  it("mean the day of the article where they are its weekday", () => {
    expect(past("on/IN/4/case Friday/NNP/2/obl")).toEqual({ Friday: "2025-08-22" });
  });
  it("obey last and next", () => {
    expect(past("last/JJ/4/amod Friday/NNP/2/obl")).toEqual({ "last Friday": "2025-08-15" });
    expect(future("next/JJ/5/amod Friday/NNP/3/obl")).toEqual({ "next Friday": "2025-08-29" });
  });
  it("are not read inside the name of a newspaper", () => {
    expect(read("The/DT Sunday/NNP Times/NNPS reported/VBD it/PRP ~./.")).toEqual({});
  });
  it("are left out where the article has no date", () => {
    expect(past("on/IN/4/case Tuesday/NNP/2/obl", "")).toEqual({});
  });
});

describe("weeks, months and years around the article", () => {
  it.each([
    ["this/DT week/NN", "this week", "2025-08-18/2025-08-24"],
    ["earlier/RBR this/DT week/NN", "earlier this week", "2025-08-18/2025-08-22"],
    ["later/RB this/DT month/NN", "later this month", "2025-08-22/2025-08-31"],
    ["last/JJ month/NN", "last month", "2025-07"],
    ["next/JJ year/NN", "next year", "2026"],
    ["two/CD weeks/NNS ago/RB", "two weeks ago", "2025-08-08"],
    ["three/CD years/NNS ago/RB", "three years ago", "2022"],
    ["in/IN the/DT coming/VBG days/NNS", "in the coming days", "2025-08-23/2025-08-29"],
    ["over/IN the/DT past/JJ three/CD years/NNS", "over the past three years", "2022-08-22/2025-08-22"],
    ["yesterday/NN", "yesterday", "2025-08-21"],
    ["tomorrow/NN morning/NN", "tomorrow morning", "2025-08-23"],
    ["overnight/RB", "overnight", "2025-08-21/2025-08-22"],
    ["over/IN the/DT weekend/NN", "over the weekend", "2025-08-16/2025-08-17"],
    ["in/IN the/DT second/JJ quarter/NN", "the second quarter", "2025-04/2025-06"],
  ])("%s", (tagged, words, value) => {
    expect(past(tagged)).toEqual({ [words]: value });
  });
  it("reads a month alone after a preposition, as the latest one", () => {
    expect(past("in/IN/4/case March/NNP/2/obl")).toEqual({ March: "2025-03" });
    expect(past("in/IN/4/case October/NNP/2/obl")).toEqual({ October: "2024-10" });
    expect(future("in/IN/5/case October/NNP/3/obl")).toEqual({ October: "2025-10" });
  });
});

describe("periods", () => {
  it.each([
    ["since/IN 2022/CD", "since 2022", "2022/.."],
    ["by/IN 2030/CD", "by 2030", "../2030"],
    ["between/IN 2019/CD and/CC 2021/CD", "between 2019 and 2021", "2019/2021"],
    ["from/IN Monday/NNP to/IN Wednesday/NNP", "from Monday to Wednesday", "2025-08-18/2025-08-20"],
    ["on/IN Aug./NNP 18/CD ~-/HYPH ~20/CD", "Aug. 18-20", "2025-08-18/2025-08-20"],
    ["in/IN the/DT 1990s/NNS", "the 1990s", "1990/1999"],
    ["in/IN mid/JJ ~-/HYPH ~2023/CD", "mid-2023", "2023"],
    ["for/IN three/CD years/NNS", "three years", "P3Y"],
  ])("%s", (tagged, words, value) => {
    expect(past(tagged)).toEqual({ [words]: value });
  });
});

describe("words that only look like times", () => {
  it.each([
    ["The/DT March/NNP on/IN Rome/NNP began=begin/VBD ~./."],
    ["May/NNP said=say/VBD no/UH ~./."],
    ["They/PRP may/MD march/VB in/IN second/JJ place/NN ~./."],
    ["The/DT Sun/NNP reported=report/VBD it/PRP ~./."],
    ["It/PRP sold=sell/VBD 2021/CD cars/NNS ~./."],
    ["April/NNP Jones/NNP won=win/VBD ~./."],
  ])("%s", (tagged) => {
    expect(read(tagged)).toEqual({});
  });
  it("does not tell when something hangs on an event", () => {
    expect(past("days/NNS after/IN the/DT vote/NN")).toEqual({});
  });
});
