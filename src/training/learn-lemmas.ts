import {
  findEdit,
  type LemmaEdit,
  type LemmaRules,
  LONGEST_ENDING,
  lemmaKey,
  lemmaTag,
} from "../annotate/lemmas/lemmatiser.ts";
import type { TreebankSentence } from "./read-treebank.ts";

/** Edits with how often each was right. */
type EditCounts = Map<LemmaEdit, number>;

/** An ending needs this many different words before it becomes a rule. */
const RULE_WORDS = 2;

/**
 * Learns lemma rules: for each tag and ending the commonest edit, kept only where it differs from what the next
 * shorter ending would do already; then each whole word that the endings get wrong.
 */
export function learnLemmas(sentences: readonly TreebankSentence[]): LemmaRules {
  const words = countWords(sentences);
  const endings = new Map<string, EditCounts>();
  for (const [word, edits] of words) {
    const tab = word.indexOf("\t");
    const lower = word.slice(tab + 1);
    const [edit] = commonest(edits);
    for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length); length++) {
      // Each word counts once: a rule is about words to come, and the frequent ones are irregular.
      addCount(endings, `${word.slice(0, tab)}\t${lower.slice(lower.length - length)}`, edit, 1);
    }
  }
  const rules = new Map<string, LemmaEdit>();
  const byLength = [...endings].sort(
    ([left], [right]) => left.length - right.length || (left < right ? -1 : 1),
  );
  for (const [key, edits] of byLength) {
    const [edit, count] = commonest(edits);
    const tab = key.indexOf("\t");
    const shorter = decide(rules, key.slice(0, tab), key.slice(tab + 2));
    if (key.length === tab + 1 || (count >= RULE_WORDS && edit !== shorter)) rules.set(key, edit);
  }
  for (const [word, edits] of [...words].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const tab = word.indexOf("\t");
    const [edit] = commonest(edits);
    const lower = word.slice(tab + 1);
    if (decide(rules, word.slice(0, tab), lower) !== edit)
      rules.set(`${word.slice(0, tab)}\t^${lower}`, edit);
  }
  return rules;
}

function countWords(sentences: readonly TreebankSentence[]): Map<string, EditCounts> {
  const words = new Map<string, EditCounts>();
  for (const { tokens } of sentences) {
    for (const { form, lemma, xpos } of tokens) {
      // Lemmas of misspelt and goeswith words are not what the form says.
      if (lemma === "_" || xpos === "GW" || /[\t\n]/.test(form + lemma)) continue;
      addCount(words, `${lemmaTag(form, xpos)}\t${lemmaKey(form)}`, findEdit(form, lemma), 1);
    }
  }
  return words;
}

function addCount(table: Map<string, EditCounts>, key: string, edit: LemmaEdit, count: number): void {
  const edits = table.get(key) ?? new Map<LemmaEdit, number>();
  edits.set(edit, (edits.get(edit) ?? 0) + count);
  table.set(key, edits);
}

/** The most frequent edit; of equals the one that sorts first. */
function commonest(edits: EditCounts): [LemmaEdit, number] {
  let best: [LemmaEdit, number] = ["0+", 0];
  for (const [edit, count] of edits) {
    if (count > best[1] || (count === best[1] && edit < best[0])) best = [edit, count];
  }
  return best;
}

function decide(rules: LemmaRules, tag: string, lower: string): LemmaEdit | undefined {
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const edit = rules.get(`${tag}\t${lower.slice(lower.length - length)}`);
    if (edit !== undefined) return edit;
  }
  return undefined;
}
