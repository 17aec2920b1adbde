import type { ConflictKind } from "../corroborate/conflicts.ts";
import type { Statement } from "../corroborate/statements.ts";
import type { EntityRecord, Graph, GraphFact } from "../query/graph.ts";

/** A statement about the thing, with who states it. */
export interface BriefStatement {
  /** When it holds, else when it was said, else when it was first published; null where none is known. */
  readonly date: string | null;
  /** Which of these the date is. */
  readonly dated: "held" | "said" | "published" | null;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly factuality: string;
  /** "future" where it lies ahead of what is said. */
  readonly temporality: string;
  readonly speaker: string | null;
  /** How many sources state it that do not copy or quote each other. */
  readonly independent: number;
  readonly sources: readonly {
    readonly fact: string;
    readonly article: string;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly quote: string;
  }[];
}

interface Dated {
  readonly date: string;
  readonly dated: "held" | "said" | "published";
}

/** All that a graph has of one thing. */
export interface Brief {
  readonly entity: EntityRecord;
  /** By date; undated ones last. */
  readonly statements: readonly BriefStatement[];
  readonly conflicts: readonly {
    readonly kind: ConflictKind;
    readonly reason: string;
    /** The earlier one. */
    readonly left: BriefStatement;
    readonly right: BriefStatement;
  }[];
}

/** @param entity one of the graph's own, as `graph.identity.find` or `graph.entities` has it */
export function makeBrief(graph: Graph, entity: EntityRecord): Brief {
  const { statements, conflicts } = graph.corroboration();
  const about = statements.filter(({ facts }) => facts.some((fact) => isAbout(fact, entity.iri)));
  const briefs = new Map(about.map((statement) => [statement.id, toBrief(statement)] as const));
  return {
    entity,
    statements: [...briefs.values()].sort((a, b) => compareDates(a.date, b.date)),
    conflicts: conflicts.flatMap(({ kind, reason, left, right }) => {
      const [earlier, later] = [briefs.get(left), briefs.get(right)];
      return earlier === undefined || later === undefined
        ? []
        : [{ kind, reason, left: earlier, right: later }];
    }),
  };
}

function isAbout({ subjectNode, objectNode }: GraphFact | Statement["facts"][number], iri: string): boolean {
  return subjectNode === iri || objectNode === iri;
}

function toBrief({ facts, independent }: Statement): BriefStatement {
  const [earliest] = facts.flatMap(dateOf).sort((a, b) => compareDates(a.date, b.date));
  const [first] = facts as readonly [Statement["facts"][number]];
  return {
    date: earliest?.date ?? null,
    dated: earliest?.dated ?? null,
    subject: first.subject,
    relation: first.relation,
    object: first.object,
    factuality: first.factuality,
    temporality: first.temporality,
    speaker: first.speaker,
    independent,
    sources: facts.map(({ id, article, evidence }) => ({
      fact: id,
      article: article.title || article.id,
      outlet: article.outlet,
      published: article.published,
      quote: evidence.quote,
    })),
  };
}

function dateOf({ date, statementDate, article }: Statement["facts"][number]): readonly Dated[] {
  if (date !== null) return [{ date, dated: "held" }];
  if (statementDate !== null) return [{ date: statementDate, dated: "said" }];
  return article.published === null ? [] : [{ date: article.published.slice(0, 10), dated: "published" }];
}

function compareDates(left: string | null, right: string | null): number {
  const [a, b] = [left ?? "~", right ?? "~"];
  return a < b ? -1 : a > b ? 1 : 0;
}
