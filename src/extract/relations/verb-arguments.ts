import type { WordingArgument, WordingArguments } from "../../ontology/select-senses.ts";
import type { Complement, Oblique } from "../clauses/predication.ts";
import { governorKey } from "../factuality/cues.ts";
import { isEmbeddedQuestion } from "../factuality/own-value.ts";
import { type Argument, pairReadings, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import type { ActiveFrame } from "./active-frame.ts";
import { compoundKeys } from "./compound-keys.ts";
import { isBareReply, isBleached, prepositionNodes, verbWords } from "./verb-words.ts";

/** The arguments of one verb, resolved once, and what its readings have in common. */
export class VerbArguments {
  readonly context: ReadingContext;
  readonly tree: SentenceTree;
  readonly frame: ActiveFrame;
  readonly #resolved = new Map<TreeNode, Argument | undefined>();

  constructor(context: ReadingContext, tree: SentenceTree, frame: ActiveFrame) {
    this.context = context;
    this.tree = tree;
    this.frame = frame;
  }

  get head(): TreeNode {
    return this.frame.predication.head;
  }

  /** What a node denotes; undefined for times and for what nothing resolves. */
  argument(node: TreeNode | undefined): Argument | undefined {
    if (!node) return undefined;
    if (!this.#resolved.has(node)) {
      const nothing = this.context.timeAt(node) !== undefined || isTally(this.tree, node);
      const found = nothing ? undefined : this.context.argument(this.tree, node);
      this.#resolved.set(node, found);
    }
    return this.#resolved.get(node);
  }

  /** What the nodes denote, groups taken apart. */
  resolve(nodes: readonly TreeNode[]): readonly Argument[] {
    return nodes.flatMap((node) => this.argument(node) ?? []).flatMap((each) => this.context.members(each));
  }

  /** The arguments as the ontology's lexicon asks for them; `oblique` is what the wording's preposition governs. */
  forWording(oblique: TreeNode | undefined): WordingArguments {
    const { subjects, objects, receivers, predication } = this.frame;
    const { complementWord } = predication;
    // "became mayor": the office stands in the object's place.
    const office = complementWord && this.isOffice(complementWord) ? this.typed(complementWord) : undefined;
    const clause = this.actComplement();
    const act = clause && { types: ["Activity"], head: clause.node.lemma };
    const args = {
      subject: this.typed(subjects[0]),
      // "told the court": the one told is the object where there is no other.
      object: this.typed(objects[0]) ?? office ?? act ?? this.typed(receivers[0]),
      indirectObject: this.typed(receivers[0]),
      complement: this.#complement(complementWord),
      oblique: this.typed(oblique),
    };
    return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
  }

  typed(node: TreeNode | undefined): WordingArgument | undefined {
    if (!node) return undefined;
    if (this.context.timeAt(node)) return { types: ["Date"], head: node.lemma };
    if (this.isOffice(node)) return { types: ["Position"], head: node.lemma };
    if (node.upos === "ADJ" && !this.tree.childBy(node, "det")) return { types: ["Text"], head: node.lemma };
    const argument = this.argument(node);
    return argument && { types: typesOf(argument), head: node.lemma };
  }

  /** Whether a word means an office, not who holds it: one of the ontology's nouns for them, as complement or after "as". */
  isOffice(node: TreeNode): boolean {
    if (node.upos !== "NOUN" && node.upos !== "PROPN") return false;
    const { complementWord } = this.frame.predication;
    if (node !== complementWord && this.tree.marker(node, "case") !== "as") return false;
    return compoundKeys(this.tree, node).some((key) =>
      this.context.ontology
        .findSenses(key, "noun")
        .some(({ relation, entry }) => relation.name === "holdsPosition" && entry.denotes === "object"),
    );
  }

  /** The office that a noun phrase names: "mayor of Graz" in "elected mayor of Graz by the council". */
  position(node: TreeNode): Argument {
    const { context, tree } = this;
    const token = context.tokenIndex(tree, node);
    const { start, end: phraseEnd } = context.mentions.nounPhrase(token);
    const circumstance = tree
      .childrenBy(node, "nmod", "obl")
      .find((each) => each.index > node.index && !/^(?:of|for|to)?$/.test(tree.marker(each, "case")));
    const marker = circumstance && tree.childrenBy(circumstance, "case")[0];
    const last = marker && marker.start < phraseEnd ? tree.node(marker.index - 1) : undefined;
    const end = last?.end ?? phraseEnd;
    const opening = tree.nodes.find((each) => each.start === start);
    const from = opening?.upos === "DET" ? (tree.node(opening.index + 1)?.start ?? start) : start;
    const mention = context.mentions.describe({ start: from, end }, token, {
      kind: "phrase",
      type: "Position",
    });
    return { node, mention, type: "Position", span: mention };
  }

  #complement(word: TreeNode | undefined): WordingArgument | undefined {
    if (!word) return undefined;
    if (this.isOffice(word)) return this.typed(word);
    const types = isStatusWord(word) ? ["Text"] : [this.argument(word)?.type ?? "Thing"];
    return { types, head: word.lemma };
  }

  /** An infinitive or gerund that is what the verb is about; after "have to", "need to", "began to" it is not. */
  actComplement(): Complement | undefined {
    const { lemma, complements } = this.frame.predication;
    const effect = this.context.cues.governors.get(governorKey(lemma, "verb"));
    if (effect === "inherit" || isBleached(this.head.lemma)) return undefined;
    return complements.find(
      ({ kind, node }) =>
        // "decided whether to close it" leaves open what it decided.
        kind === "xcomp" && !isBareReply(this.tree, node) && !isEmbeddedQuestion(this.tree, node),
    );
  }

  /**
   * An argument without the phrase that the wording uses: in "charged the banker with fraud" the banker, wherever the
   * parser hung "with fraud".
   */
  without(argument: Argument, oblique: Oblique | undefined): Argument {
    const { node, span, mention } = argument;
    const cut = oblique?.onObject ? prepositionNodes(this.tree, oblique)[0] : undefined;
    if (!node || !cut || mention.form !== "nominal" || cut.start <= node.end || cut.start >= span.end)
      return argument;
    const last = this.tree.node(cut.index - 1);
    if (!last || last.end <= span.start) return argument;
    const shorter = this.context.mentions.describe(
      { start: span.start, end: last.end },
      this.context.tokenIndex(this.tree, node),
    );
    return { ...argument, mention: shorter, span: shorter };
  }

  /** A reading for each subject with each object that is not the same thing. */
  pairs(
    subjects: readonly Argument[],
    objects: readonly Argument[],
    base: Pick<Reading, "relation" | "rule" | "reliability"> & Partial<Reading>,
    words: readonly TreeNode[] = [],
  ): readonly Reading[] {
    return pairReadings(subjects, objects, {
      anchor: this.head,
      words: [...verbWords(this.tree, this.head), ...words],
      more: [],
      ...base,
    });
  }

  /** Who is given something, and the other phrases of the clause, with their prepositions. */
  others(used?: Oblique): Reading["more"] {
    const { objects, receivers, predication } = this.frame;
    // Of a passive, and of a verb without another object, the receiver is an argument already.
    const given = objects.length > 0 && !predication.passive ? receivers : [];
    const phrases = given.map((node) =>
      this.context.mentions.nounPhrase(this.context.tokenIndex(this.tree, node)),
    );
    const rest = this.frame.predication.obliques.filter((oblique) => oblique !== used && !oblique.onObject);
    const circumstances = rest.flatMap((oblique) => {
      const first = oblique.nodes[0];
      const start = prepositionNodes(this.tree, oblique)[0]?.start;
      if (!first || start === undefined) return [];
      const { end } = this.context.mentions.nounPhrase(this.context.tokenIndex(this.tree, first));
      return end > start ? [{ start, end }] : [];
    });
    return [...phrases.map(({ start, end }) => ({ start, end })), ...circumstances];
  }

  /** Name of the rule by voice and by how the subject was found, e.g. "clause/passive-modified". */
  get rule(): string {
    const { passive, subjectSource } = this.frame.predication;
    const source = subjectSource && subjectSource !== "own" ? `-${subjectSource}` : "";
    return `clause/${passive ? "passive" : "active"}${source}`;
  }
}

/** "voted 812 to 304", "ruled 6-3": how the votes fell, not on what. */
function isTally(tree: SentenceTree, node: TreeNode): boolean {
  const [mark, second] = [tree.node(node.index + 1), tree.node(node.index + 2)];
  return (
    /^\d+$/.test(node.form) && /^(?:to|[-–‑])$/.test(mark?.form ?? "") && /^\d+$/.test(second?.form ?? "")
  );
}

/** Every class an argument may be taken for: what counts people is a number too. */
export function typesOf(argument: Argument): readonly string[] {
  if (!argument.quantity) return [argument.type];
  return [argument.type, argument.quantity.currency ? "MonetaryAmount" : "QuantitativeValue"];
}

/** "remain stalled", "keep open": a state, not a thing. */
export function isStatusWord(word: TreeNode): boolean {
  return word.upos === "ADJ" || word.upos === "VERB";
}
