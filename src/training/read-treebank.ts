/** One word of a treebank, as far as training needs it. */
export interface TreebankToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head within the sentence; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** False where the next word follows without white space. */
  readonly spaceAfter: boolean;
}

/** One sentence of a treebank. */
export interface TreebankSentence {
  /** The sentence as it was written. */
  readonly text: string;
  /** Whether a paragraph or document begins with it. */
  readonly startsParagraph: boolean;
  readonly tokens: readonly TreebankToken[];
}

/**
 * Reads CoNLL-U. Words are the syntactic words: of a multiword token such as `don't` its parts, the last of which
 * carries its SpaceAfter. Empty nodes (`8.1`) are left out.
 */
export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let startsParagraph = false;
  for (const block of source.split(/\r?\n\r?\n/)) {
    let text = "";
    const tokens: TreebankToken[] = [];
    const multiword = { last: -1, spaceAfter: true };
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith("#")) {
        if (/^# new(par|doc)\b/.test(line)) startsParagraph = true;
        if (line.startsWith("# text = ")) text = line.slice("# text = ".length);
        continue;
      }
      const columns = line.split("\t");
      const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "0", relation = ""] = columns;
      const spaceAfter = !/(^|\|)SpaceAfter=No(\||$)/.test(columns[9] ?? "");
      if (/^\d+-\d+$/.test(id)) {
        multiword.last = Number(id.slice(id.indexOf("-") + 1));
        multiword.spaceAfter = spaceAfter;
      } else if (/^\d+$/.test(id)) {
        const inside = Number(id) <= multiword.last;
        const follows = inside ? Number(id) === multiword.last && multiword.spaceAfter : spaceAfter;
        tokens.push({ form, lemma, upos, xpos, head: Number(head) - 1, relation, spaceAfter: follows });
      }
    }
    if (tokens.length === 0) continue;
    sentences.push({ text, startsParagraph, tokens });
    startsParagraph = false;
  }
  return sentences;
}
