import { DecisionError } from "../model/errors.ts";
import {
  activeDecisions,
  type Decision,
  type EntityReference,
  type LinkDecision,
  type PairDecision,
  serializeDecisions,
} from "../resolve/decisions.ts";
import type { CanonicalEntity, Resolution, StandingDecision } from "../resolve/resolution.ts";
import { JOIN } from "../resolve/solve-component.ts";
import type { Dataset, DatasetView } from "./dataset-view.ts";
import { onlyOne } from "./only-one.ts";

/** What every decision says of who decides. */
export interface Deciding {
  readonly by: string;
  /** ISO date and time. */
  readonly at: string;
  readonly because?: string;
}

/** What is decided. Things by label, alias or IRI; `NAME@ARTICLE` is what one article, by its id, calls so. */
export type DecisionQuestion =
  | { readonly verdict: PairDecision["verdict"]; readonly left: string; readonly right: string }
  | { readonly verdict: "rename"; readonly left: string; readonly label: string }
  | ({ readonly verdict: "link"; readonly left: string } & Pick<
      LinkDecision,
      "target" | "certainty" | "score"
    >)
  /** Without an id: the last decision that holds. */
  | { readonly verdict: "undo"; readonly undoes?: string };

export type DecisionRequest = Deciding & DecisionQuestion;
export type LinkRequest = Extract<DecisionRequest, { readonly verdict: "link" }>;

/** What a decision would change. */
export interface IdentityPreview {
  /** Things as they are that would change, and what they would be. */
  readonly before: readonly CanonicalEntity[];
  readonly after: readonly CanonicalEntity[];
}

/** A pair to look at: what the program was not sure of, and how much hangs on it. */
export interface IdentityCandidate {
  readonly left: CanonicalEntity;
  readonly right: CanonicalEntity;
  /** 0 to 1; they are taken for one from 0.65 on. */
  readonly score: number;
  /** Whether the program took them for one. */
  readonly joined: boolean;
  readonly reasons: readonly string[];
  /** Facts that would move. */
  readonly facts: number;
}

/** Who is who in a graph: a pure function of its articles and of what people decided, which is kept and can be undone. */
export interface Identity {
  /** Every decision and undoing, in the order in which they were made. */
  log(): readonly Decision[];
  /** Those that hold, with what they speak of now. */
  standing(): readonly StandingDecision[];
  /**
   * Things that a text names, by label, alias or IRI, past IRIs included.
   * @throws {@link UsageError} where `NAME@ARTICLE` names no article
   */
  find(name: string): readonly CanonicalEntity[];
  /** Pairs to look at, most valuable first: those that are least sure and that most facts hang on. */
  candidates(): readonly IdentityCandidate[];
  /** @throws as {@link decide} */
  preview(request: DecisionRequest): IdentityPreview;
  /**
   * Keeps a decision.
   * @throws {@link UsageError} where a name stands for nothing or for several things
   * @throws {@link DecisionError} where it contradicts one that holds, or changes nothing
   */
  decide(request: DecisionRequest): Promise<Decision>;
  /** Keeps links of several things at once, all or none. @throws {@link UsageError} as {@link decide} */
  decideAll(requests: readonly LinkRequest[]): Promise<readonly Decision[]>;
}

export interface IdentityParts {
  readonly dataset: Dataset;
  /** Runs one write after the other. */
  readonly write: <T>(action: () => Promise<T>) => Promise<T>;
  readonly save: (log: string) => Promise<void>;
}

export function makeIdentity({ dataset, write, save }: IdentityParts): Identity {
  const resolution = () => dataset.view().resolution;
  const find = (name: string) => findNamed(name, dataset.view());
  const plan = (request: DecisionRequest) => planDecision(request, dataset, find);
  const keep = async (decisions: readonly Decision[]) => {
    const log = [...dataset.decisions, ...decisions];
    await save(serializeDecisions(log));
    dataset.decisions = log;
  };
  return {
    log: () => dataset.decisions,
    standing: () => resolution().decisions,
    find,
    candidates: () => rankCandidates(dataset),
    preview: (request) => compareResolutions(resolution(), plan(request).after),
    decide: (request) =>
      write(async () => {
        const { decision } = plan(request);
        await keep([decision]);
        return decision;
      }),
    decideAll: (requests) =>
      write(async () => {
        // Links change nobody's identity, so that one need not be decided to see what the next one means.
        const made = requests.map((request, index) => ({
          ...makeDecision(request, dataset, find),
          id: `d${dataset.decisions.length + index + 1}`,
        }));
        await keep(made);
        return made;
      }),
  };
}

