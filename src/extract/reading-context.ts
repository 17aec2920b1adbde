import type { ArticleMentions, QuotationContext } from "../mentions/mentions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { AnnotatedArticle, QuantitySpan, TimeSpan } from "../model/layers.ts";
import type { Mention } from "../model/mention.ts";
import { containsSpan, type Span } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Sources } from "./attribution/sources.ts";
import { clauseSpan, statementSpan } from "./clauses/noun-phrases.ts";
import type { Cues } from "./factuality/cues.ts";
import type { Argument } from "./reading.ts";
import type { SentenceTree, TreeNode } from "./tree/sentence-tree.ts";

/** What every reader of one article shares. */
export class ReadingContext {
  readonly article: AnnotatedArticle;
  readonly ontology: Ontology;
  readonly cues: Cues;
  readonly mentions: ArticleMentions;
  readonly sources: Sources;
  readonly diagnostics: Diagnostic[] = [];
  readonly #reported = new Set<number>();

  constructor(parts: {
    readonly article: AnnotatedArticle;
    readonly ontology: Ontology;
    readonly cues: Cues;
    readonly mentions: ArticleMentions;
    readonly sources: Sources;
  }) {
    this.article = parts.article;
    this.ontology = parts.ontology;
    this.cues = parts.cues;
    this.mentions = parts.mentions;
    this.sources = parts.sources;
  }

  /** Index of a node in the article's tokens. */
  tokenIndex(tree: SentenceTree, node: TreeNode): number {
    return tree.sentence.firstToken + node.index;
  }

  /** Who speaks and who is spoken to where a word stands, for I, we and you; undefined outside quotations. */
  quotationContext(tree: SentenceTree, node: TreeNode): QuotationContext | undefined {
    const quotation = this.sources.quotationAt(node);
    const owner = quotation && this.sources.ownerOf(quotation);
    const speaker = owner?.speakers[0] && this.mentionOf(owner.tree, owner.speakers[0]);
    if (!owner || !speaker) return undefined;
    const addressee = owner.addressees[0] && this.mentionOf(owner.tree, owner.addressees[0]);
    const members = this.#listedMembers(tree, node);
    return {
      speaker: speaker.entityId,
      ...(addressee ? { addressee: addressee.entityId } : {}),
      ...(members.length > 1 ? { members } : {}),
    };
  }

  /** A mention outside any quotation of its own: speakers and addressees. */
  mentionOf(tree: SentenceTree, node: TreeNode): Mention | undefined {
    return this.mentions.argument(this.tokenIndex(tree, node));
  }

  /** Who speaks or is spoken to; "we say" within a quotation is said by its speaker, for whomever else. */
  party(tree: SentenceTree, node: TreeNode): Mention | undefined {
    const quotation = this.quotationContext(tree, node);
    const speaker = /^(?:I|we)$/i.test(node.form) ? quotation?.speaker : undefined;
    const named = speaker === undefined ? undefined : this.#firstMentionOf(speaker);
    return named ?? this.mentions.argument(this.tokenIndex(tree, node), quotation);
  }

  #firstMentionOf(entityId: string): Mention | undefined {
    return this.mentions.mentions.find((mention) => mention.entityId === entityId);
  }

  /** The argument that a node heads; undefined for pronouns that stay open and for words that denote nothing. */
  argument(tree: SentenceTree, node: TreeNode): Argument | undefined {
    const index = this.tokenIndex(tree, node);
    const mention = this.mentions.argument(index, this.quotationContext(tree, node));
    if (!mention) {
      this.#noteUnresolved(node, index);
      return undefined;
    }
    const quantity = this.quantityOf(tree, node);
    return {
      node,
      mention,
      span: mention,
      type: this.mentions.entityOf(mention).type,
      ...(quantity ? { quantity } : {}),
    };
  }

  /** What the nodes denote, groups taken apart. */
  argumentsOf(tree: SentenceTree, nodes: readonly TreeNode[]): readonly Argument[] {
    return nodes.flatMap((node) => this.argument(tree, node) ?? []).flatMap((each) => this.members(each));
  }

  /** A clause as an argument: an activity that is planned, discussed, ruled out. */
  activity(
    tree: SentenceTree,
    head: TreeNode,
    type: "Activity" | "Claim" = "Activity",
    start?: number,
  ): Argument {
    const clause = type === "Claim" ? statementSpan(tree, head) : clauseSpan(tree, head);
    const span = { start: start ?? clause.start, end: clause.end };
    const mention = this.mentions.describe(span, this.tokenIndex(tree, head), { kind: "phrase", type });
    return { node: head, mention, type, span: mention };
  }

  /** The members of a group argument, each as an argument of its own; the argument itself where it has none. */
  members(argument: Argument): readonly Argument[] {
    const entity = this.mentions.entityOf(argument.mention);
    // "us" of whom only the speaker is known stays a group: what befell it did not befall the speaker alone.
    if (!entity.members || entity.members.length < 2 || argument.mention.form !== "pronoun")
      return [argument];
    const first = entity.members.map((id) => this.#firstMentionOf(id));
    const known = first.filter((mention) => mention !== undefined);
    return known.map((mention) => ({ ...argument, mention, type: this.mentions.entityOf(mention).type }));
  }

  quantityOf(tree: SentenceTree, node: TreeNode): QuantitySpan | undefined {
    const numbers = tree.childrenBy(node, "nummod", "amod", "compound", "advmod");
    return this.article.quantities.find(
      (quantity) =>
        containsSpan(quantity, node) ||
        numbers.some(
          (each) => /^(?:CD|DT|JJ|NN|NNS|SYM|\$)$/.test(each.xpos) && containsSpan(quantity, each),
        ),
    );
  }

  timeAt(node: Span): TimeSpan | undefined {
    return this.article.times.find((time) => containsSpan(time, node));
  }

  /** Entities listed right after a plural pronoun: "We — A, B and C — …". */
  #listedMembers(tree: SentenceTree, node: TreeNode): readonly string[] {
    if (!/^(?:we|us|they|them)$/i.test(node.form)) return [];
    const list = listAfter(tree, node);
    const entities = list.map((each) => this.mentions.mentionAt(this.tokenIndex(tree, each))?.entityId);
    return [...new Set(entities.filter((id) => id !== undefined))];
  }

  #noteUnresolved(node: TreeNode, index: number): void {
    if (node.upos !== "PRON" || this.#reported.has(index)) return;
    if (/^(?:it|there|what|who|which|that|this|one|you|me|i|myself)$/i.test(node.form)) return;
    this.#reported.add(index);
    this.diagnostics.push({
      code: "argument-unresolved",
      severity: "note",
      message: `nobody knows who "${node.form}" is`,
      span: { start: node.start, end: node.end },
    });
  }
}

/** Names of a list between dashes, also in an introduction by the same list elsewhere in the sentence. */
function listAfter(tree: SentenceTree, node: TreeNode): readonly TreeNode[] {
  const dash = (each: TreeNode | undefined): boolean =>
    each !== undefined && /^(?:—|–|--|-)$/.test(each.form);
  const open = tree.nodes.findIndex((each) => each.index > node.index && dash(each));
  if (open < 0) return [];
  const between = tree.nodes.slice(node.index + 1, open);
  const close = tree.nodes.findIndex((each) => each.index > open && dash(each));
  if (close < 0 || between.some((each) => each.form === ",")) return [];
  const inside = tree.nodes.slice(open + 1, close);
  if (inside.some((each) => each.upos === "VERB")) return [];
  return inside.filter((each) => /^(?:PROPN|NOUN)$/.test(each.upos));
}
