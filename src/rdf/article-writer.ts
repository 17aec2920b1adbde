import type * as RDF from "@rdfjs/types";
import type { Article } from "../model/article.ts";
import { StoreError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Mention } from "../model/mention.ts";
import { codePointOffsets, type Span } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Iris } from "./iris.ts";
import * as p from "./properties.ts";
import { iri, quad, text } from "./terms.ts";
import { nonNegativeInteger } from "./values.ts";

/** Everything that writing one article needs. */
export interface ArticleWriter {
  readonly article: Article;
  readonly iris: Iris;
  readonly ontology: Ontology;
  /** The article's node. */
  readonly node: RDF.NamedNode;
  add(subject: RDF.NamedNode, predicate: RDF.NamedNode, object: RDF.Quad_Object): void;
  /** Makes `node` an `oa:TextPositionSelector`, in code points. */
  addPosition(node: RDF.NamedNode, span: Span): void;
  /**
   * Makes `node` an `oa:SpecificResource` with position and quote, at `<node>-position` and `<node>-quote`.
   * @throws {@link StoreError} where the words do not stand at the span: such a thing must never be kept
   */
  addPassage(node: RDF.NamedNode, span: Span, words: string): void;
  /** @throws {@link StoreError} where the extraction has no such mention */
  mention(mentionId: string): Mention;
  mentionNode(mentionId: string): RDF.NamedNode;
  /** The local entity that a mention denotes. */
  entityOf(mentionId: string): RDF.NamedNode;
}

/** @param quads what the writer adds to */
export function makeWriter(
  { article, mentions, entities }: Extraction,
  iris: Iris,
  ontology: Ontology,
  quads: RDF.Quad[],
): ArticleWriter {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const entityIds = new Set(entities.map(({ id }) => id));
  const node = iri(iris.article(article.id));
  const offsets = codePointOffsets(article.text);
  const add: ArticleWriter["add"] = (subject, predicate, object) => {
    quads.push(quad(subject, predicate, object, node));
  };
  const mention = (id: string): Mention => {
    const found = byId.get(id);
    if (found === undefined || !entityIds.has(found.entityId)) {
      const missing = found === undefined ? `mention ${id}` : `entity ${found.entityId}`;
      throw new StoreError(`article ${article.id}: the extraction names ${missing}, which it does not have`);
    }
    return found;
  };
  const addPosition: ArticleWriter["addPosition"] = (selector, { start, end }) => {
    add(selector, p.TYPE, p.POSITION_SELECTOR);
    add(selector, p.START, nonNegativeInteger(offsets.toCodePoints(start)));
    add(selector, p.END, nonNegativeInteger(offsets.toCodePoints(end)));
  };
  return {
    article,
    iris,
    ontology,
    node,
    add,
    mention,
    addPosition,
    addPassage(passage, span, words) {
      checkWords(article, span, words);
      const position = iri(`${passage.value}-position`);
      const quote = iri(`${passage.value}-quote`);
      add(passage, p.HAS_SOURCE, node);
      add(passage, p.HAS_SELECTOR, position);
      add(passage, p.HAS_SELECTOR, quote);
      addPosition(position, span);
      add(quote, p.TYPE, p.QUOTE_SELECTOR);
      add(quote, p.EXACT, text(words));
    },
    mentionNode: (id) => iri(iris.mention(article.id, mention(id).id)),
    entityOf: (id) => iri(iris.localEntity(article.id, mention(id).entityId)),
  };
}

function checkWords(article: Article, { start, end }: Span, words: string): void {
  if (start < end && article.text.slice(start, end) === words) return;
  const quoted = JSON.stringify(words);
  throw new StoreError(`article ${article.id}: ${quoted} does not stand in the text at ${start}–${end}`);
}
