import { hashParts } from "../model/ids.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { dateBounds } from "../query/date-bounds.ts";
import type { EntityRecord, GraphFact } from "../query/graph.ts";
import type { FactExporter } from "./fact-exporter.ts";

/** Class → schema of FollowTheMoney, the closest first; what is none of these is left to {@link UNTYPED}. */
const SCHEMATA: readonly (readonly [className: string, schema: string])[] = [
  ["Person", "Person"],
  ["Corporation", "Company"],
  ["GovernmentOrganization", "PublicBody"],
  ["Country", "PublicBody"],
  ["Organization", "Organization"],
  ["Group", "LegalEntity"],
  ["Actor", "LegalEntity"],
  ["Position", "Position"],
  ["Event", "Event"],
  ["Place", "Address"],
  ["Vehicle", "Vehicle"],
];

/** Of things that FollowTheMoney has no word for: agreements, works, penalties. */
const UNTYPED = "Note";

/** Relations that FollowTheMoney knows, with the schemata that their ends must have; all others become an unknown link. */
const LINKS: readonly {
  readonly relation: string;
  readonly schema: string;
  readonly subject: readonly [property: string, schemata: readonly string[]];
  readonly object: readonly [property: string, schemata: readonly string[]];
}[] = [
  {
    relation: "memberOf",
    schema: "Membership",
    subject: ["member", ["Person", "Company", "PublicBody", "Organization", "LegalEntity"]],
    object: ["organization", ["Organization", "PublicBody", "Company"]],
  },
  {
    relation: "worksFor",
    schema: "Employment",
    subject: ["employee", ["Person"]],
    object: ["employer", ["Organization", "PublicBody", "Company"]],
  },
  {
    relation: "owns",
    schema: "Ownership",
    subject: ["owner", ["Person", "Company", "PublicBody", "Organization", "LegalEntity"]],
    object: ["asset", ["Company", "Vehicle"]],
  },
  {
    relation: "relativeOf",
    schema: "Family",
    subject: ["person", ["Person"]],
    object: ["relative", ["Person"]],
  },
];

type Properties = Readonly<Record<string, readonly (string | null | undefined)[]>>;

/**
 * FollowTheMoney entities, one JSON line each: things, articles, and the facts between them. A fact about a value or an
 * activity becomes an event that its subject is involved in. Factuality is the link's status, the quote its description.
 */
export const followTheMoney: FactExporter = {
  mediaType: "application/json+ftm",
  extension: "ftm.json",
  *write({ facts, entities, articles, ontology }) {
    const schemata = new Map<string, string>();
    for (const entity of entities) {
      if (entity.kind === "phrase") continue;
      const schema = schemaOf(entity, ontology);
      schemata.set(entity.iri, schema);
      yield toLine(entity.iri, schema, {
        name: [entity.label],
        alias: entity.aliases,
        wikidataId: [entity.wikidata],
        ...(schema === "Address" && { full: [entity.label] }),
        ...(schema === UNTYPED && { description: [entity.type] }),
      });
    }
    for (const article of articles) {
      yield toLine(article.iri, "Article", {
        fileName: [article.location],
        name: [article.title],
        title: [article.title],
        author: [article.byline],
        publisher: [article.outlet],
        publishedAt: [article.published?.slice(0, 10)],
        sourceUrl: [article.url],
        language: [article.language],
      });
    }
    const articleIris = new Map(articles.map(({ id, iri }) => [id, iri]));
    for (const fact of facts) {
      yield fromFact(fact, schemata, articleIris.get(fact.article.id), ontology);
    }
  },
};

function fromFact(
  fact: GraphFact,
  schemata: ReadonlyMap<string, string>,
  article: string | undefined,
  ontology: Ontology,
): string {
  const relation = ontology.findRelation(fact.relation);
  const role = relation?.label ?? fact.surface.relation;
  const common = {
    ...datesOf(fact),
    summary: [
      [fact.factuality.replace("_", " "), ...(fact.temporality === "future" ? ["future"] : [])].join(", ") +
        (fact.speaker === null ? "" : `, says ${fact.speaker}`),
    ],
    description: [fact.evidence.quote],
    recordId: [fact.id],
    publisher: [fact.article.outlet],
    sourceUrl: [fact.article.url],
  };
  const [subject, object] = [fact.subjectNode, fact.objectNode ?? ""].map((node) => schemata.get(node));
  if (subject === undefined || object === undefined) {
    const involved = [fact.subjectNode, fact.objectNode].filter((node) => isActor(schemata.get(node ?? "")));
    const name = `${fact.subject} ${role} ${fact.object}`;
    return toLine(fact.id, "Event", { name: [name], involved, proof: [article], ...common });
  }
  const known = LINKS.find(
    (link) =>
      relation !== undefined &&
      (relation.name === link.relation || ontology.refines(relation.name, link.relation)) &&
      link.subject[1].includes(subject) &&
      link.object[1].includes(object),
  );
  const [from, to] = known === undefined ? ["subject", "object"] : [known.subject[0], known.object[0]];
  return toLine(fact.id, known?.schema ?? "UnknownLink", {
    [from]: [fact.subjectNode],
    [to]: [fact.objectNode],
    ...(known?.schema === "Family"
      ? { relationship: [role] }
      : { role: [role], status: [fact.factuality.replace("_", " ")] }),
    ...common,
  });
}

function isActor(schema: string | undefined): boolean {
  return ["Person", "Company", "PublicBody", "Organization", "LegalEntity"].includes(schema ?? "");
}

function schemaOf({ type }: EntityRecord, ontology: Ontology): string {
  return SCHEMATA.find(([className]) => type === className || ontology.isA(type, className))?.[1] ?? UNTYPED;
}

/** FollowTheMoney keeps dates as precise as they are, and periods as two. */
function datesOf({ date }: GraphFact): Properties {
  if (date === null || dateBounds(date) === undefined) return {};
  const [from = "", to] = date.split("/");
  const known = (side: string | undefined) => (side === ".." ? undefined : side);
  return to === undefined ? { date: [from] } : { startDate: [known(from)], endDate: [known(to)] };
}

function toLine(iri: string, schema: string, properties: Properties): string {
  const held: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(properties)) {
    const known = values.flatMap((value) => value || []);
    if (known.length > 0) held[name] = REFERENCES.has(name) ? known.map(toId) : known;
  }
  return `${JSON.stringify({ id: toId(iri), schema, properties: held })}\n`;
}

/** Properties whose values are ids of other entities. */
const REFERENCES: ReadonlySet<string> = new Set([
  ...["subject", "object", "involved", "proof"],
  ...LINKS.flatMap(({ subject, object }) => [subject[0], object[0]]),
]);

/** Ids of FollowTheMoney hold no slashes. */
function toId(iri: string): string {
  return `dateline-${hashParts(iri)}`;
}
