import type { RelationSense } from "../../ontology/ontology.ts";
import {
  type FittingSense,
  selectSenses,
  type WordingArgument,
  type WordingArguments,
} from "../../ontology/select-senses.ts";
import type { Oblique } from "../clauses/predication.ts";
import { type Argument, isLiteral, type LiteralArgument, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import type { ActiveFrame } from "./active-frame.ts";
import { literalOf, statusOf } from "./literals.ts";
import { type MintedRelation, mintFromPassive, mintFromVerb } from "./minting.ts";
import { verbWords } from "./verb-words.ts";

/** A key of the lexicon with the phrase that its last preposition governs. */
interface Wording {
  readonly key: string;
  readonly oblique?: Oblique;
  readonly words: readonly TreeNode[];
}

/** Prepositions of time, manner and circumstance: what they govern is no argument of a relation made from the verb. */
const CIRCUMSTANCE = new Set([
  "during",
  "since",
  "until",
  "till",
  "after",
  "before",
  "following",
  "amid",
  "despite",
  "because of",
  "due to",
  "ahead of",
  "as of",
  "according to",
  "in spite of",
  "by",
  "within",
  "throughout",
  "prior to",
  "upon",
  "as part of",
  "in response to",
  "at",
  "like",
  "unlike",
]);

/** Reads the relations of one verb: those of the lexicon for it and for each of its prepositions, else one made from its words. */
export function readVerb(
  context: ReadingContext,
  tree: SentenceTree,
  frame: ActiveFrame,
): readonly Reading[] {
  const reader = new VerbReader(context, tree, frame);
  return reader.read();
}

class VerbReader {
  readonly #context: ReadingContext;
  readonly #tree: SentenceTree;
  readonly #frame: ActiveFrame;
  readonly #arguments = new Map<TreeNode, Argument | undefined>();
  #usesObject = false;

  constructor(context: ReadingContext, tree: SentenceTree, frame: ActiveFrame) {
    this.#context = context;
    this.#tree = tree;
    this.#frame = frame;
  }

  read(): readonly Reading[] {
    const readings: Reading[] = [];
    for (const wording of this.#prepositionalWordings()) readings.push(...this.#fromLexicon(wording));
    readings.push(...this.#fromLightVerb());
    if (!this.#usesObject) {
      const direct = this.#directWordings().map((wording) => this.#fromLexicon(wording));
      readings.push(...(direct.find((found) => found.length > 0) ?? []));
    }
    readings.push(...this.#reciprocal(readings));
    if (readings.length === 0) readings.push(...this.#minted());
    if (readings.length === 0) readings.push(...this.#passiveWithPhrase());
    if (readings.length === 0) readings.push(...this.#status());
    return readings;
  }

  get #head(): TreeNode {
    return this.#frame.predication.head;
  }

  #argument(node: TreeNode | undefined): Argument | undefined {
    if (!node) return undefined;
    if (!this.#arguments.has(node)) this.#arguments.set(node, this.#resolve(node));
    return this.#arguments.get(node);
  }

  #resolve(node: TreeNode): Argument | undefined {
    if (this.#context.timeAt(node)) return undefined;
    return this.#context.argument(this.#tree, node);
  }

  /** "rule out", "shoot dead", "take into custody": the verb with what belongs to it, longest first. */
  #directWordings(): readonly Wording[] {
    const { lemma, complementWord, obliques } = this.#frame.predication;
    const wordings: Wording[] = [];
    for (const { preposition, nodes } of obliques) {
      const noun = nodes[0];
      if (noun) wordings.push({ key: `${lemma} ${preposition} ${noun.lemma}`, words: [noun] });
    }
    if (complementWord) wordings.push({ key: `${lemma} ${complementWord.lemma}`, words: [complementWord] });
    const object = this.#frame.objects[0];
    if (object) wordings.push({ key: `${lemma} ${object.lemma}`, words: [object] });
    wordings.push({ key: lemma, words: [] });
    return wordings;
  }

  #prepositionalWordings(): readonly Wording[] {
    const { lemma, obliques, complementWord } = this.#frame.predication;
    const object = this.#frame.objects[0];
    return obliques.flatMap((oblique) => {
      const { preposition } = oblique;
      const bases = [`${lemma} ${preposition}`];
      if (complementWord) bases.unshift(`${lemma} ${complementWord.lemma} ${preposition}`);
      if (object) bases.unshift(`${lemma} ${object.lemma} ${preposition}`);
      return bases.map((key) => ({ key, oblique, words: [] }));
    });
  }

  #wordingArguments(oblique: TreeNode | undefined): WordingArguments {
    const { predication, subjects, objects, receivers } = this.#frame;
    const clause = predication.complements.find((each) => each.kind === "xcomp");
    const object =
      this.#typed(objects[0]) ?? (clause ? { types: ["Activity"], head: clause.node.lemma } : undefined);
    const args = {
      subject: this.#typed(subjects[0]),
      // "told the court": the one told is the object where there is no other.
      object: object ?? this.#typed(receivers[0]),
      indirectObject: this.#typed(receivers[0]),
      complement: this.#complement(),
      oblique: this.#typed(oblique),
    };
    return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
  }

  #typed(node: TreeNode | undefined): WordingArgument | undefined {
    if (!node) return undefined;
    const time = this.#context.timeAt(node);
    if (time) return { types: ["Date"], head: node.lemma };
    const argument = this.#argument(node);
    if (!argument) return undefined;
    return { types: typesOf(argument), head: node.lemma };
  }

  #complement(): WordingArgument | undefined {
    const word = this.#frame.predication.complementWord;
    if (!word) return undefined;
    return {
      types: isStatusWord(word) ? ["Text"] : [this.#argument(word)?.type ?? "Thing"],
      head: word.lemma,
    };
  }

  #fromLexicon(wording: Wording): readonly Reading[] {
    const senses = this.#context.ontology.findSenses(wording.key, "verb").filter(isReadable);
    if (senses.length === 0) return [];
    const oblique = wording.oblique?.nodes[0];
    const args = this.#wordingArguments(oblique);
    const fitting = [...selectSenses(this.#context.ontology, senses, args), ...this.#loose(senses, args)];
    for (const sense of fitting) {
      const readings = this.#fromSense(sense, wording);
      if (readings.length === 0) continue;
      if (sense.entry.objectHeads.length > 0) this.#usesObject = true;
      return readings;
    }
    return [];
  }

  /** Domains are soft: a subject that is only described ("commitments back …") does not rule a plain wording out. */
  #loose(senses: readonly RelationSense[], args: WordingArguments): readonly FittingSense[] {
    const subject = this.#argument(this.#frame.subjects[0]);
    if (!subject || this.#context.mentions.entityOf(subject.mention).kind === "named") return [];
    const plain = senses.filter(({ entry }) =>
      [entry.objectHeads, entry.subjectTypes, entry.subjectHeads ?? []].every((each) => each.length === 0),
    );
    return selectSenses(this.#context.ontology, plain, {
      ...args,
      subject: { types: ["Thing"], head: subject.node?.lemma ?? "" },
    });
  }

  #fromSense(sense: FittingSense, wording: Wording): readonly Reading[] {
    const subjects = this.#slot(sense.subject, wording);
    const objects = this.#objectsOf(sense, wording);
    const denied = sense.entry.negated;
    const readings: Reading[] = [];
    for (const subject of subjects) {
      if (isLiteral(subject)) continue;
      for (const object of objects) {
        if (!isLiteral(object) && object.mention.entityId === subject.mention.entityId) continue;
        readings.push({
          subject,
          object,
          relation: sense.relation.name,
          anchor: this.#head,
          words: [
            ...verbWords(this.#tree, this.#head),
            ...wording.words,
            ...prepositionNodes(this.#tree, wording.oblique),
          ],
          more: this.#more(wording.oblique),
          rule: this.#rule(),
          reliability: 0.9,
          ...(denied ? { denied } : {}),
        });
      }
    }
    return readings;
  }

  #objectsOf(sense: FittingSense, wording: Wording): readonly (Argument | LiteralArgument)[] {
    const { relation } = sense;
    if (relation.literalObject && relation.range.includes("Date")) {
      const literal = literalOf(this.#context, this.#tree, this.#head, relation, undefined);
      return literal ? [literal] : [];
    }
    if (sense.object === null) return [];
    const arguments_ = this.#slot(sense.object, wording);
    if (!relation.literalObject) return arguments_;
    return arguments_.flatMap(
      (argument) => literalOf(this.#context, this.#tree, this.#head, relation, argument) ?? [],
    );
  }

  /** Everything that stands in one slot, coordination and groups taken apart. */
  #slot(slot: FittingSense["subject"], wording: Wording): readonly (Argument | LiteralArgument)[] {
    const { subjects, objects, receivers, predication } = this.#frame;
    if (slot === "complement") {
      const word = predication.complementWord;
      if (!word) return [];
      return isStatusWord(word) ? [statusOf(this.#tree, word)] : this.#resolved([word]);
    }
    const nodes = {
      subject: subjects,
      object: objects,
      indirectObject: receivers,
      oblique: wording.oblique?.nodes ?? [],
    }[slot];
    if (slot === "object" && nodes.length === 0) {
      return receivers.length > 0 ? this.#resolved(receivers) : this.#activities();
    }
    return this.#resolved(nodes);
  }

  #resolved(nodes: readonly TreeNode[]): readonly Argument[] {
    const found = nodes.flatMap((node) => this.#argument(node) ?? []);
    return found.flatMap((argument) => this.#context.members(argument));
  }

  #activities(): readonly Argument[] {
    const clause = this.#frame.predication.complements.find((each) => each.kind === "xcomp");
    return clause ? [this.#context.activity(this.#tree, clause.node)] : [];
  }

  /** "held talks with O", "launched an attack on O": the noun carries the relation. */
  #fromLightVerb(): readonly Reading[] {
    const { lemma, obliques } = this.#frame.predication;
    const noun = this.#frame.objects[0];
    if (
      !noun ||
      !this.#context.cues.lightVerbs.has(lemma) ||
      this.#usesObject ||
      this.#tree.childBy(noun, "nmod:poss")
    )
      return [];
    for (const oblique of obliques) {
      const senses = [`${noun.lemma} ${oblique.preposition}`, noun.lemma]
        .flatMap((key) => this.#context.ontology.findSenses(key, "noun"))
        .filter((sense) => (sense.entry.denotes ?? "event") === "event");
      const args = { subject: this.#typed(this.#frame.subjects[0]), object: this.#typed(oblique.nodes[0]) };
      if (!args.subject || !args.object) continue;
      const fitting = selectSenses(this.#context.ontology, senses, {
        subject: args.subject,
        object: args.object,
      });
      const sense = fitting.find(
        (each) => EVENT_PREPOSITIONS.has(oblique.preposition) && !each.relation.literalObject,
      );
      if (!sense) continue;
      const readings = this.#pairs(
        sense.relation.name,
        this.#resolved(this.#frame.subjects),
        this.#resolved(oblique.nodes),
        [noun, ...prepositionNodes(this.#tree, oblique)],
        "clause/light-verb",
        0.85,
      );
      if (readings.length > 0) {
        this.#usesObject = true;
        return readings;
      }
    }
    return [];
  }

  #pairs(
    relation: string,
    subjects: readonly Argument[],
    objects: readonly Argument[],
    words: readonly TreeNode[],
    rule: string,
    reliability: number,
  ): readonly Reading[] {
    return subjects.flatMap((subject) =>
      objects
        .filter((object) => object.mention.entityId !== subject.mention.entityId)
        .map((object) => ({
          subject,
          object,
          relation,
          anchor: this.#head,
          words: [...verbWords(this.#tree, this.#head), ...words],
          more: [],
          rule,
          reliability,
        })),
    );
  }

  /** "X and Y met", "we are working together": a symmetric relation among the subjects. */
  #reciprocal(found: readonly Reading[]): readonly Reading[] {
    const { lemma } = this.#frame.predication;
    if (found.some((reading) => this.#context.ontology.findRelation(reading.relation)?.symmetric)) return [];
    if (this.#frame.objects.length > 0) return [];
    const people = this.#resolved(this.#frame.subjects);
    if (people.length < 2 || people.length > 6) return [];
    const preposition = this.#frame.predication.obliques.map((oblique) => `${lemma} ${oblique.preposition}`);
    const sense = [lemma, `${lemma} with`, ...preposition, this.#head.lemma]
      .flatMap((key) => this.#context.ontology.findSenses(key, "verb"))
      .find(
        (each) =>
          each.relation.symmetric &&
          each.entry.objectHeads.length === 0 &&
          this.#context.ontology.allows(
            each.relation,
            people[0]?.type ?? "Thing",
            people[1]?.type ?? "Thing",
          ),
      );
    if (!sense) return [];
    return people.flatMap((subject, index) =>
      this.#pairs(sense.relation.name, [subject], people.slice(index + 1), [], "clause/reciprocal", 0.85),
    );
  }

  /** A relation from the verb's own words, where the lexicon knows none. */
  #minted(): readonly Reading[] {
    const { predication, subjects, objects } = this.#frame;
    if (subjects.length === 0 || isBleached(this.#head.lemma)) return [];
    const light = this.#context.cues.lightVerbs.has(this.#head.lemma);
    const object = objects[0];
    const bare =
      object && !this.#tree.childBy(object, "det", "nmod:poss", "nummod") && object.upos === "NOUN";
    const indefinite =
      object &&
      this.#tree.childrenBy(object, "det").every((det) => /^an?$/i.test(det.form)) &&
      object.upos === "NOUN";
    if (object && light && (bare || indefinite) && !this.#tree.childBy(object, "nmod:poss")) {
      const oblique = predication.obliques.find(
        (each) => !CIRCUMSTANCE.has(each.preposition) && !this.#isTime(each),
      );
      if (oblique) {
        const made = this.#mintedWith(
          [predication.lemma, object.lemma, oblique.preposition],
          subjects,
          oblique.nodes,
          [object, ...prepositionNodes(this.#tree, oblique)],
          0.6,
        );
        if (made.length > 0) return made;
      }
    }
    if (object) return this.#mintedWith([predication.lemma], subjects, objects, [], 0.6);
    const oblique = predication.obliques.find(
      (each) => !CIRCUMSTANCE.has(each.preposition) && !this.#isTime(each),
    );
    if (!oblique || predication.passive) return [];
    return this.#mintedWith(
      [predication.lemma, oblique.preposition],
      subjects,
      oblique.nodes,
      prepositionNodes(this.#tree, oblique),
      0.5,
    );
  }

  #mintedWith(
    lemmas: readonly string[],
    subjects: readonly TreeNode[],
    objects: readonly TreeNode[],
    words: readonly TreeNode[],
    reliability: number,
  ): readonly Reading[] {
    const minted = mintFromVerb(
      lemmas.flatMap((each) => each.split(" ")),
      this.#context.cues,
    );
    return this.#resolved(subjects).flatMap((subject) =>
      this.#resolved(objects)
        .filter((object) => object.mention.entityId !== subject.mention.entityId)
        .map((object) => ({
          subject,
          object,
          relation: minted.name,
          relationLemma: minted.lemma,
          anchor: this.#head,
          words: [...verbWords(this.#tree, this.#head), ...words],
          more: this.#more(undefined),
          rule: `${this.#rule()}/open`,
          reliability,
        })),
    );
  }

  /** Passive without agent, with a phrase that belongs to the verb: "was excluded from the study". */
  #passiveWithPhrase(): readonly Reading[] {
    const { predication, subjects, objects } = this.#frame;
    if (!predication.passive || subjects.length > 0 || objects.length === 0 || isBleached(this.#head.lemma))
      return [];
    const oblique = predication.obliques.find(
      (each) =>
        !each.onObject &&
        !CIRCUMSTANCE.has(each.preposition) &&
        each.preposition !== "in" &&
        !this.#isTime(each),
    );
    if (!oblique) return [];
    const { cues } = this.#context;
    const lemmas = predication.lemma.split(" ");
    const minted = mintFromPassive([...lemmas, ...oblique.preposition.split(" ")], cues);
    const words = [...verbWords(this.#tree, this.#head), ...prepositionNodes(this.#tree, oblique)];
    return this.#pairsMinted(minted, this.#resolved(objects), this.#resolved(oblique.nodes), words);
  }

  #pairsMinted(
    minted: MintedRelation,
    subjects: readonly Argument[],
    objects: readonly Argument[],
    words: readonly TreeNode[],
  ): readonly Reading[] {
    return subjects.flatMap((subject) =>
      objects
        .filter((object) => object.mention.entityId !== subject.mention.entityId)
        .map((object) => ({
          subject,
          object,
          relation: minted.name,
          relationLemma: minted.lemma,
          anchor: this.#head,
          words,
          more: this.#more(undefined),
          rule: `${this.#rule()}/open`,
          reliability: 0.5,
        })),
    );
  }

  /** Passive without agent: the thing has that status. A bare participle after a noun says too little. */
  #status(): readonly Reading[] {
    const { predication, subjects, objects } = this.#frame;
    if (!predication.passive || subjects.length > 0 || isBleached(this.#head.lemma)) return [];
    if (this.#tree.childBy(this.#head, "ccomp", "xcomp") || !this.#tree.childBy(this.#head, "aux:pass"))
      return [];
    return this.#resolved(objects).map((subject) => ({
      subject,
      relation: "hasStatus",
      object: statusOf(this.#tree, this.#head),
      anchor: this.#head,
      words: verbWords(this.#tree, this.#head),
      more: this.#more(undefined),
      rule: "clause/passive-status",
      reliability: 0.55,
    }));
  }

  #isTime(oblique: Oblique): boolean {
    return oblique.nodes.some((node) => this.#context.timeAt(node) !== undefined);
  }

  #more(used: Oblique | undefined): Reading["more"] {
    return this.#frame.predication.obliques
      .filter((oblique) => oblique !== used && !oblique.onObject)
      .flatMap((oblique) => {
        const first = oblique.nodes[0];
        const words = first && [
          ...prepositionNodes(this.#tree, oblique),
          ...this.#tree.subtree(first).filter((node) => !hasRelation(node, "acl:relcl")),
        ];
        const start = words?.[0]?.start;
        const end =
          first && this.#context.mentions.nounPhrase(this.#context.tokenIndex(this.#tree, first)).end;
        return start !== undefined && end !== undefined && end > start ? [{ start, end }] : [];
      });
  }

  #rule(): string {
    const { passive, subjectSource } = this.#frame.predication;
    return `clause/${passive ? "passive" : "active"}${subjectSource && subjectSource !== "own" ? `-${subjectSource}` : ""}`;
  }
}

/** Prepositions between a noun for an act and who or what it is done with or to. */
const EVENT_PREPOSITIONS = new Set([
  "with",
  "on",
  "to",
  "against",
  "of",
  "in",
  "at",
  "for",
  "between",
  "about",
  "over",
  "from",
  "by",
]);

/** Verbs that mean nothing without what goes with them: they make no relation and no status. */
const BLEACHED = new Set([
  "be",
  "have",
  "do",
  "get",
  "go",
  "come",
  "make",
  "take",
  "say",
  "let",
  "seem",
  "keep",
  "know",
  "think",
  "see",
  "want",
  "mean",
  "need",
  "become",
  "remain",
  "happen",
  "start",
  "begin",
  "continue",
  "try",
  "use",
  "follow",
  "base",
  "concern",
  "involve",
  "regard",
]);

function isBleached(lemma: string): boolean {
  return BLEACHED.has(lemma);
}

/** `said` is the speaker of other facts, not a fact; what holds between a clause and its time is read with the clause. */
function isReadable(sense: RelationSense): boolean {
  return sense.relation.name !== "said";
}

/** "remain stalled", "keep open": a state, not a thing. */
function isStatusWord(word: TreeNode): boolean {
  return word.upos === "ADJ" || word.upos === "VERB";
}

/** Every class an argument may be taken for: what counts people is a number too. */
export function typesOf(argument: Argument): readonly string[] {
  if (!argument.quantity) return [argument.type];
  return [argument.type, argument.quantity.currency ? "MonetaryAmount" : "QuantitativeValue"];
}

export function prepositionNodes(tree: SentenceTree, oblique: Oblique | undefined): readonly TreeNode[] {
  const first = oblique?.nodes[0];
  return first
    ? tree.childrenBy(first, "case").flatMap((node) => [node, ...tree.childrenBy(node, "fixed")])
    : [];
}
