/** Base of everything thrown on purpose. Callers look at `code`, never at the message. */
export abstract class DatelineError extends Error {
  abstract readonly code: string;
}

/** The input is not an article that can be read. `location` is the file path or URL. */
export class InvalidArticleError extends DatelineError {
  override readonly name = "InvalidArticleError";
  readonly code = "invalid-article";
  readonly location: string;
  constructor(location: string, message: string, options?: ErrorOptions) {
    super(`${location}: ${message}`, options);
    this.location = location;
  }
}

/** A term is not declared in the ontology, or the ontology's Turtle cannot be used. */
export class OntologyError extends DatelineError {
  override readonly name = "OntologyError";
  readonly code = "invalid-ontology";
}

/** The language model or lexicon files are missing or do not fit this version. */
export class ModelError extends DatelineError {
  override readonly name = "ModelError";
  readonly code = "invalid-model";
}

/** RDF text cannot be parsed. */
export class RdfSyntaxError extends DatelineError {
  override readonly name = "RdfSyntaxError";
  readonly code = "rdf-syntax";
}

/** SPARQL is wrong (`query-syntax`), not allowed here (`query-refused`), or takes too long or too much (`query-limit`). */
export type QueryErrorCode = "query-syntax" | "query-refused" | "query-limit";

export class QueryError extends DatelineError {
  override readonly name = "QueryError";
  readonly code: QueryErrorCode;
  constructor(message: string, code: QueryErrorCode = "query-syntax", options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The graph folder cannot be opened, read or written, or is in use. */
export class StoreError extends DatelineError {
  override readonly name = "StoreError";
  readonly code = "store-failed";
}

/** A decision about identity cannot be read, or contradicts one that holds. */
export class DecisionError extends DatelineError {
  override readonly name = "DecisionError";
  readonly code = "decision-refused";
}

/** Bad flags or parameters. */
export class UsageError extends DatelineError {
  override readonly name = "UsageError";
  readonly code = "usage";
}
