import type { Word } from "../annotate/names/reading.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { ArticleView } from "./article-view.ts";
import { classOfNoun } from "./descriptions.ts";
import type { EntityDraft, Gender } from "./entity-draft.ts";
import { FEMALE, MALE } from "./lead-person.ts";
import { findQuotedWords, type QuotedWords } from "./quoted-words.ts";

/** A mention that a pronoun may take up. */
export interface Antecedent {
  readonly head: Word;
  readonly entity: EntityDraft;
  readonly plural: boolean;
  /** Whether it is a nominal description, which only strong evidence may take up. */
  readonly described: boolean;
}

type Kind = "he" | "she" | "it" | "they";

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["he", "he"],
  ["him", "he"],
  ["his", "he"],
  ["himself", "he"],
  ["she", "she"],
  ["her", "she"],
  ["hers", "she"],
  ["herself", "she"],
  ["it", "it"],
  ["its", "it"],
  ["itself", "it"],
  ["they", "they"],
  ["them", "they"],
  ["their", "they"],
  ["theirs", "they"],
  ["themselves", "they"],
]);
/** Prepositions of place. */
const WHERE = /^(?:in|at|on|near|to|from|into|across|around|outside|inside|through|over)$/;
/** Sentences back that a pronoun reaches. */
const WINDOW = 2;
/** Adjectives and verbs after which "it" stands for a clause or for nothing. */
const EXPLETIVE_HEADS = new Set(
  "clear unclear likely unlikely possible impossible important necessary early late hard easy difficult true time seem appear happen turn remain rain snow take mean".split(
    " ",
  ),
);

/** Which third-person pronoun a word is, if any. */
export function thirdPerson(word: Word): Kind | undefined {
  return /^PRP/.test(word.xpos) || word.upos === "PRON" ? KINDS.get(word.lower) : undefined;
}

/** Finds antecedents of third-person pronouns: subjects first, and only where one candidate is plausible. */
export class PronounResolver {
  readonly #view: ArticleView;
  readonly #ontology: Ontology;
  readonly #antecedents: readonly Antecedent[];
  readonly #resolved = new Map<number, EntityDraft>();
  readonly #quoted: QuotedWords;

  constructor(view: ArticleView, ontology: Ontology, antecedents: readonly Antecedent[]) {
    this.#view = view;
    this.#ontology = ontology;
    this.#quoted = findQuotedWords(view);
    this.#antecedents = [...antecedents].sort((left, right) => left.head.index - right.head.index);
  }

