import type { Word } from "../annotate/names/reading.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { ArticleView } from "./article-view.ts";
import { EntityDraft } from "./entity-draft.ts";
import { labelOf, type NounPhrase, nounPhraseOf } from "./noun-phrases.ts";

const DEFINITE = new Set("the this these that those its their his her our such both".split(" "));
/** Determiners after which a noun brings up something new. */
const NEW = new Set(
  "a an another any every each some no either neither what which whatever many few several".split(" "),
);
/** Nouns that stand for what they hold: "the package of guarantees". */
const CONTAINERS = new Set("package set bundle raft array".split(" "));
/** Nouns that denote several people in the singular. */
const COLLECTIVES = new Set(
  (
    "group community crowd public population household majority minority mob family elite tribe clan delegation entourage crew staff generation couple team side personnel " +
    "police troop force army navy military brigade battalion regiment division contingent unit militia patrol convoy fleet garrison squadron infantry"
  ).split(" "),
);
const PEOPLE_CLASSES = new Set(["Group", "Force"]);
/** How many sentences back a definite noun may look for what it takes up, where several could be meant. */
const WINDOW = 4;

/** Nouns that only count what follows "of": "dozens of aftershocks" are aftershocks. */
const QUANTIFIERS = new Set(
  "dozen score hundred thousand million billion number majority minority handful couple pair half third quarter fraction rest most".split(
    " ",
  ),
);

function countedNoun(view: ArticleView, head: Word): Word | undefined {
  return view
    .childrenOf(head.index)
    .find(
      ({ index, relation, upos }) =>
        relation === "nmod" &&
        upos === "NOUN" &&
        view.childrenOf(index).some((each) => each.relation === "case" && each.lower === "of"),
    );
}

interface Described {
  readonly draft: EntityDraft;
  readonly head: string;
  readonly modifiers: ReadonlySet<string>;
  readonly plural: boolean;
  lastSentence: number;
}

/** Class of what a noun phrase denotes, by its head noun. */
export function classOfNoun(view: ArticleView, head: Word, ontology: Ontology): string {
  const { lexicon } = view.reading;
  const counted = QUANTIFIERS.has(head.lemma) ? countedNoun(view, head) : undefined;
  if (counted) return classOfNoun(view, counted, ontology);
  const singular = head.xpos === "NN";
  const listed = lexicon.nounClasses.get(head.lemma) ?? lexicon.nounClasses.get(head.lower);
  if (listed === undefined) {
    if (!lexicon.titles.has(head.lemma)) return "Thing";
    return singular ? "Person" : "Group";
  }
  if (listed === "Country" && !singular) return "Group";
  const type = PEOPLE_CLASSES.has(listed) && singular && !COLLECTIVES.has(head.lemma) ? "Person" : listed;
  return ontology.findClass(type) === undefined ? "Thing" : type;
}

/** Everything that the article describes without naming it, clustered before anybody asks. */
export class Descriptions {
  readonly #view: ArticleView;
  readonly #ontology: Ontology;
  readonly #byHead = new Map<number, EntityDraft>();
  readonly #phrases = new Map<number, NounPhrase>();
  readonly #clusters = new Map<string, Described[]>();
  readonly drafts: EntityDraft[] = [];

  /** @param taken whether a token's noun is spoken for: part of a name, a title, a description of a named thing */
  constructor(view: ArticleView, ontology: Ontology, taken: (word: Word) => boolean) {
    this.#view = view;
    this.#ontology = ontology;
    for (const word of view.reading.words) {
      if (isDescribingHead(word) && !taken(word)) this.#place(nounPhraseOf(view, word));
    }
  }

  /** The described entity of a head noun; undefined for words that head no description. */
  at(headToken: number): EntityDraft | undefined {
    return this.#byHead.get(headToken);
  }

  phraseAt(headToken: number): NounPhrase | undefined {
    return this.#phrases.get(headToken);
  }

