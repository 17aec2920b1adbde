import { distance } from "fastest-levenshtein";
import { UsageError } from "../model/errors.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { type Prefixes, readIri } from "../rdf/namespaces.ts";
import { slugOf } from "../resolve/names.ts";
import { dateBounds, firstDay, lastDay } from "./date-bounds.ts";
import { foldText } from "./fold.ts";
import type { EntityRecord, FactFilter, GraphFact } from "./graph.ts";

/** What the words of a filter stand for in the dataset: nodes by IRI, literals by value. */
export interface FilterTargets {
  readonly nodes: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
}

export type FactRole = "subject" | "object";

/** How many like-named relations an error proposes. */
const NEAR_RELATIONS = 3;

/** Finds facts by the names of what they join. */
export class FactIndex {
  readonly #facts: readonly GraphFact[];
  readonly #ontology: Ontology;
  readonly #prefixes: Prefixes;
  /** Folded label or alias → IRIs. */
  readonly #nodesByName = new Map<string, Set<string>>();
  /** Names of every entity, by IRI. */
  readonly #nodes = new Map<string, readonly string[]>();
  /** IRIs of named people. */
  readonly #people = new Set<string>();
  /** Made when somebody first asks for an IRI that nothing has. */
  #nodesBySlug: Map<string, Set<string>> | undefined;
  readonly #literalsByName = new Map<string, Set<string>>();
  /** Made when somebody first asks for a name that nothing bears whole. */
  #namesByWord: Map<string, Set<string>> | undefined;
  readonly #bySubject = new Map<string, GraphFact[]>();
  readonly #byObject = new Map<string, GraphFact[]>();
  /** Relation name → label, of the relations in use. */
  readonly #relationLabels: ReadonlyMap<string, string>;

