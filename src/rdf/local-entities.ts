import type * as RDF from "@rdfjs/types";
import type { ArticleEntity, EntityKind, Mention, MentionForm } from "../model/mention.ts";
import type { CodePointOffsets } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { ArticleEntities, Tie } from "../resolve/resolution.ts";
import { FACTUALITY_TERMS } from "./fact-to-quads.ts";
import type { Iris } from "./iris.ts";
import { type Node, nodesOf } from "./nodes.ts";
import { readPassage } from "./passages.ts";
import * as p from "./properties.ts";

/** What an article's own graph says of who it speaks of: what `resolve/` needs, read back from quads. */
export function readLocalEntities(
  quads: readonly RDF.Quad[],
  articleId: string,
  iris: Iris,
  ontology: Ontology,
  offsets: CodePointOffsets,
): ArticleEntities {
  const classNames = new Map(ontology.classes.map(({ iri, name }) => [iri, name]));
  const prefix = iris.localEntity(articleId, "");
  const entities: ArticleEntity[] = [];
  const mentions: Mention[] = [];
  const nodes = nodesOf(quads);
  for (const [subject, node] of nodes) {
    if (!subject.startsWith(prefix)) continue;
    const id = subject.slice(prefix.length);
    if (!node.has(p.ENTITY_KIND)) continue;
    entities.push(readEntity(id, node, prefix, classNames));
  }
  for (const { subject, predicate, object } of quads) {
    if (!predicate.equals(p.DENOTED_BY)) continue;
    const { start, end, quote } = readPassage(object.value, nodes, offsets);
    mentions.push({
      id: object.value.slice(prefix.length),
      start,
      end,
      text: quote,
      form: (nodes.get(object.value)?.value(p.MENTION_KIND) ?? "phrase") as MentionForm,
      entityId: subject.value.slice(prefix.length),
    });
  }
  const published = nodes.get(iris.article(articleId))?.value(p.DATE_PUBLISHED);
  const ties = readTies(nodes, prefix, iris, ontology);
  return { articleId, ...(published === undefined ? {} : { published }), mentions, entities, ties };
}

/** Certain facts between two entities of the article: what they say of one may tell who it is. */
function readTies(
  nodes: ReadonlyMap<string, Node>,
  prefix: string,
  iris: Iris,
  ontology: Ontology,
): readonly Tie[] {
  const names = new Map(ontology.relations.map((relation) => [relation.iri, relation.name]));
  const certain = p.newsTerm(FACTUALITY_TERMS.certain).value;
  const ties: Tie[] = [];
  for (const [subject, node] of nodes) {
    if (iris.factId(subject) === undefined || node.value(p.FACTUALITY) !== certain) continue;
    const [from = "", to = ""] = [node.value(p.SUBJECT), node.value(p.OBJECT)];
    const relation = names.get(node.value(p.PREDICATE) ?? "");
    if (relation === undefined || !from.startsWith(prefix) || !to.startsWith(prefix)) continue;
    ties.push({ from: from.slice(prefix.length), relation, to: to.slice(prefix.length) });
  }
  return ties.sort((a, b) =>
    `${a.from} ${a.relation} ${a.to}` < `${b.from} ${b.relation} ${b.to}` ? -1 : 1,
  );
}

function readEntity(
  id: string,
  node: Node,
  prefix: string,
  classNames: ReadonlyMap<string, string>,
): ArticleEntity {
  const known = node.value(p.KNOWN_KEY);
  const members = node.values(p.GROUP_MEMBER).map((member) => member.slice(prefix.length));
  return {
    id,
    kind: (node.value(p.ENTITY_KIND) ?? "phrase") as EntityKind,
    type: classNames.get(node.value(p.TYPE) ?? "") ?? "Thing",
    label: node.value(p.PREF_LABEL) ?? "",
    aliases: node.values(p.ALT_LABEL),
    ...(known === undefined ? {} : { known }),
    ...(members.length === 0 ? {} : { members }),
  };
}