  /** Resolves every third-person pronoun of the article in order, so that one may take up another. */
  resolveAll(): ReadonlyMap<number, EntityDraft> {
    for (const word of this.#view.reading.words) {
      const kind = thirdPerson(word);
      if (kind === undefined || (kind === "it" && this.#isExpletive(word))) continue;
      const entity = this.#resolve(word, kind);
      if (entity === undefined) continue;
      this.#resolved.set(word.index, entity);
      // Whoever is "he" once is not "she" later on.
      if (entity.gender === "unknown" && (kind === "he" || kind === "she"))
        entity.gender = kind === "he" ? "m" : "f";
    }
    return this.#resolved;
  }

  #resolve(word: Word, kind: Kind): EntityDraft | undefined {
    const own = this.#governingSubject(word, kind);
    if (own === "open") return undefined;
    if (own !== undefined) return own;
    for (let back = 0; back <= WINDOW; back++) {
      const sentence = word.sentence.index - back;
      const fitting = this.#fitting(word, kind, sentence);
      // "Nurses will strike unless their employer …": of several and one body, "they" are the several.
      const several = kind === "they" && back === 0 ? fitting.filter(({ plural }) => plural) : [];
      const here = several.length > 0 ? several : fitting;
      // "A and B … they": both together, which no single antecedent is.
      if (kind === "they" && this.#hasJoinedSubject(word, sentence)) return undefined;
      if (kind === "it" && back === 0 && this.#takesUpThing(word)) return undefined;
      if (here.length === 0) {
        // "the third strike at Corvane since it was bought": who is named in passing may be meant, rather than any before.
        if (kind === "it" && back === 0 && this.#isNamedInPassing(word)) return undefined;
        const chained = back === 0 ? undefined : this.#chained(kind, sentence);
        if (chained !== undefined) return chained;
        continue;
      }
      const subjects = here.filter(({ head }) => head.relation.startsWith("nsubj"));
      // "The statue, bought by the gallery, was found by Ruiz, who recognised it": a thing of the sentence may be meant.
      if (kind === "it" && subjects.length === 0 && this.#hasThing(word)) return undefined;
      const strong = entitiesOf(subjects.length > 0 ? subjects : here);
      // Within the sentence, whoever stands between subject and pronoun could be meant as well.
      if (strong.length === 1) return back === 0 && !this.#isOutside(word, subjects) ? undefined : strong[0];
      const main = entitiesOf(subjects.filter((each) => this.#isMainSubject(each.head)));
      return main.length === 1 && back > 0 ? main[0] : undefined;
    }
    return undefined;
  }

  /** Whether a body or place is named before the pronoun, in its own sentence, where something is or happens. */
  #isNamedInPassing(word: Word): boolean {
    return this.#antecedents.some(
      ({ head, entity, described }) =>
        head.sentence.index === word.sentence.index &&
        head.index < word.index &&
        !described &&
        this.#isWhere(head) &&
        this.#ontology.isA(entity.type, "Organization"),
    );
  }

  /** "Gallagher, who will write the script, starts work on it": what is acted on may be a thing of the sentence. */
  #takesUpThing(word: Word): boolean {
    return /^(?:obj|obl|nmod)$/.test(word.relation) && this.#hasThing(word, /^(?!Person|Group|Organization)/);
  }

  /** Whether a thing without a name is the subject or object of a clause before the pronoun in its own sentence. */
  #hasThing(word: Word, classes = /^Thing$/): boolean {
    const { words } = this.#view.reading;
    return words
      .slice(word.sentence.firstToken, word.index)
      .some(
        (each) =>
          each.xpos === "NN" &&
          /^(?:nsubj|obj)/.test(each.relation) &&
          each.headIndex !== word.headIndex &&
          this.#view.nameAt(each.index) === undefined &&
          classes.test(classOfNoun(this.#view, each, this.#ontology)),
      );
  }

  /** Whom the sentence's own subject of the same pronoun takes up, where no name came between: "She won it. … She declined." */
  #chained(kind: Kind, sentence: number): EntityDraft | undefined {
    if (kind === "it" || kind === "they") return undefined;
    const entities = new Set<EntityDraft>();
    for (const [index, entity] of this.#resolved) {
      const word = this.#view.reading.words[index];
      if (word?.sentence.index === sentence && KINDS.get(word.lower) === kind) entities.add(entity);
    }
    return entities.size === 1 ? [...entities][0] : undefined;
  }

  /**
   * The subject of the clause above: "Macron said he …", "Ukraine … its army". A possessive is bound by the subject of its
   * own clause, another pronoun by that of a governing one.
   */
  #governingSubject(word: Word, kind: Kind): EntityDraft | "open" | undefined {
    const { words } = this.#view.reading;
    const possessive = word.xpos === "PRP$" || /self|selves/.test(word.lower);
    const quotation = this.#quoted.around(word);
    let at = words[word.headIndex];
    let crossed = possessive;
    for (let steps = 0; at !== undefined && steps < 8; steps++) {
      if (quotation !== undefined && (at.index < quotation.first || at.index >= quotation.last))
        return undefined;
      const clause = /^(VERB|AUX|ADJ)$/.test(at.upos) || at.relation === "root";
      if (clause && crossed) {
        const subject =
          this.#view.childrenOf(at.index).find(({ relation }) => /^nsubj/.test(relation)) ??
          (possessive ? this.#controller(at) : undefined);
        if (subject !== undefined && subject.index < word.index) {
          if (!possessive && this.#mayBeAnother(at, subject, word, kind)) return "open";
          return this.#entityAt(subject, word, kind);
        }
      }
      if (clause && /^(ccomp|advcl|xcomp|acl|parataxis)/.test(at.relation)) crossed = true;
      at = words[at.headIndex];
    }
    return undefined;
  }

  /**
   * Whether the clause above leaves open whom a pronoun takes up: somebody was told who could be meant as well ("told him that
   * he …"), or an unnamed source speaks ("an aide said she …").
   */
  #mayBeAnother(verb: Word, subject: Word, word: Word, kind: Kind): boolean {
    if (kind !== "he" && kind !== "she") return false;
    const children = this.#view.childrenOf(verb.index);
    const hearer = children.find(({ relation, index }) => /^i?obj/.test(relation) && index < word.index);
    if (hearer !== undefined && hearer !== word && KINDS.get(hearer.lower) === kind) return true;
    // "Petrov's coach, Dubois, said the win could lift him": the one whose coach he is may be meant.
    const owner = this.#view.childrenOf(subject.index).find(({ relation }) => relation === "nmod:poss");
    const owned = owner && this.#antecedents.find(({ head }) => head.index === owner.index);
    if (owned !== undefined && !word.relation.startsWith("nsubj") && this.#agrees(owned, kind)) return true;
    return (
      this.#view.nameAt(subject.index) === undefined &&
      subject.xpos === "NN" &&
      this.#view
        .childrenOf(subject.index)
        .some(({ relation, lower }) => relation === "det" && /^an?$/.test(lower)) &&
      !this.#antecedents.some(({ head, described }) => head.index === subject.index && !described)
    );
  }

  /** "urged Rwanda to pull its forces out": whoever is asked to do it is the infinitive's subject. */
  #controller(infinitive: Word): Word | undefined {
    const governor = this.#view.reading.words[infinitive.headIndex];
    if (governor === undefined || !infinitive.relation.startsWith("xcomp")) return undefined;
    if (/^(?:promise|vow|threaten|offer|pledge)$/.test(governor.lemma)) return undefined;
    return this.#view.childrenOf(governor.index).find(({ relation }) => /^i?obj/.test(relation));
  }

  #entityAt(found: Word, word: Word, kind: Kind): EntityDraft | undefined {
    const subject = this.#antecedentOf(found);
    if (thirdPerson(subject) !== undefined) {
      const entity = this.#resolved.get(subject.index);
      return entity !== undefined && KINDS.get(subject.lower) === kind ? entity : undefined;
    }
    if (this.#view.childrenOf(subject.index).some(({ relation }) => relation === "conj")) return undefined;
    const antecedent = this.#antecedents.find(({ head }) => head.index === subject.index);
    return antecedent !== undefined && antecedent.head.index < word.index && this.#agrees(antecedent, kind)
      ? antecedent.entity
      : undefined;
  }

  /** "the firm, which was told to sell land it owned": a relative pronoun stands for the noun before its clause. */
  #antecedentOf(subject: Word): Word {
    if (!/^(?:which|who|that)$/.test(subject.lower)) return subject;
    const { words } = this.#view.reading;
    const clause = words[subject.headIndex];
    const noun = clause?.relation === "acl:relcl" ? words[clause.headIndex] : undefined;
    return noun !== undefined && noun.index < subject.index ? noun : subject;
  }

  #fitting(word: Word, kind: Kind, sentence: number): readonly Antecedent[] {
    const speaker = this.#speakerOf(word);
    return this.#antecedents.filter(
      (each) =>
        each.head.sentence.index === sentence &&
        each.head.index < word.index &&
        each.entity !== speaker &&
        (each.plural || word.lower !== "them") &&
        this.#agrees(each, kind),
    );
  }

  /** Who says the quoted words that a pronoun stands in: to oneself one is "I", not "he". */
  #speakerOf(word: Word): EntityDraft | undefined {
    const speaker = this.#quoted.speaker(word);
    return (
      speaker &&
      (this.#resolved.get(speaker.index) ??
        this.#antecedents.find(({ head }) => head.index === speaker.index)?.entity)
    );
  }

  #agrees({ entity, plural, described, head }: Antecedent, kind: Kind): boolean {
    const isA = (type: string): boolean => this.#ontology.isA(entity.type, type);
    switch (kind) {
      case "he":
        return (
          isA("Person") &&
          !plural &&
          entity.type !== "Thing" &&
          !isOther(entity.gender, "m") &&
          !(described && FEMALE.test(head.lemma)) &&
          (!described || head.relation.startsWith("nsubj"))
        );
      case "she":
        return (
          isA("Person") &&
          !plural &&
          entity.type !== "Thing" &&
          !isOther(entity.gender, "f") &&
          !(described && MALE.test(head.lemma)) &&
          (!described || head.relation.startsWith("nsubj"))
        );
      case "it":
        return (
          !plural &&
          !this.#isWhere(head) &&
          entity.type !== "Thing" &&
          !isA("Person") &&
          !isA("Group") &&
          (!described || head.relation.startsWith("nsubj"))
        );
      case "they":
        if (plural) return entity.type !== "Thing";
        return (
          (isA("Group") || isA("Organization") || isA("Country")) &&
          !described &&
          head.relation.startsWith("nsubj")
        );
    }
  }

