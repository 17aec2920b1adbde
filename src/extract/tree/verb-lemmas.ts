import type { Cues } from "../factuality/cues.ts";

/**
 * Lemma of a verb form, put right where the lemmatiser's answer is no verb that the lexicon knows but one of the stems
 * that English spelling allows is ("ruled" → "rule", not "rul"), or that has the form by the list of irregular verbs.
 */
export function verbLemma(
  form: string,
  xpos: string,
  lemma: string,
  { verbs, irregular }: Pick<Cues, "verbs" | "irregular">,
): string {
  if (verbs.has(lemma) || !xpos.startsWith("V")) return lemma;
  const word = form.toLowerCase();
  if (/^VB[DN]$/.test(xpos)) {
    const found = [...irregular].find(([, { past, participle }]) => past === word || participle === word);
    if (found) return found[0];
  }
  return [`${lemma}e`, ...stemsOf(word)].find((stem) => verbs.has(stem)) ?? lemma;
}

/** What a regular past, participle or third person may come from. */
export function stemsOf(form: string): readonly string[] {
  const cut = /^(.+?)(?:ed|ing|es|s)$/.exec(form)?.[1];
  if (cut === undefined) return [form];
  const stems = [cut, `${cut}e`];
  if (/([b-df-hj-np-tv-z])\1$/.test(cut)) stems.push(cut.slice(0, -1));
  if (form.endsWith("ied") || form.endsWith("ies")) stems.unshift(`${form.slice(0, -3)}y`);
  if (form.endsWith("es") || form.endsWith("ed")) stems.push(form.slice(0, -1));
  return stems;
}
