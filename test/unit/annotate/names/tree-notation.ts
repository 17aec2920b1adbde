import { makeArticle } from "../../../../src/model/ids.ts";
import type { AnnotatedArticle, Sentence, Token } from "../../../../src/model/layers.ts";

const UPOS: Readonly<Record<string, string>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  RB: "ADV",
  RBR: "ADV",
  IN: "ADP",
  TO: "PART",
  DT: "DET",
  PRP: "PRON",
  PRP$: "PRON",
  WP: "PRON",
  WDT: "PRON",
  CD: "NUM",
  CC: "CCONJ",
  MD: "AUX",
  POS: "PART",
};

function uposOf(xpos: string): string {
  return UPOS[xpos] ?? (xpos.startsWith("VB") ? "VERB" : /^\p{L}/u.test(xpos) ? "X" : "PUNCT");
}

/**
 * Builds an annotated article from lines of words written `form/TAG/head/relation` (`form=lemma` where the lemma differs; `~` before a word
 * that follows without a space; head counts from 1, 0 is the root; head and relation may be left out). One line, one
 * sentence; an empty line starts a paragraph.
 *
 * @example
 * treeNotation("Talks=talk/NNS/2/nsubj resume/VBP/0/root on/IN/4/case Friday/NNP/2/obl ~././2/punct")
 */
export function treeNotation(
  source: string,
  published?: string,
): AnnotatedArticle<"sentences" | "tokens" | "modelNames"> {
  let text = "";
  let paragraph = 0;
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const line of source.split("\n").map((each) => each.trim())) {
    if (line === "") {
      if (text !== "") text += "\n";
      paragraph += 1;
      continue;
    }
    if (text !== "" && !text.endsWith("\n")) text += " ";
    const start = text.length;
    const firstToken = tokens.length;
    for (const word of line.split(/\s+/)) {
      const glued = word.startsWith("~");
      const match = /^(.+?)(?:\/([^/\s]+))?(?:\/(\d+)\/([\w:]+))?$/.exec(glued ? word.slice(1) : word);
      const [form = "", lemma] = (match?.[1] ?? "").split("=");
      const xpos = match?.[2] ?? "NN";
      if (!glued && tokens.length > firstToken) text += " ";
      const head = match?.[3] === undefined ? (tokens.length === firstToken ? -1 : 0) : Number(match[3]) - 1;
      tokens.push({
        start: text.length,
        end: text.length + form.length,
        lemma: lemma ?? (xpos.startsWith("NNP") ? form : form.toLowerCase()),
        upos: uposOf(xpos),
        xpos,
        head,
        relation: match?.[4] ?? (head < 0 ? "root" : "dep"),
        arcConfidence: 1,
      });
      text += form;
    }
    sentences.push({
      index: sentences.length,
      start,
      end: text.length,
      firstToken,
      lastToken: tokens.length,
      paragraph,
      headline: !/[.!?]["”]?$/.test(text),
    });
  }
  const article = makeArticle({
    text,
    title: "",
    language: "en",
    ...(published === undefined ? {} : { published }),
  });
  return { article, sentences, tokens, modelNames: [] };
}
