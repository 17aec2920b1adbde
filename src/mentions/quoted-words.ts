import type { TokenRange, Word } from "../annotate/names/reading.ts";
import type { ArticleView } from "./article-view.ts";

/** Words in quotation marks, and who says them where their own sentence tells. */
export interface QuotedWords {
  /** The tokens between the marks around a word; undefined for words that nobody is quoted with. */
  around(word: Word): TokenRange | undefined;
  /** The subject of the verb that the quoted words belong to: "Vela" in "“He is cooperating,” Vela said". */
  speaker(word: Word): Word | undefined;
}

/** Finds what stands between double quotation marks; a mark without its partner opens nothing past its paragraph. */
export function findQuotedWords(view: ArticleView): QuotedWords {
  const { words } = view.reading;
  const ranges: TokenRange[] = [];
  let open: Word | undefined;
  for (const word of words) {
    if (open !== undefined && open.sentence.paragraph !== word.sentence.paragraph) open = undefined;
    if (!/^["“”]$|^``$|^''$/.test(word.form)) continue;
    if (open === undefined) open = word;
    else {
      ranges.push({ first: open.index + 1, last: word.index });
      open = undefined;
    }
  }
  const around = ({ index }: Word): TokenRange | undefined =>
    ranges.find(({ first, last }) => first <= index && index < last);
  return {
    around,
    speaker(word) {
      const range = around(word);
      if (range === undefined) return undefined;
      const isInside = ({ index }: Word): boolean => range.first <= index && index < range.last;
      let top = word;
      for (let at = words[word.headIndex]; at !== undefined; at = words[at.headIndex]) {
        if (!isInside(at)) return subjectOf(view, at, isInside);
        top = at;
      }
      // Where the tree has the quoted words govern their verb of speech: "“…,” said Vela" as a parenthesis.
      const aside = view
        .childrenOf(top.index)
        .find((child) => child.relation.startsWith("parataxis") && !isInside(child));
      return aside && subjectOf(view, aside, isInside);
    },
  };
}

function subjectOf(view: ArticleView, verb: Word, isInside: (word: Word) => boolean): Word | undefined {
  return view.childrenOf(verb.index).find((child) => child.relation.startsWith("nsubj") && !isInside(child));
}