  /** "to a laboratory in Sydney": where something is or happens is hardly ever taken up by "it". */
  #isWhere(head: Word): boolean {
    return (
      /^(?:obl|nmod)/.test(head.relation) &&
      this.#view
        .childrenOf(head.index)
        .some(({ relation, lower }) => relation === "case" && WHERE.test(lower))
    );
  }

  #hasJoinedSubject(word: Word, sentence: number): boolean {
    return this.#antecedents.some(
      ({ head }) =>
        head.sentence.index === sentence &&
        head.index < word.index &&
        head.relation.startsWith("nsubj") &&
        this.#view.childrenOf(head.index).some(({ relation }) => relation === "conj"),
    );
  }

  /** A subject of the same clause is not taken up by that clause's own pronouns ("Trump told him"). */
  #isOutside(word: Word, subjects: readonly Antecedent[]): boolean {
    return subjects.every(({ head }) => head.headIndex !== word.headIndex || word.xpos === "PRP$");
  }

  #isMainSubject(head: Word): boolean {
    const verb = this.#view.reading.words[head.headIndex];
    return verb !== undefined && verb.relation === "root";
  }

  /** "it is clear that …", "it seems …": stands for a clause, or for nothing. */
  #isExpletive(word: Word): boolean {
    if (word.relation === "expl") return true;
    const head = this.#view.reading.words[word.headIndex];
    if (head === undefined || !word.relation.startsWith("nsubj")) return false;
    if (EXPLETIVE_HEADS.has(head.lemma)) return true;
    return (
      head.upos === "ADJ" &&
      this.#view.childrenOf(head.index).some(({ relation }) => /^(csubj|ccomp|xcomp|advcl)/.test(relation))
    );
  }
}

function isOther(gender: Gender, wanted: Gender): boolean {
  return gender !== "unknown" && gender !== wanted;
}

function entitiesOf(antecedents: readonly Antecedent[]): readonly EntityDraft[] {
  return [...new Set(antecedents.map(({ entity }) => entity))];
}
