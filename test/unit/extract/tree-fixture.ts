import { readdirSync, readFileSync } from "node:fs";
import { type Cues, readCues } from "../../../src/extract/factuality/cues.ts";
import { SentenceTree, type TreeNode } from "../../../src/extract/tree/sentence-tree.ts";

const FOLDER = new URL("../../../data/lexicon/", import.meta.url);

/** The lexicon files as the package ships them. */
export const lexicon: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")] as const),
);

export const cues: Cues = readCues(lexicon);

const UPOS: Readonly<Record<string, string>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  PRP: "PRON",
  WP: "PRON",
  WDT: "PRON",
  VB: "VERB",
  VBD: "VERB",
  VBZ: "VERB",
  VBP: "VERB",
  VBN: "VERB",
  VBG: "VERB",
  MD: "AUX",
  JJ: "ADJ",
  RB: "ADV",
  DT: "DET",
  IN: "ADP",
  TO: "PART",
  CC: "CCONJ",
  CD: "NUM",
  RP: "ADP",
  POS: "PART",
  ",": "PUNCT",
  ".": "PUNCT",
  ":": "PUNCT",
  "``": "PUNCT",
  "''": "PUNCT",
};

/**
 * A tree in one line: `form|XPOS|head|relation` for each word, heads 1-based, 0 for the root; a fifth field gives the
 * lemma where it is not the form in lower case.
 */
export function treeOf(notation: string): SentenceTree {
  const rows = notation
    .trim()
    .split(/\s+/)
    .map((word) => word.split("|"));
  let text = "";
  const nodes = rows.map(([form = "", xpos = "", head = "0", relation = "", lemma], index): TreeNode => {
    const start = text === "" ? 0 : text.length + (/^[,.'’]/.test(form) ? 0 : 1);
    text = text.padEnd(start, " ") + form;
    const helper = relation.startsWith("aux") || relation === "cop";
    return {
      index,
      start,
      end: start + form.length,
      form,
      lemma: lemma ?? form.toLowerCase(),
      upos: helper ? "AUX" : relation === "mark" && xpos === "IN" ? "SCONJ" : (UPOS[xpos] ?? "X"),
      xpos,
      head: Number(head) - 1,
      relation,
      arcConfidence: 1,
    };
  });
  const sentence = {
    index: 0,
    start: 0,
    end: text.length,
    firstToken: 0,
    lastToken: nodes.length,
    paragraph: 0,
    headline: false,
  };
  return new SentenceTree(sentence, text, nodes);
}

/** The node with this form. */
export function word(tree: SentenceTree, form: string): TreeNode {
  const found = tree.nodes.find((node) => node.form === form);
  if (!found) throw new Error(`no "${form}" in "${tree.text}"`);
  return found;
}
