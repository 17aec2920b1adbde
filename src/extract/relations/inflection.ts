import type { Cues } from "../factuality/cues.ts";

const VOWELS = "aeiou";

/**
 * Past tense of a verb: irregular ones from the list, else by spelling rules.
 *
 * @example
 * pastTense("stop", cues.irregular); // "stopped"
 */
export function pastTense(lemma: string, irregular: Cues["irregular"]): string {
  return irregularOf(lemma, irregular, "past") ?? regularPast(lemma);
}

/** Past participle of a verb, e.g. "broken". */
export function pastParticiple(lemma: string, irregular: Cues["irregular"]): string {
  return irregularOf(lemma, irregular, "participle") ?? regularPast(lemma);
}

/** Third person singular of the present, e.g. "goes", "denies". */
export function thirdPerson(lemma: string): string {
  if (lemma === "be") return "is";
  if (lemma === "have") return "has";
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

/** "rewrite", "outbid", "misread": a prefix leaves the verb as irregular as it was. */
function irregularOf(
  lemma: string,
  irregular: Cues["irregular"],
  form: "past" | "participle",
): string | undefined {
  const own = irregular.get(lemma)?.[form];
  if (own !== undefined || lemma === "relay") return own;
  const prefix = /^(?:re|out|over|under|mis|un|fore)-?(?=[a-z]{3})/.exec(lemma)?.[0];
  const stem = prefix && irregular.get(lemma.slice(prefix.length))?.[form];
  return stem && `${prefix}${stem}`;
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
  // The "u" of "qu" is no vowel: "acquit" doubles as "permit" does.
  const sounds = lemma.replace(/qu/g, "q");
  if (!/[^aeiou][aeiou][bdgklmnprtvz]$/.test(sounds)) return false;
  const syllables = sounds.match(/[aeiouy]+/g)?.length ?? 0;
  if (syllables === 1) return true;
  return (
    /(?:fer|cur|mit|pel|bel|gret|plan|ban|pat|bar|cel|tol|trol|qip|nap|qit|wit|fit|abet|rebut|input|trap|step|strip|program|rag|hum|slip|ship|tap|cap|map|log|gag|tag)$/.test(
      sounds,
    ) &&
    !/(?:offer|differ|suffer|pilfer|proffer|cancel|parcel|profit|benefit|limit|vomit|cover|labour)$/.test(
      lemma,
    )
  );
}
