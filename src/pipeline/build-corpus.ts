import { type ArticleMetadata, type ReadOutcome, readArticles } from "../ingest/read-article.ts";
import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type DatelineError, StoreError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import type { AddOutcome, Graph } from "../query/graph.ts";
import type { Reader } from "./reader.ts";

/** One input of a run: its bytes, or why they could not be had. */
export type CorpusInput =
  | {
      readonly location: string;
      readonly bytes: Uint8Array;
      readonly mediaType?: string;
      readonly fetchedFrom?: string;
    }
  | { readonly location: string; readonly error: DatelineError };

/** An input, or an article of one, that was not read. The rest of the run went on. */
export interface RefusedInput {
  readonly location: string;
  /** Code of the error, e.g. "invalid-article"; "internal" for a fault of the program. */
  readonly code: string;
  readonly message: string;
}

/** What a run did, in numbers. */
export interface BuildReport {
  readonly articles: {
    /** All that were read and kept: added, replaced or found unchanged. */
    readonly read: number;
    readonly added: number;
    readonly replaced: number;
    readonly unchanged: number;
    /** Of those read: without a date of publication, so that "on Monday" of theirs stays open. */
    readonly undated: number;
    readonly refused: number;
  };
  readonly words: number;
  readonly sentences: number;
  readonly facts: {
    readonly kept: number;
    /** Of those kept: whose relation is not in the ontology and was made from the words (`rel:…`). */
    readonly minted: number;
    /** Readings that were refused because they did not hold: no quote, no argument, a relation that does not allow it. */
    readonly refused: number;
  };
  /** How often each diagnostic occurred, by code. */
  readonly diagnostics: Readonly<Record<string, number>>;
  /** The first diagnostic of each code. */
  readonly examples: Readonly<Record<string, string>>;
  readonly refused: readonly RefusedInput[];
  readonly seconds: number;
  /** Whether the run was stopped before its end; what was read until then is kept. */
  readonly interrupted: boolean;
}

/** How far a run is, after each article or refused input. */
export interface BuildProgress {
  /** Inputs done, of all. */
  readonly inputs: number;
  readonly articles: number;
  readonly facts: number;
  readonly refused: number;
  /** What was read last. */
  readonly location: string;
}

export interface BuildOptions {
  readonly reader: Pick<Reader, "extract">;
  /** How many articles may be asked of the reader at once; default 1. They are kept in the order of the inputs all the same. */
  readonly atOnce?: number;
  readonly graph: Pick<Graph, "add">;
  readonly metadata?: ArticleMetadata;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Stops the run after the article at hand. */
  readonly signal?: AbortSignal;
}

/** Diagnostics that stand for a fact that was read and then refused; the others are remarks on the text. */
const REFUSALS: ReadonlySet<string> = new Set<Diagnostic["code"]>([
  "quote-not-found",
  "relation-not-allowed",
  "argument-missing",
  "argument-unresolved",
]);

/**
 * Reads inputs into a graph, one article after the other: what cannot be read is counted and passed over. An article
 * is in the graph whole or not at all, so that a run that is stopped leaves a graph as good as a shorter run would.
 *
 * @throws {@link UsageError} where the metadata given cannot be used, {@link StoreError} where the system
 * refuses to write: going on would lose the rest too
 */
export async function buildCorpus(
  inputs: AsyncIterable<CorpusInput> | Iterable<CorpusInput>,
  options: BuildOptions,
): Promise<BuildReport> {
  const start = options.now();
  const tally = new Tally();
  for await (const step of inAdvance(readSteps(inputs, options), options.atOnce)) {
    if (isStopped(options)) break;
    if (step.kind === "end") tally.inputs++;
    else if (step.kind === "refused") tally.refuse(step.refused);
    else await takeArticle(step, options.graph, tally);
    options.onProgress?.(tally.progress(step.location));
    if (isStopped(options)) break;
  }
  return tally.report((options.now() - start) / 1000, isStopped(options));
}

function isStopped(options: BuildOptions): boolean {
  return options.signal?.aborted === true;
}

/** An article of an input with its extraction being made, what could not be read of it, or its end. */
type Step = { readonly location: string } & (
  | {
      readonly kind: "article";
      readonly outcome: Extract<ReadOutcome, { readonly kind: "article" }>;
      readonly extraction: Promise<Extraction>;
    }
  | { readonly kind: "refused"; readonly refused: RefusedInput }
  | { readonly kind: "end" }
);

