import { ModelError } from "../../model/errors.ts";
import { CASINGS } from "./casing.ts";

/** What the numbers of a model's inputs and outputs stand for: `english.json`. */
export interface ReaderDescription {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Relations of the dependency tree. */
  readonly labels: readonly string[];
  /** BIOES tags of named entities. */
  readonly names: readonly string[];
}

const FORMAT = 1;

/** @throws {@link ModelError} where it describes a model that this version cannot use */
export function parseReaderDescription(json: string): ReaderDescription {
  const parsed = JSON.parse(json) as ReaderDescription & { format?: unknown; casing?: readonly string[] };
  if (parsed.format !== FORMAT || parsed.casing?.join() !== CASINGS.join())
    throw new ModelError("english.json describes a model of another version");
  return parsed;
}
