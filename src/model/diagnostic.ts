import type { Span } from "./span.ts";

/** Something imperfect in the input, as data: it is counted and shown, and never stops a run. */
export interface Diagnostic {
  readonly code:
    | "quote-not-found"
    | "relation-not-allowed"
    | "argument-missing"
    | "argument-unresolved"
    | "ambiguous-mention"
    | "unreadable-date"
    | "unreadable-published"
    | "sentence-too-long"
    | "not-english";
  readonly severity: "note" | "warning";
  readonly message: string;
  readonly span?: Span;
}
