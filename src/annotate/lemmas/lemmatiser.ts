/**
 * How a lemma is made from a form: letters to cut from the end, letters to add, whether capitals stay.
 * Written `<cut>+<add>` with a leading `=` where capitals stay: "1+" (cats → cat), "3+y" (parties → party), "=0+" (Kyiv).
 */
export type LemmaEdit = string;

/** Edits by key: Penn tag, tab, ending of the lower-cased form; `^` before the ending marks a whole word. */
export type LemmaRules = ReadonlyMap<string, LemmaEdit>;

/** Endings looked at, in letters. */
export const LONGEST_ENDING = 6;

/**
 * Lemmatiser over rules learnt from treebanks: of all rules for the tag the one with the longest ending counts, and
 * a rule for the whole word before any other.
 */
export class Lemmatiser {
  readonly rules: LemmaRules;

  constructor(rules: LemmaRules) {
    this.rules = rules;
  }

  lemma(form: string, xpos: string): string {
    const tag = lemmaTag(form, xpos);
    const lower = lemmaKey(form);
    let edit = this.rules.get(`${tag}\t^${lower}`);
    for (let length = Math.min(LONGEST_ENDING, lower.length); edit === undefined && length >= 0; length--) {
      edit = this.rules.get(`${tag}\t${lower.slice(lower.length - length)}`);
    }
    return applyEdit(form, edit ?? "0+");
  }
}

/** The tag as rules know it: words all in capitals ("TV", "CEO") keep theirs more often, so they stand apart. */
export function lemmaTag(form: string, xpos: string): string {
  return form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase() ? `${xpos}+` : xpos;
}

/** The form as rules know it. */
export function lemmaKey(form: string): string {
  return form.toLowerCase().replace(/[‘’]/g, "'");
}

/** The shortest edit from form to lemma. */
export function findEdit(form: string, lemma: string): LemmaEdit {
  const keepsCapitals = lemma !== lemma.toLowerCase();
  const base = keepsCapitals ? form.replace(/[‘’]/g, "'") : lemmaKey(form);
  let shared = 0;
  while (shared < base.length && shared < lemma.length && base[shared] === lemma[shared]) shared++;
  return `${keepsCapitals ? "=" : ""}${base.length - shared}+${lemma.slice(shared)}`;
}

export function applyEdit(form: string, edit: LemmaEdit): string {
  const [, keep = "", cut = "0", add = ""] = /^(=?)(\d+)\+(.*)$/s.exec(edit) ?? [];
  const base = keep === "=" ? form.replace(/[‘’]/g, "'") : lemmaKey(form);
  return base.slice(0, Math.max(0, base.length - Number(cut))) + add;
}

/** Reads rules written one a line as edit, tab, key. */
export function readLemmaRules(text: string): LemmaRules {
  const rules = new Map<string, LemmaEdit>();
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) rules.set(line.slice(tab + 1), line.slice(0, tab));
  }
  return rules;
}

/** The reverse of {@link readLemmaRules}. */
export function writeLemmaRules(rules: LemmaRules): string {
  return `${[...rules].map(([key, edit]) => `${edit}\t${key}`).join("\n")}\n`;
}
