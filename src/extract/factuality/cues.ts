import { ModelError } from "../../model/errors.ts";
import { FACTUALITIES, type Factuality } from "../../model/fact.ts";
import type { Ontology } from "../../ontology/ontology.ts";

/** What a governing word does to the clause under it; `inherit` = the clause is as sure as the governor. */
export type GovernorEffect = Factuality | "inherit";

/** What a word does to the clause it stands in; `would` depends on whether there is a condition. */
export type HedgeValue = Factuality | "would";

/** How a reporting verb takes what is said: see `fact-reporting-verbs.txt`. */
export type ReportingFrame = "say" | "tell" | "hold" | "find" | "act";

/** The word lists that the rules rest on, read from `data/lexicon/fact-*.txt`. */
export interface Cues {
  readonly reporting: ReadonlyMap<string, ReportingFrame>;
  /** Nouns for what is said, and for occasions of saying. */
  readonly statementNouns: ReadonlySet<string>;
  readonly settingNouns: ReadonlySet<string>;
  /** Reporting verbs and nouns by which an article keeps its distance: "allege", "claim", "belief". */
  readonly allegations: ReadonlySet<string>;
  readonly governors: ReadonlyMap<string, GovernorEffect>;
  readonly hedges: ReadonlyMap<string, HedgeValue>;
  readonly lightVerbs: ReadonlySet<string>;
  readonly stateVerbs: ReadonlySet<string>;
  /** Verbs, with particle, whose subject undergoes what they say. */
  readonly changeVerbs: ReadonlySet<string>;
  /** Verbs, with particle, that tell all by themselves what their subject did. */
  readonly intransitiveVerbs: ReadonlySet<string>;
  /** Nouns for what people do by calling. */
  readonly callings: ReadonlySet<string>;
  /** Lemmas of verbs known from the lists, and from the ontology where {@link withVerbs} added them. */
  readonly verbs: ReadonlySet<string>;
  /** Lemma → past tense and past participle. */
  readonly irregular: ReadonlyMap<string, { readonly past: string; readonly participle: string }>;
}

/** Whether a verb tells what somebody says: "say", "tell" and what is used like them; not "accuse" or "find". */
export function isSpeechVerb({ reporting }: Pick<Cues, "reporting">, lemma: string): boolean {
  const frame = reporting.get(lemma);
  return frame === "say" || frame === "tell";
}

/**
 * Reads the word lists.
 * @throws {@link ModelError} where a list is missing or a line cannot be read
 */
export function readCues(lexicon: ReadonlyMap<string, string>): Cues {
  const lists: Omit<Cues, "verbs"> = {
    reporting: new Map(
      rows(lexicon, "fact-reporting-verbs.txt", 2).map(([lemma = "", frame = ""]) => [
        lemma,
        oneOf(frame, ["say", "tell", "hold", "find", "act"], "fact-reporting-verbs.txt"),
      ]),
    ),
    statementNouns: nounsOf(lexicon, "said"),
    settingNouns: nounsOf(lexicon, "setting"),
    allegations: new Set(rows(lexicon, "fact-allegation-words.txt", 1).map(([lemma = ""]) => lemma)),
    governors: new Map(
      rows(lexicon, "fact-governors.txt", 3).map(([lemma = "", pos = "", effect = ""]) => [
        governorKey(lemma, pos),
        oneOf(effect, [...FACTUALITIES, "inherit"], "fact-governors.txt"),
      ]),
    ),
    hedges: new Map(
      rows(lexicon, "fact-hedges.txt", 2).map(([word = "", value = ""]) => [
        word,
        oneOf(value, [...FACTUALITIES, "would"], "fact-hedges.txt"),
      ]),
    ),
    lightVerbs: new Set(rows(lexicon, "fact-light-verbs.txt", 1).map(([lemma = ""]) => lemma)),
    stateVerbs: new Set(rows(lexicon, "fact-state-verbs.txt", 1).map(([lemma = ""]) => lemma)),
    changeVerbs: new Set(rows(lexicon, "fact-change-verbs.txt", 1).map(([lemma = ""]) => lemma)),
    intransitiveVerbs: new Set(rows(lexicon, "fact-intransitive-verbs.txt", 1).map(([lemma = ""]) => lemma)),
    callings: new Set(rows(lexicon, "fact-callings.txt", 1).map(([noun = ""]) => noun)),
    irregular: new Map(
      rows(lexicon, "fact-irregular-verbs.txt", 3).map(([lemma = "", past = "", participle = ""]) => [
        lemma,
        { past, participle },
      ]),
    ),
  };
  const governors = [...lists.governors.keys()].filter((key) => key.startsWith("verb "));
  const verbs = [
    ...lists.reporting.keys(),
    ...governors.map((key) => key.slice("verb ".length)),
    ...lists.lightVerbs,
    ...lists.stateVerbs,
    ...lists.irregular.keys(),
  ];
  return { ...lists, verbs: new Set(verbs) };
}

/** The cues with more verbs known, e.g. those of the ontology's wordings. */
export function withVerbs(cues: Cues, verbs: Iterable<string>): Cues {
  return { ...cues, verbs: new Set([...cues.verbs, ...verbs]) };
}

/**
 * The cues with every verb of the ontology's wordings known.
 * @throws {@link ModelError} where a list is missing or a line cannot be read
 */
export function loadCues(ontology: Ontology, lexicon: ReadonlyMap<string, string>): Cues {
  const entries = ontology.relations.flatMap((relation) => relation.entries);
  const verbs = entries.filter(({ pos }) => pos === "verb").map(({ key }) => key.split(" ")[0] ?? key);
  return withVerbs(readCues(lexicon), verbs);
}

function nounsOf(lexicon: ReadonlyMap<string, string>, kind: string): ReadonlySet<string> {
  const nouns = rows(lexicon, "fact-reporting-nouns.txt", 2).filter((row) => row[1] === kind);
  return new Set(nouns.map(([noun = ""]) => noun));
}

/** Key of a governor: the same lemma may be a noun and a verb. */
export function governorKey(lemma: string, pos: string): string {
  return `${pos} ${lemma}`;
}

function rows(lexicon: ReadonlyMap<string, string>, name: string, columns: number): string[][] {
  const text = lexicon.get(name);
  if (text === undefined) throw new ModelError(`lexicon file ${name} is missing`);
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const cells = line.split("\t").map((cell) => cell.trim());
    if (cells.length !== columns) throw new ModelError(`${name}: "${line}" has not ${columns} columns`);
    return cells;
  });
}

function oneOf<Value extends string>(text: string, values: readonly Value[], file: string): Value {
  const value = values.find((each) => each === text);
  if (value === undefined) throw new ModelError(`${file}: "${text}" is not one of ${values.join(", ")}`);
  return value;
}