function planDecision(
  request: DecisionRequest,
  dataset: Dataset,
  find: (name: string) => readonly CanonicalEntity[],
): { readonly decision: Decision; readonly after: Resolution } {
  const decision = makeDecision(request, dataset, find);
  const after = dataset.resolveWith([...dataset.decisions, decision]);
  checkEffect(decision, after, dataset.decisions);
  return { decision, after };
}

function makeDecision(
  request: DecisionRequest,
  dataset: Dataset,
  find: (name: string) => readonly CanonicalEntity[],
): Decision {
  const { by, at, because } = request;
  const id = `d${dataset.decisions.length + 1}`;
  const base = { id, by, at, ...(because === undefined ? {} : { because }) };
  const { resolution } = dataset.view();
  switch (request.verdict) {
    case "undo":
      return { ...base, verdict: "undo", undoes: request.undoes ?? lastStanding(resolution) };
    case "rename":
      return { ...base, verdict: "rename", left: refer(request.left, find), label: request.label };
    case "link": {
      const { target, certainty, score } = request;
      return {
        ...base,
        verdict: "link",
        left: refer(request.left, find),
        target,
        certainty,
        ...(score === undefined ? {} : { score }),
      };
    }
    default: {
      const [left, right] = referToBoth(request.left, request.right, find);
      const score = scoreOf(resolution, left, right);
      return { ...base, verdict: request.verdict, left, right, ...(score === undefined ? {} : { score }) };
    }
  }
}

function lastStanding({ decisions }: Resolution): string {
  const last = decisions.at(-1);
  if (last === undefined) throw new DecisionError("there is no decision to undo");
  return last.decision.id;
}

function refer(name: string, find: (name: string) => readonly CanonicalEntity[]): EntityReference {
  const { iri, label, type, sightings } = onlyOne(find(name), name);
  return { iri, label, type, sightings };
}

function isWithinArticle(name: string): boolean {
  return /@[0-9a-f]{6,16}$/.test(name);
}

/** Where both names are of one thing, an article takes its part out of the rest. */
function referToBoth(
  leftName: string,
  rightName: string,
  find: (name: string) => readonly CanonicalEntity[],
): readonly [EntityReference, EntityReference] {
  const [left, right] = [refer(leftName, find), refer(rightName, find)];
  if (left.iri !== right.iri) return [left, right];
  const rest = (whole: EntityReference, part: EntityReference) => ({
    ...whole,
    sightings: whole.sightings.filter((sighting) => !part.sightings.includes(sighting)),
  });
  const split: readonly [EntityReference, EntityReference] = isWithinArticle(rightName)
    ? [rest(left, right), right]
    : [left, rest(right, left)];
  if (split.some(({ sightings }) => sightings.length === 0)) {
    throw new DecisionError(
      `"${leftName}" and "${rightName}" are one thing; to take a part out, name an article: "${rightName}@ARTICLE"`,
    );
  }
  return split;
}

function scoreOf({ links }: Resolution, left: EntityReference, right: EntityReference): number | undefined {
  const [a, b] = [new Set(left.sightings), new Set(right.sightings)];
  return links.find(
    (link) => (a.has(link.left) && b.has(link.right)) || (a.has(link.right) && b.has(link.left)),
  )?.score;
}

