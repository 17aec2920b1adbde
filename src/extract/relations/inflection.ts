import type { Cues } from "../factuality/cues.ts";

const VOWELS = "aeiou";

/**
 * Past tense of a verb: irregular ones from the list, else by spelling rules.
 *
 * @example
 * pastTense("stop", cues.irregular); // "stopped"
 */
export function pastTense(lemma: string, irregular: Cues["irregular"]): string {
  return irregular.get(lemma)?.past ?? regularPast(lemma);
}

/** Past participle of a verb, e.g. "broken". */
export function pastParticiple(lemma: string, irregular: Cues["irregular"]): string {
  return irregular.get(lemma)?.participle ?? regularPast(lemma);
}

/** Third person singular of the present, e.g. "goes", "denies". */
export function thirdPerson(lemma: string): string {
  if (lemma === "be") return "is";
  if (lemma === "have") return "has";
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith("e")) return `${lemma}d`;
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`;
  if (lemma.endsWith("c")) return `${lemma}ked`;
  if (doublesConsonant(lemma)) return `${lemma}${lemma.at(-1)}ed`;
  return `${lemma}ed`;
}

function endsInConsonantY(lemma: string): boolean {
  return lemma.endsWith("y") && lemma.length > 1 && !VOWELS.includes(lemma.at(-2) ?? "a");
}

/** One-syllable verbs in consonant-vowel-consonant double the last letter, and longer ones stressed at the end. */
function doublesConsonant(lemma: string): boolean {
  if (!/[^aeiou][aeiou][bdgklmnprtvz]$/.test(lemma)) return false;
  const syllables = lemma.match(/[aeiouy]+/g)?.length ?? 0;
  if (syllables === 1) return true;
  return (
    /(?:fer|cur|mit|pel|bel|gret|plan|ban|pat|bar|cel|tol|trol|quip|nap)$/.test(lemma) &&
    !/(?:offer|differ|suffer|cancel)$/.test(lemma)
  );
}
