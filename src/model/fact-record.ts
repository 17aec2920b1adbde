import type { Factuality, Temporality } from "./fact.ts";
import type { Quantity } from "./layers.ts";
import type { Span } from "./span.ts";

/** A source in a {@link FactRecord}, by label. */
export interface SpeakerRecord {
  readonly speaker: string;
  readonly verb: string;
  readonly addressee: string | null;
  readonly setting: string | null;
  readonly date: string | null;
}

/**
 * A fact as users meet it: one JSON line of `extract` and `find`, one edge of the viewer.
 * Everything is resolved to labels; ids are IRIs. The field names are a stable interface.
 */
export interface FactRecord {
  /** `fact:` and 16 hex digits. */
  readonly id: string;
  /** Preferred label. */
  readonly subject: string;
  /** Local name in the ontology, or `rel:…` when minted. */
  readonly relation: string;
  readonly object: string;
  /** IRI of the entity; null for phrases and literals. */
  readonly subjectId: string | null;
  readonly objectId: string | null;
  /** The nearest source, `speakerChain[0]`; null where the article itself says it. */
  readonly speaker: string | null;
  readonly speakerChain: readonly SpeakerRecord[];
  readonly factuality: Factuality;
  readonly temporality: Temporality;
  readonly date: string | null;
  readonly statementDate: string | null;
  readonly quantity: Quantity | null;
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** One PLOVER root code or null. */
  readonly plover: string | null;
  /** Whether the plain triple stands in the graph. */
  readonly asserted: boolean;
  readonly evidence: Span & { readonly quote: string };
  /** Where subject and object stand; null for an argument that has no words of its own. */
  readonly spans: { readonly subject: Span | null; readonly object: Span | null };
  readonly surface: {
    readonly subject: string;
    readonly relation: string;
    readonly object: string;
    readonly more: readonly string[];
  };
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly url: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
  };
  /** 1-based input line; only with `extract --lines`, where offsets count within the line. */
  readonly line?: number;
}