async function* readSteps(
  inputs: AsyncIterable<CorpusInput> | Iterable<CorpusInput>,
  { reader, metadata = {} }: BuildOptions,
): AsyncGenerator<Step, void> {
  for await (const input of inputs) {
    const { location } = input;
    if ("error" in input) yield { kind: "refused", location, refused: toRefused(location, input.error) };
    else {
      const { location: name, bytes, ...carrier } = input;
      for (const outcome of readArticles(bytes, { name, ...carrier, ...metadata })) {
        if (outcome.kind === "refused") {
          const refused = toRefused(outcome.error.location, outcome.error);
          yield { kind: "refused", location, refused };
          continue;
        }
        const extraction = reader.extract(outcome.article);
        // A failure is met when the article's turn comes, which is never where the run is stopped before.
        extraction.catch(() => undefined);
        yield { kind: "article", location, outcome, extraction };
      }
    }
    yield { kind: "end", location };
  }
}

/** The same items in the same order; while one is at hand, the `count` - 1 after it are fetched. */
async function* inAdvance<T>(items: AsyncGenerator<T, void>, count = 1): AsyncGenerator<T> {
  const waiting: Promise<IteratorResult<T, void>>[] = [];
  try {
    while (true) {
      while (waiting.length < count) {
        // A generator takes questions in turn. Its failure is met in its turn, or never, where the run is stopped before.
        const next = items.next();
        next.catch(() => undefined);
        waiting.push(next);
      }
      const next = await waiting.shift();
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not waited for: what is being fetched may take as long as it likes.
    items.return().catch(() => undefined);
  }
}

async function takeArticle(
  { outcome, extraction: reading }: Extract<Step, { readonly kind: "article" }>,
  graph: BuildOptions["graph"],
  tally: Tally,
): Promise<void> {
  const { article } = outcome;
  const location = nameLocation(outcome.location, article);
  try {
    const extraction = await reading;
    const kept = await graph.add(extraction, { location });
    tally.keep(extraction, [...outcome.diagnostics, ...extraction.diagnostics], kept);
  } catch (error) {
    if (error instanceof StoreError && error.cause !== undefined) throw error;
    // One article on which the extractor fails, or whose extraction contradicts itself, must not cost the others; it
    // is reported as the fault that it is. What the system refuses to write, with its error as the cause, ends the run.
    tally.refuse(toFault(location, error));
  }
}

/** Standard input has no name by which its next version could be told: each text there is an article of its own. */
function nameLocation(location: string, article: Article): string {
  return location === "-" ? `stdin#${article.id}` : location;
}

function toRefused(location: string, error: DatelineError): RefusedInput {
  return { location, code: error.code, message: error.message };
}

function toFault(location: string, error: unknown): RefusedInput {
  const message = error instanceof Error ? error.message : String(error);
  return { location, code: "internal", message: `${location}: the extractor failed on it: ${message}` };
}

/** The numbers of a run while it goes on. */
class Tally {
  inputs = 0;
  readonly #outcomes: Record<AddOutcome, number> = { added: 0, replaced: 0, unchanged: 0 };
  readonly #refused: RefusedInput[] = [];
  readonly #diagnostics = new Map<string, number>();
  readonly #examples = new Map<string, string>();
  #undated = 0;
  #words = 0;
  #sentences = 0;
  #facts = 0;
  #minted = 0;

  keep(extraction: Extraction, diagnostics: readonly Diagnostic[], outcome: AddOutcome): void {
    this.#outcomes[outcome]++;
    if (extraction.article.published === undefined) this.#undated++;
    this.#words += extraction.counts.words;
    this.#sentences += extraction.counts.sentences;
    this.#facts += extraction.facts.length;
    this.#minted += extraction.facts.filter((fact) => fact.relation.startsWith("rel:")).length;
    for (const { code, message } of diagnostics) {
      if (!this.#examples.has(code)) this.#examples.set(code, message);
      this.#diagnostics.set(code, (this.#diagnostics.get(code) ?? 0) + 1);
    }
  }

  refuse(refused: RefusedInput): void {
    this.#refused.push(refused);
  }

  progress(location: string): BuildProgress {
    return {
      inputs: this.inputs,
      articles: this.#read(),
      facts: this.#facts,
      refused: this.#refused.length,
      location,
    };
  }

  report(seconds: number, interrupted: boolean): BuildReport {
    const counted = [...this.#diagnostics].sort(([left], [right]) => (left < right ? -1 : 1));
    const refusals = counted.filter(([code]) => REFUSALS.has(code));
    return {
      articles: {
        read: this.#read(),
        ...this.#outcomes,
        undated: this.#undated,
        refused: this.#refused.length,
      },
      words: this.#words,
      sentences: this.#sentences,
      facts: {
        kept: this.#facts,
        minted: this.#minted,
        refused: refusals.reduce((sum, [, count]) => sum + count, 0),
      },
      diagnostics: Object.fromEntries(counted),
      examples: Object.fromEntries(counted.map(([code]) => [code, this.#examples.get(code) ?? ""])),
      refused: this.#refused,
      seconds,
      interrupted,
    };
  }

  #read(): number {
    return this.#outcomes.added + this.#outcomes.replaced + this.#outcomes.unchanged;
  }
}
