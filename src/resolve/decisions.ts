import { DecisionError } from "../model/errors.ts";

/** What a decision speaks of: a thing as it was when somebody decided. */
export interface EntityReference {
  /** Its IRI then; for people to read, and for exports. */
  readonly iri: string;
  readonly label: string;
  /** Class by local name. */
  readonly type: string;
  /** `<article>#<entity>` of all that was taken for it then. */
  readonly sightings: readonly string[];
}

interface DecisionBase {
  /** `d` and a number, counted up. */
  readonly id: string;
  /** Who decided. */
  readonly by: string;
  /** When; ISO date and time. */
  readonly at: string;
  readonly because?: string;
}

/** Two things are one, are two, or it was looked at and cannot be told. */
export interface PairDecision extends DecisionBase {
  readonly verdict: "same" | "different" | "unsure";
  readonly left: EntityReference;
  readonly right: EntityReference;
  /** What the program made of the pair at that time, 0 to 1; absent where it had not weighed it. */
  readonly score?: number;
}

/** A thing is to be called by a label of somebody's choice. */
export interface RenameDecision extends DecisionBase {
  readonly verdict: "rename";
  readonly left: EntityReference;
  readonly label: string;
}

/** A link to the same thing elsewhere, e.g. in Wikidata; `absent` where it was looked for and is not there. */
export interface LinkDecision extends DecisionBase {
  readonly verdict: "link";
  readonly left: EntityReference;
  /** IRI; null where there is none. */
  readonly target: string | null;
  readonly certainty: "same" | "close" | "absent";
  readonly score?: number;
}

/** An earlier decision, or an earlier undoing, no longer holds. */
export interface UndoDecision extends DecisionBase {
  readonly verdict: "undo";
  readonly undoes: string;
}

export type Decision = PairDecision | RenameDecision | LinkDecision | UndoDecision;

const VERDICTS = new Set(["same", "different", "unsure", "rename", "link", "undo"]);

/**
 * Reads `decisions.jsonl`: one decision a line, in the order in which they were made.
 *
 * @throws {@link DecisionError} naming the line that is no decision
 */
export function parseDecisions(jsonLines: string): readonly Decision[] {
  return jsonLines
    .split("\n")
    .map((line, index) => [line, index + 1] as const)
    .filter(([line]) => line.trim() !== "")
    .map(([line, number]) => parseDecision(line, number));
}

function parseDecision(line: string, number: number): Decision {
  const fail = (what: string): never => {
    throw new DecisionError(`decisions.jsonl, line ${number}: ${what}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail("not JSON");
  }
  const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
  const texts = ["id", "by", "at", "verdict"].every((key) => typeof fields[key] === "string");
  if (!texts || !VERDICTS.has(String(fields["verdict"])))
    return fail('needs "id", "by", "at" and a known "verdict"');
  const { verdict } = fields;
  if (verdict === "undo" && typeof fields["undoes"] !== "string") return fail('needs "undoes"');
  if (verdict !== "undo" && !isReference(fields["left"]))
    return fail('needs "left" with iri, label, type and sightings');
  if (["same", "different", "unsure"].includes(String(verdict)) && !isReference(fields["right"]))
    return fail('needs "right" with iri, label, type and sightings');
  if (verdict === "rename" && typeof fields["label"] !== "string") return fail('needs "label"');
  return value as Decision;
}

function isReference(value: unknown): boolean {
  const { iri, label, type, sightings } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [iri, label, type].every((text) => typeof text === "string");
  return texts && Array.isArray(sightings) && sightings.every((sighting) => typeof sighting === "string");
}

export function serializeDecisions(decisions: readonly Decision[]): string {
  return decisions.map((decision) => `${JSON.stringify(decision)}\n`).join("");
}

/** Those that hold: neither undone, nor an undoing; in the order in which they were made. */
export function activeDecisions(decisions: readonly Decision[]): readonly Exclude<Decision, UndoDecision>[] {
  const undone = new Set<string>();
  // An undoing that was itself undone later no longer counts, so they are read from the last one.
  for (const decision of decisions.toReversed()) {
    if (decision.verdict === "undo" && !undone.has(decision.id)) undone.add(decision.undoes);
  }
  return decisions.filter(
    (decision): decision is Exclude<Decision, UndoDecision> =>
      decision.verdict !== "undo" && !undone.has(decision.id),
  );
}