/** Refuses a decision that others overrule. */
function checkEffect(decision: Decision, after: Resolution, log: readonly Decision[]): void {
  if (decision.verdict === "undo") {
    const { undoes } = decision;
    if (!log.some(({ id }) => id === undoes)) {
      throw new DecisionError(`there is no decision ${undoes}; list them with dateline decisions`);
    }
    const undoing = log.find((other) => other.verdict === "undo" && other.undoes === undoes);
    if (undoing !== undefined && !activeDecisions(log).some(({ id }) => id === undoes)) {
      throw new DecisionError(`${undoes} was undone by ${undoing.id}; undo that one to have it back`);
    }
    return;
  }
  if (decision.verdict !== "same" && decision.verdict !== "different") return;
  const standing = after.decisions.find((other) => other.decision.id === decision.id);
  const [left, right] = [standing?.left ?? [], standing?.right ?? []];
  const one = left.length === 1 && right.length === 1 && left[0] === right[0];
  const apart = !left.some((iri) => right.includes(iri));
  if (decision.verdict === "same" ? one : apart) return;
  const against = decision.verdict === "same" ? "different" : "same";
  const blocking = after.decisions
    .filter(({ decision: { verdict } }) => verdict === against)
    .filter((other) => [...left, ...right].some((iri) => [...other.left, ...other.right].includes(iri)))
    .map(({ decision: { id } }) => id);
  throw new DecisionError(
    `"${decision.left.label}" and "${decision.right.label}" were decided to be ${against} by ${blocking.join(", ") || "an earlier decision"}; undo that first`,
  );
}

/** The thing of a past or present IRI, or what bears a name; `NAME@ARTICLE` is that part of it which one article has. */
function findNamed(name: string, { index, resolution }: DatasetView): readonly CanonicalEntity[] {
  const [, bare, article] = /^(.+)@([0-9a-f]{6,16})$/.exec(name) ?? [undefined, name, undefined];
  const iris = index.targets(bare ?? name).nodes;
  const found = resolution.entities.filter(({ iri, kind }) => iris.has(iri) && kind !== "phrase");
  if (article === undefined) return found;
  const parts = found.map((entity) => ({
    ...entity,
    sightings: entity.sightings.filter((sighting) => sighting.startsWith(article)),
  }));
  return parts.filter(({ sightings }) => sightings.length > 0);
}

function compareResolutions(before: Resolution, after: Resolution): IdentityPreview {
  const keyOf = ({ iri, label, sightings }: CanonicalEntity) => `${iri} ${label} ${sightings.join(" ")}`;
  const [held, coming] = [before, after].map(({ entities }) => new Set(entities.map(keyOf)));
  return {
    before: before.entities.filter((entity) => coming?.has(keyOf(entity)) === false),
    after: after.entities.filter((entity) => held?.has(keyOf(entity)) === false),
  };
}

function rankCandidates(dataset: Dataset): readonly IdentityCandidate[] {
  const { resolution, index } = dataset.view();
  const facts = new Map<string, number>();
  for (const { subjectNode, objectNode } of index.facts) {
    for (const node of [subjectNode, objectNode])
      if (node !== null) facts.set(node, (facts.get(node) ?? 0) + 1);
  }
  const decided = new Set(
    resolution.decisions.flatMap(({ left, right }) =>
      left.flatMap((a) => right.flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
    ),
  );
  const entityOf = (sighting: string) => {
    const cut = sighting.indexOf("#");
    return resolution.find(sighting.slice(0, cut), sighting.slice(cut + 1));
  };
  const settled = new Set(
    resolution.links.filter(({ joined }) => joined).flatMap(({ left, right }) => [left, right]),
  );
  const found = new Map<string, IdentityCandidate>();
  for (const { left, right, score, joined, reasons } of resolution.links) {
    const [a, b] = [entityOf(left), entityOf(right)];
    // A short name that found its bearer says nothing of the others who bear it.
    if (!joined && settled.has(left) !== settled.has(right) && score < JOIN) continue;
    // What was joined after all, by another way, needs no look; neither does what somebody looked at.
    if (a === undefined || b === undefined || a === b || decided.has(`${a.iri} ${b.iri}`)) continue;
    const key = [a.iri, b.iri].sort().join(" ");
    if (found.has(key)) continue;
    const moved = Math.min(facts.get(a.iri) ?? 0, facts.get(b.iri) ?? 0);
    found.set(key, { left: a, right: b, score, joined, reasons, facts: moved });
  }
  const value = ({ score, facts }: IdentityCandidate) => (1 + facts) * (1 - Math.abs(score - JOIN));
  return [...found.values()].sort(
    (a, b) => value(b) - value(a) || (a.left.iri + a.right.iri < b.left.iri + b.right.iri ? -1 : 1),
  );
}