  /** Heads of descriptions, in order. */
  heads(): readonly number[] {
    return [...this.#byHead.keys()];
  }

  #place(phrase: NounPhrase): void {
    const inner = this.#innerOf(phrase);
    const draft = inner ?? this.#clusterFor(phrase);
    this.#phrases.set(phrase.head.index, phrase);
    this.#byHead.set(phrase.head.index, draft);
    draft.addMention({ start: phrase.start, end: phrase.end, form: "nominal" });
    draft.addForm(labelOf(this.#view, phrase));
  }

  /** What a container holds: "security guarantees" of "the package of security guarantees". */
  #innerOf({ head }: NounPhrase): EntityDraft | undefined {
    if (!CONTAINERS.has(head.lemma)) return undefined;
    const content = this.#view
      .childrenOf(head.index)
      .find(
        (child) =>
          child.index > head.index &&
          isDescribingHead(child) &&
          this.#view
            .childrenOf(child.index)
            .some(({ lower, relation }) => lower === "of" && relation === "case"),
      );
    return content === undefined ? undefined : this.#clusterFor(nounPhraseOf(this.#view, content));
  }

  #clusterFor(phrase: NounPhrase): EntityDraft {
    const { head } = phrase;
    const clusters = this.#clusters.get(head.lemma) ?? [];
    const found = this.#takenUp(phrase, clusters);
    if (found !== undefined) {
      found.lastSentence = head.sentence.index;
      return found.draft;
    }
    const draft = new EntityDraft("described", classOfNoun(this.#view, head, this.#ontology));
    draft.wanted = false;
    this.drafts.push(draft);
    clusters.push({
      draft,
      head: head.lemma,
      modifiers: new Set(phrase.modifiers),
      plural: head.xpos === "NNS",
      lastSentence: head.sentence.index,
    });
    this.#clusters.set(head.lemma, clusters);
    return draft;
  }

  #isToldApart(head: Word): boolean {
    return this.#view
      .childrenOf(head.index)
      .some(({ index, relation }) => index > head.index && /^(?:nmod|acl)/.test(relation));
  }

  /** The earlier description that a phrase takes up again; undefined where it brings up something new. */
  #takenUp(phrase: NounPhrase, clusters: readonly Described[]): Described | undefined {
    const { head, determiner, modifiers } = phrase;
    const counted = this.#view.childrenOf(head.index).some(({ relation }) => relation.startsWith("nummod"));
    const other = modifiers.some((modifier) =>
      /^(other|another|further|new|more|additional|separate|second|third)$/.test(modifier),
    );
    if (NEW.has(determiner) || other) return undefined;
    const plural = head.xpos === "NNS";
    const same = clusters.filter((cluster) => cluster.plural === plural);
    const equal = same.findLast(
      ({ modifiers: theirs }) =>
        theirs.size === modifiers.length && modifiers.every((each) => theirs.has(each)),
    );
    if (equal !== undefined && (DEFINITE.has(determiner) || (plural && !counted) || modifiers.length > 0))
      return equal;
    const definite = DEFINITE.has(determiner);
    // "accounts in Cyprus" are not the accounts of before.
    if (!definite && modifiers.length === 0 && this.#isToldApart(head)) return undefined;
    const people = PEOPLE_CLASSES.has(classOfNoun(this.#view, head, this.#ontology));
    if (!definite && (!plural || counted || people)) return undefined;
    const fuller = same.filter(({ modifiers: theirs }) => modifiers.every((each) => theirs.has(each)));
    if (fuller.length === 1) return fuller[0];
    if (!definite) return undefined;
    const near = fuller.filter(({ lastSentence }) => head.sentence.index - lastSentence <= WINDOW);
    return near.length === 1 ? near[0] : undefined;
  }
}

/** A noun that heads a phrase of its own, rather than modifying another noun; beside a name ("the Alvor dam") it may be tagged as one. */
export function isDescribingHead(word: Word): boolean {
  const isNoun = word.upos === "NOUN" || (word.upos === "PROPN" && /^\p{Ll}/u.test(word.form));
  return isNoun && !/^(compound|flat|goeswith|fixed)/.test(word.relation);
}
