import type * as RDF from "@rdfjs/types";
import type { Extraction } from "../model/extraction.ts";
import type { Fact } from "../model/fact.ts";
import type { ArticleEntity, Mention } from "../model/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { type ArticleWriter, makeWriter } from "./article-writer.ts";
import { addFact } from "./fact-to-quads.ts";
import type { Iris } from "./iris.ts";
import * as p from "./properties.ts";
import { iri, languageText, text, typed } from "./terms.ts";
import { dateLiteral } from "./values.ts";

const ANY_URI = "http://www.w3.org/2001/XMLSchema#anyURI";

/**
 * One article's own graph: its metadata, mentions, entities as this article sees them, and facts.
 * Offsets become code points. Who its entities are in the whole graph is decided when the dataset is put together.
 *
 * @throws {@link StoreError} where the extraction contradicts itself or its text
 * @throws {@link OntologyError} for a relation or class that is not declared
 * @throws {@link RdfSyntaxError} for text that RDF cannot hold
 */
export function extractionToQuads(extraction: Extraction, iris: Iris, ontology: Ontology): RDF.Quad[] {
  const quads: RDF.Quad[] = [];
  const writer = makeWriter(extraction, iris, ontology, quads);
  addArticle(writer);
  for (const entity of extraction.entities) addEntity(writer, entity);
  for (const mention of extraction.mentions) addMention(writer, mention);
  for (const fact of extraction.facts) {
    addFact(writer, fact);
    addMintedRelation(writer, fact);
  }
  return quads;
}

function addArticle({ article, node, add }: ArticleWriter): void {
  add(node, p.TYPE, p.NEWS_ARTICLE);
  add(node, p.HEADLINE, text(article.title));
  add(node, p.IN_LANGUAGE, text(article.language));
  if (article.published !== undefined) add(node, p.DATE_PUBLISHED, dateLiteral(article.published));
  if (article.outlet !== undefined) add(node, p.PUBLISHER, text(article.outlet));
  if (article.byline !== undefined) add(node, p.AUTHOR, text(article.byline));
  if (article.url !== undefined) add(node, p.URL_OF, typed(article.url, ANY_URI));
}

function addEntity({ article, iris, ontology, add }: ArticleWriter, entity: ArticleEntity): void {
  const node = iri(iris.localEntity(article.id, entity.id));
  add(node, p.TYPE, iri(iris.type(entity.type, ontology)));
  add(node, p.ENTITY_KIND, text(entity.kind));
  add(node, p.PREF_LABEL, text(entity.label));
  for (const alias of entity.aliases) add(node, p.ALT_LABEL, text(alias));
  if (entity.known !== undefined) add(node, p.KNOWN_KEY, text(entity.known));
  for (const member of entity.members ?? []) {
    add(node, p.GROUP_MEMBER, iri(iris.localEntity(article.id, member)));
  }
}

function addMention(writer: ArticleWriter, mention: Mention): void {
  const { add, entityOf, mentionNode } = writer;
  const node = mentionNode(mention.id);
  add(entityOf(mention.id), p.DENOTED_BY, node);
  add(node, p.TYPE, p.MENTION);
  add(node, p.MENTION_KIND, text(mention.form));
  writer.addPassage(node, mention, mention.text);
}

function addMintedRelation({ iris, ontology, add }: ArticleWriter, fact: Fact): void {
  if (!fact.relation.startsWith("rel:")) return;
  const node = iri(iris.relation(fact.relation, ontology));
  const label = fact.relationLemma ?? wordsOf(fact.relation.slice("rel:".length));
  add(node, p.TYPE, p.PROPERTY);
  add(node, p.SUB_PROPERTY_OF, p.OPEN_RELATION);
  add(node, p.LABEL, languageText(label, "en"));
  add(node, p.LEMMA, languageText(label, "en"));
}

/** "castDoubtOn" → "cast doubt on". */
function wordsOf(camelCase: string): string {
  return camelCase.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
}
