import { describe, expect, it } from "vitest";
import { toConllu } from "../../../src/cli/conllu.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import type { AnnotatedArticle, Token } from "../../../src/model/layers.ts";

/** One sentence from "form/UPOS" words; "_" before a form joins it to the word before. */
function annotate(words: string): AnnotatedArticle {
  const tokens: Token[] = [];
  let text = "";
  for (const word of words.split(" ")) {
    const [written = "", upos = "X"] = word.split("/");
    const form = written.replace(/^_/, "");
    if (text !== "" && form === written) text += " ";
    const index = tokens.length;
    tokens.push({
      ...{ start: text.length, end: text.length + form.length, lemma: form.toLowerCase(), upos, xpos: "X" },
      ...{ head: index - 1, relation: index === 0 ? "root" : "dep", arcConfidence: 1 },
    });
    text += form;
  }
  const sentence = { index: 0, firstToken: 0, lastToken: tokens.length, paragraph: 0, headline: false };
  return {
    article: makeArticle({ text, title: "", language: "en" }),
    sentences: [{ ...sentence, start: 0, end: text.length }],
    tokens,
    modelNames: [],
    names: [],
    times: [],
    quantities: [],
  };
}

const NOBODY = { mentions: [], entities: [] };
const wordLines = (conllu: string) => conllu.split("\n").filter((line) => /^\d/.test(line));
const column = (conllu: string, index: number) => wordLines(conllu).map((line) => line.split("\t")[index]);

describe("toConllu", () => {
  it("has ten columns, heads from 1, and the sentence's text", () => {
    const conllu = toConllu(annotate("Anna/PROPN left/VERB _./PUNCT"), NOBODY);
    expect(conllu).toContain("# text = Anna left.\n");
    expect(wordLines(conllu).every((line) => line.split("\t").length === 10)).toBe(true);
    expect(column(conllu, 6)).toEqual(["0", "1", "2"]);
    expect(column(conllu, 9)).toEqual(["TokenRange=0:4", "SpaceAfter=No|TokenRange=5:9", "TokenRange=9:10"]);
    expect(conllu.endsWith("\n\n")).toBe(true);
  });

  it("counts TokenRange in code points, an emoji as one", () => {
    expect(column(toConllu(annotate("👍/SYM Anna/PROPN"), NOBODY), 9)).toEqual([
      "TokenRange=0:1",
      "TokenRange=2:6",
    ]);
  });

  it.each([
    ["She/PRON did/AUX _n't/PART go/VERB", ["1", "2-3", "2", "3", "4"], "didn't"],
    ["He/PRON can/AUX _not/PART", ["1", "2-3", "2", "3"], "cannot"],
    ["the/DET mayors/NOUN _'/PART car/NOUN", ["1", "2-3", "2", "3", "4"], "mayors'"],
    ["I/PRON _'d/AUX _'ve/AUX", ["1-3", "1", "2", "3"], "I'd've"],
  ])("writes the parts of %s as one multiword token", (words, ids, form) => {
    const conllu = toConllu(annotate(words), NOBODY);
    expect(column(conllu, 0)).toEqual(ids);
    expect(
      wordLines(conllu)
        .find((line) => line.includes("-"))
        ?.split("\t")[1],
    ).toBe(form);
  });

  it("does not take punctuation for a part of the word", () => {
    expect(column(toConllu(annotate("“/PUNCT _No/INTJ _,/PUNCT _”/PUNCT she/PRON"), NOBODY), 0)).toHaveLength(
      5,
    );
  });

  it("marks names, dates and mentions with their entity", () => {
    const annotated = annotate("Anna/PROPN Lind/PROPN met/VERB her/PRON today/NOUN");
    const name = { type: "Person", decidedBy: "cue", confidence: 1 };
    const mention = { form: "name" as const, entityId: "e0-9" };
    const conllu = toConllu(
      {
        ...annotated,
        names: [{ start: 0, end: 9, ...name }],
        times: [{ start: 18, end: 23, value: "2025-08-22", granularity: "day", relative: true }],
      },
      {
        mentions: [
          { id: "m0-9", start: 0, end: 9, text: "Anna Lind", ...mention },
          { id: "m14-17", start: 14, end: 17, text: "her", ...mention },
        ],
        entities: [{ id: "e0-9", kind: "named", type: "Person", label: "Anna Lind", aliases: [] }],
      },
    );
    expect(column(conllu, 9)).toEqual([
      "Entity=(e1-Person|Name=B-Person|TokenRange=0:4",
      "Entity=e1)|Name=I-Person|TokenRange=5:9",
      "TokenRange=10:13",
      "Entity=(e1-Person)|TokenRange=14:17",
      "Date=2025-08-22|TokenRange=18:23",
    ]);
  });
});