  /** @param facts in the order in which they are found */
  constructor(
    facts: readonly GraphFact[],
    entities: readonly EntityRecord[],
    relationLabels: ReadonlyMap<string, string>,
    ontology: Ontology,
    prefixes: Prefixes,
  ) {
    this.#facts = facts;
    this.#ontology = ontology;
    this.#prefixes = prefixes;
    this.#relationLabels = relationLabels;
    for (const { iri, label, aliases, kind, type } of entities) {
      if (kind === "named" && type === "Person") this.#people.add(iri);
      this.#nodes.set(iri, [label, ...aliases]);
      for (const name of [label, ...aliases]) addTo(this.#nodesByName, foldText(name), iri);
    }
    for (const fact of facts) {
      pushTo(this.#bySubject, fact.subjectNode, fact);
      if (fact.objectNode !== null) pushTo(this.#byObject, fact.objectNode, fact);
      else addTo(this.#literalsByName, foldText(fact.object), fact.object);
    }
  }

  get facts(): readonly GraphFact[] {
    return this.#facts;
  }

  /** @throws {@link UsageError} where the filter cannot mean anything */
  find(filter: FactFilter): readonly GraphFact[] {
    checkFilter(filter);
    const tests = this.#tests(filter);
    const found: GraphFact[] = [];
    for (const fact of this.#candidates(filter)) {
      if (found.length === filter.limit) break;
      if (tests.every((test) => test(fact))) found.push(fact);
    }
    return found;
  }

  /**
   * What bears the name or IRI; where nothing does, what has it as whole words within a name: "Yermak" finds
   * Andriy Yermak unless something is called just that. Where it is only short for somebody, it finds all people whose names have it.
   *
   * @param role where given, what bears the name must have a fact in this role; otherwise the wider names count as well
   */
  targets(name: string, role?: FactRole): FilterTargets {
    const folded = foldText(name);
    const nodes = new Set(this.#nodesByName.get(folded));
    const iri = readIri(name.trim(), this.#prefixes);
    if (iri !== undefined) for (const node of this.#nodesOfIri(iri)) nodes.add(node);
    const literals = this.#literalsByName.get(folded) ?? new Set();
    const exact = { nodes, literals };
    if (iri !== undefined) return exact;
    if (this.#isFound(exact, role)) return { nodes: this.#withNamesakes(nodes, folded), literals };
    const wider = this.#namesWithWords(folded);
    return {
      nodes: new Set([...nodes, ...wider.flatMap((wide) => [...(this.#nodesByName.get(wide) ?? [])])]),
      literals: new Set([
        ...literals,
        ...wider.flatMap((wide) => [...(this.#literalsByName.get(wide) ?? [])]),
      ]),
    };
  }

  /** "Holm" is what one article calls Anders Holm; others may name Birgitta Holm in full only. */
  #withNamesakes(nodes: ReadonlySet<string>, folded: string): ReadonlySet<string> {
    const isShort = [...nodes].every(
      (node) => this.#people.has(node) && foldText(this.#nodes.get(node)?.[0] ?? "") !== folded,
    );
    if (nodes.size === 0 || !isShort) return nodes;
    const labelled = (node: string) => ` ${wordsOf(foldText(this.#nodes.get(node)?.[0] ?? "")).join(" ")} `;
    const phrase = ` ${wordsOf(folded).join(" ")} `;
    if (![...nodes].some((node) => labelled(node).includes(phrase))) return nodes;
    const others = this.#namesWithWords(folded).flatMap((wide) => [...(this.#nodesByName.get(wide) ?? [])]);
    return new Set([
      ...nodes,
      ...others.filter((node) => this.#people.has(node) && labelled(node).includes(phrase)),
    ]);
  }

  #isFound({ nodes, literals }: FilterTargets, role: FactRole | undefined): boolean {
    if (role === undefined) return nodes.size > 0 || literals.size > 0;
    const facts = role === "subject" ? this.#bySubject : this.#byObject;
    return (role === "object" && literals.size > 0) || [...nodes].some((node) => facts.has(node));
  }

  /** Folded names in which the words of a folded text follow each other. */
  #namesWithWords(folded: string): readonly string[] {
    const words = wordsOf(folded);
    if (words.length === 0) return [];
    this.#namesByWord ??= this.#indexWords();
    const index = this.#namesByWord;
    const [rarest = new Set<string>()] = words
      .map((word) => index.get(word) ?? new Set<string>())
      .sort((a, b) => a.size - b.size);
    const phrase = ` ${words.join(" ")} `;
    return [...rarest].filter((wide) => ` ${wordsOf(wide).join(" ")} `.includes(phrase));
  }

  #indexWords(): Map<string, Set<string>> {
    const byWord = new Map<string, Set<string>>();
    for (const name of [...this.#nodesByName.keys(), ...this.#literalsByName.keys()]) {
      for (const word of wordsOf(name)) addTo(byWord, word, name);
    }
    return byWord;
  }

  /** A node by its IRI; an IRI that things had before they got or lost namesakes finds all that bear its name. */
  #nodesOfIri(iri: string): Iterable<string> {
    const namespace = this.#prefixes["ent"] ?? "";
    if (this.#nodes.has(iri) || !iri.startsWith(namespace)) return [iri];
    const local = iri.slice(namespace.length);
    this.#nodesBySlug ??= this.#indexSlugs();
    return this.#nodesBySlug.get(local.toLowerCase()) ?? this.#nodesBySlug.get(plainSlug(local)) ?? [iri];
  }

  #indexSlugs(): Map<string, Set<string>> {
    const bySlug = new Map<string, Set<string>>();
    for (const [iri, names] of this.#nodes) {
      for (const name of names) addTo(bySlug, slugOf(name).toLowerCase(), iri);
    }
    return bySlug;
  }

  /** Names of the relations in use that the text names or that refine it. @throws {@link UsageError} where it names none */
  relations(name: string): ReadonlySet<string> {
    const named = this.namedRelations(name);
    const used = [...this.#relationLabels.keys()];
    return new Set(
      used.filter((relation) =>
        named.some((ancestor) => relation === ancestor || this.#ontology.refines(relation, ancestor)),
      ),
    );
  }

  /** Names of the relations that the text itself names: by name, label or IRI. @throws {@link UsageError} where it names none */
  namedRelations(name: string): readonly string[] {
    const folded = foldText(name);
    const iri = readIri(name.trim(), this.#prefixes);
    const declared = this.#ontology.relations
      .filter(
        (relation) => relation.iri === iri || [relation.name, relation.label].map(foldText).includes(folded),
      )
      .map((relation) => relation.name);
    // Minted ones, and those of imported graphs.
    const others = [...this.#relationLabels]
      .filter(([relation]) => this.#ontology.findRelation(relation) === undefined)
      .filter(
        ([relation, label]) =>
          [relation, relation.replace(/^[a-z]+:/, ""), label].map(foldText).includes(folded) ||
          (iri !== undefined && (readIri(relation, this.#prefixes) ?? relation) === iri),
      )
      .map(([relation]) => relation);
    const named = [...declared, ...others];
    if (named.length === 0) throw new UsageError(this.#unknownRelation(name));
    return named;
  }

  #unknownRelation(name: string): string {
    const known = [
      ...this.#ontology.relations.map((relation) => relation.name),
      ...this.#relationLabels.keys(),
    ];
    const folded = foldText(plainRelation(name));
    const far = (relation: string) => distance(folded, foldText(plainRelation(relation)));
    const near = [...new Set(known)]
      .filter((relation) => far(relation) <= Math.max(2, folded.length / 2))
      .sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1))
      .slice(0, NEAR_RELATIONS);
    const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "dateline stats lists those in use";
    return `no relation is called "${name}"; ${hint}`;
  }

  /** The fewest facts that the filter's texts leave, in order. */
  #candidates({ subject, object }: FactFilter): Iterable<GraphFact> {
    const onlyNode = (text: string | undefined, role: FactRole, index: ReadonlyMap<string, GraphFact[]>) => {
      if (text === undefined) return undefined;
      const { nodes, literals } = this.targets(text, role);
      const [node] = nodes;
      return nodes.size === 1 && literals.size === 0 && node !== undefined
        ? (index.get(node) ?? [])
        : undefined;
    };
    const bySubject = onlyNode(subject, "subject", this.#bySubject);
    const byObject = onlyNode(object, "object", this.#byObject);
    if (bySubject !== undefined && byObject !== undefined) {
      return bySubject.length <= byObject.length ? bySubject : byObject;
    }
    return bySubject ?? byObject ?? this.#facts;
  }

  #tests(filter: FactFilter): readonly ((fact: GraphFact) => boolean)[] {
    const tests: ((fact: GraphFact) => boolean)[] = [];
    if (filter.subject !== undefined) {
      const { nodes } = this.targets(filter.subject, "subject");
      tests.push((fact) => nodes.has(fact.subjectNode));
    }
    if (filter.object !== undefined) {
      const { nodes, literals } = this.targets(filter.object, "object");
      tests.push((fact) =>
        fact.objectNode === null ? literals.has(fact.object) : nodes.has(fact.objectNode),
      );
    }
    if (filter.relation !== undefined) {
      const relations = this.relations(filter.relation);
      tests.push((fact) => relations.has(fact.relation));
    }
    if (filter.speaker !== undefined) {
      const { nodes } = this.targets(filter.speaker);
      tests.push((fact) => fact.speakerNodes.some((speaker) => nodes.has(speaker)));
    }
    if (filter.factuality !== undefined) tests.push((fact) => fact.factuality === filter.factuality);
    if (filter.asserted !== undefined) tests.push((fact) => fact.asserted === filter.asserted);
    if (filter.article !== undefined) tests.push((fact) => fact.article.id === filter.article);
    if (filter.outlet !== undefined) {
      const outlet = foldText(filter.outlet);
      tests.push((fact) => fact.article.outlet !== null && foldText(fact.article.outlet) === outlet);
    }
    if (filter.since !== undefined || filter.until !== undefined)
      tests.push(withinDates(filter.since, filter.until));
    return tests;
  }
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function withinDates(since: string | undefined, until: string | undefined): (fact: GraphFact) => boolean {
  const from = since === undefined ? "" : firstDay(since);
  const to = until === undefined ? "\uffff" : lastDay(until);
  return (fact) => {
    const bounds =
      dateBounds(fact.date) ?? dateBounds(fact.statementDate) ?? dateBounds(fact.article.published);
    return bounds !== undefined && bounds.to >= from && bounds.from <= to;
  };
}

/** @throws {@link UsageError} */
export function checkFilter({ since, until, limit, ...texts }: FactFilter): void {
  for (const [condition, text] of Object.entries(texts)) {
    if (typeof text === "string" && text.trim() === "") {
      throw new UsageError(`the ${condition} to look for is empty; leave it out to find any`);
    }
  }
  for (const date of [since, until]) {
    if (date !== undefined && !/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date)) {
      throw new UsageError(`"${date}" is not a date; write 2025, 2025-08 or 2025-08-22`);
    }
  }
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 0)) {
    throw new UsageError(`"${limit}" cannot be a limit; write a whole number`);
  }
}

/** A minted relation is looked for without its prefix, which nobody types by heart. */
function plainRelation(name: string): string {
  return name.replace(/^(?:rel|news):/, "");
}

/** What tells namesakes apart at the end of a slug: a class or a hash. */
function plainSlug(slug: string): string {
  return slug.replace(/_(?:[0-9a-f]{6}|[0-9a-f]{16}|[A-Z][A-Za-z]+)$/, "").toLowerCase();
}

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, new Set([value]));
  else held.add(value);
}

function pushTo<T>(index: Map<string, T[]>, key: string, value: T): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, [value]);
  else held.push(value);
}
