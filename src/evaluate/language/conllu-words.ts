/** A word with the characters that it covers, white space left out of the count. */
export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  /** Lower-cased, without white space. */
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** Index of the head among all words; -1 for a root. */
  readonly head: number;
  /** Without subtype. */
  readonly relation: string;
}

/** A CoNLL-U file as the CoNLL 2018 shared task looks at it. */
export interface PlacedText {
  /** All forms, without white space. */
  readonly characters: string;
  readonly words: readonly PlacedWord[];
  /** `start-end` of every sentence. */
  readonly sentences: readonly string[];
}

/**
 * Places the words of a CoNLL-U file. Words of a multiword token stand each on their own characters where they spell
 * it ("did" and "n't"), else all on the whole token's.
 */
export function placeWords(conllu: string): PlacedText {
  const words: PlacedWord[] = [];
  const sentences: string[] = [];
  let characters = "";
  for (const block of conllu.split(/\r?\n\r?\n/)) {
    const rows = block
      .split(/\r?\n/)
      .flatMap((line) => (line === "" || line.startsWith("#") ? [] : [line.split("\t")]));
    const first = words.length;
    // The state of multiword tokens ends with the sentence.
    let token: { last: number; start: number; form: string; rest: string } | undefined;
    for (const [
      id = "",
      written = "",
      lemma = "",
      upos = "",
      xpos = "",
      ,
      head = "0",
      relation = "",
    ] of rows) {
      const form = written.replace(/\s+/g, "");
      if (/^\d+-\d+$/.test(id)) {
        token = { last: Number(id.split("-")[1]), start: characters.length, form, rest: form };
        characters += form;
        continue;
      }
      if (!/^\d+$/.test(id)) continue;
      if (token !== undefined && Number(id) > token.last) token = undefined;
      let start = characters.length;
      let end = start + form.length;
      if (token === undefined) characters += form;
      else {
        start = characters.length - token.rest.length;
        end = start + form.length;
        if (token.rest.startsWith(form)) token.rest = token.rest.slice(form.length);
        else {
          start = token.start;
          end = token.start + token.form.length;
        }
      }
      words.push({
        ...{ start, end, form: form.toLowerCase(), upos, xpos, lemma },
        head: Number(head) > 0 ? first + Number(head) - 1 : -1,
        relation: relation.replace(/:.*$/, ""),
      });
    }
    const [opening, closing] = [words[first], words.at(-1)];
    if (opening !== undefined && closing !== undefined && words.length > first)
      sentences.push(`${opening.start}-${closing.end}`);
  }
  return { characters, words, sentences };
}
