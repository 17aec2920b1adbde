import { asWords, stem, tokens } from "./text-normalisation.ts";
import { AUXILIARIES, DETERMINERS, MODALS_OF_POSSIBILITY, NEGATIONS, PREPOSITIONS } from "./word-lists.ts";

/** What a wording of a relation says, apart from tense, auxiliaries and prepositions. */
export interface RelationWording {
  /** Stems of its content words, joined by blanks; "" where there are none. */
  readonly key: string;
  readonly negated: boolean;
  /** With could, may or might. */
  readonly modal: boolean;
  /** Ends in "by". */
  readonly passive: boolean;
}

/** Words of a relation name or wording: `ruledOut`, "ruled out" → "ruled out". */
export function relationWords(relation: string): string {
  return tokens(asWords(relation)).join(" ");
}

export function analyseWording(relation: string): RelationWording {
  const words = tokens(asWords(relation));
  const stems: string[] = [];
  for (const word of words) {
    if (NEGATIONS.has(word) || DETERMINERS.has(word)) continue;
    const wordStem = stem(word);
    if (AUXILIARIES.has(wordStem) || AUXILIARIES.has(word)) continue;
    if (PREPOSITIONS.has(word) && word !== "of") continue;
    stems.push(wordStem);
  }
  const informative = stems.some((wordStem) => wordStem !== "of");
  const kept = informative ? stems : words.filter((word) => !NEGATIONS.has(word)).map(stem);
  return {
    key: kept.join(" "),
    negated: words.some((word) => NEGATIONS.has(word)),
    modal: words.some((word) => MODALS_OF_POSSIBILITY.has(word)),
    passive: words.length > 1 && words.at(-1) === "by",
  };
}

/** What lenient matching knows of one relation. */
export interface MatchingRelation {
  readonly name: string;
  readonly label: string;
  readonly inverse: string | null;
  readonly symmetric: boolean;
  readonly refines: string | null;
  readonly verbs: readonly string[];
}

/** Wordings that count as the same relation, by relation name. Immutable. */
export interface MatchingLexicon {
  find(relation: string): MatchingRelation | undefined;
  /** Keys (see {@link RelationWording}) of every wording of the relation, its parent and its refinements. */
  keys(relation: string): ReadonlySet<string>;
}

export function makeMatchingLexicon(relations: readonly MatchingRelation[]): MatchingLexicon {
  const byName = new Map(relations.map((relation) => [relation.name, relation]));
  const keysByName = new Map(
    relations.map((relation) => {
      const related = relations.filter(
        ({ name, refines }) => refines === relation.name || relation.refines === name,
      );
      const wordings = [relation.name, relation.label, ...relation.verbs, ...related.map(({ name }) => name)];
      return [relation.name, wordingKeys(wordings)];
    }),
  );
  return { find: (name) => byName.get(name), keys: (name) => keysByName.get(name) ?? new Set() };
}

/** Keys of several wordings; those without content words have none. */
export function wordingKeys(wordings: readonly string[]): ReadonlySet<string> {
  return new Set(wordings.map((wording) => analyseWording(wording).key).filter((key) => key !== ""));
}
