import { DataFactory } from "n3";
import type { Context } from "../../../src/cli/context.ts";
import { runCli } from "../../../src/cli/program.ts";
import { InputNotFoundError } from "../../../src/io/input-errors.ts";
import type { Article } from "../../../src/model/article.ts";
import { QueryError } from "../../../src/model/errors.ts";
import type { Extraction } from "../../../src/model/extraction.ts";
import type { Fact } from "../../../src/model/fact.ts";
import type { FactRecord } from "../../../src/model/fact-record.ts";
import { hashParts, mentionId } from "../../../src/model/ids.ts";
import type { AnnotatedArticle, Token } from "../../../src/model/layers.ts";
import type { Reader } from "../../../src/pipeline/reader.ts";
import type { ArticleSummary, FactFilter, Graph, GraphFact } from "../../../src/query/graph.ts";
import { noIdentity } from "../../builders.ts";

/** Without relations: they are called by the words of their names. */
const BARE_ONTOLOGY =
  '<https://w3id.org/dateline/ontology> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#versionInfo> "1" .';

/** A reader that knows one verb: "Anna met Bo." Enough to see what commands do with facts. */
export const fakeReader: Reader = {
  async annotate(article) {
    const sentences = [...article.text.matchAll(/[^\n.]+\.?/g)].map((match, index) => ({
      ...{ index, start: match.index, end: match.index + match[0].length },
      ...{ firstToken: 0, lastToken: 0, paragraph: 0, headline: false },
    }));
    const tokens = [...article.text.matchAll(/[\p{L}\p{N}’']+|[^\s\p{L}\p{N}]/gu)].map(
      (match): Token => ({
        ...{
          start: match.index,
          end: match.index + match[0].length,
          lemma: match[0].toLowerCase(),
          upos: "X",
        },
        ...{ xpos: "FW", head: -1, relation: "root", arcConfidence: 1 },
      }),
    );
    const placed = sentences.map((sentence) => ({
      ...sentence,
      firstToken: tokens.filter(({ start }) => start < sentence.start).length,
      lastToken: tokens.filter(({ start }) => start < sentence.end).length,
    }));
    const annotated: AnnotatedArticle = {
      article,
      sentences: placed,
      tokens,
      modelNames: [],
      names: [],
      times: [],
      quantities: [],
    };
    return annotated;
  },
  async extract(article): Promise<Extraction> {
    if (article.text.includes("crash the extractor")) throw new TypeError("cannot read 'head' of undefined");
    const matches = [...article.text.matchAll(/(\w+) (met|phoned) (\w+)/g)];
    return {
      article,
      mentions: [],
      entities: [],
      facts: matches.map((match) => toFact(article, match)),
      diagnostics: article.text.includes("nobody")
        ? [{ code: "argument-unresolved", severity: "warning", message: "nobody" }]
        : [],
      counts: { sentences: 1, words: article.text.split(/\s+/).length },
    };
  },
  async readOpenTriples(article) {
    if (article.text.includes("crash the extractor")) throw new TypeError("cannot read 'head' of undefined");
    return [...article.text.matchAll(/[^\n.]+\.?/g)].flatMap((sentence) =>
      [...sentence[0].matchAll(/(\w+) (met|phoned) (\w+)/g)].map(
        ([, subject = "", relation = "", object = ""]) => ({
          sentence: { start: sentence.index, end: sentence.index + sentence[0].length },
          ...{ subject, relation, object, more: [], confidence: 0.9 },
        }),
      ),
    );
  },
};

function toFact(article: Article, match: RegExpExecArray): Fact {
  const [quote, subject = "", verb = "", object = ""] = match;
  const start = match.index;
  const end = start + quote.length;
  return {
    id: `fact:${hashParts(article.id, String(start))}`,
    subject: mentionId({ start, end: start + subject.length }),
    relation: verb === "met" ? "met" : `rel:${verb}`,
    object: { kind: "mention", mentionId: mentionId({ start: end - object.length, end }) },
    factuality: "certain",
    temporality: "non-future",
    speakers: [],
    confidence: 0.9,
    reasons: ["one verb"],
    rule: "fake",
    evidence: [{ start, end, quote }],
    surface: { subject, relation: verb, object, more: [] },
  };
}

export function toRecord(article: Article, fact: Fact): FactRecord {
  const [evidence] = fact.evidence;
  const { title, id, url = null, outlet = null, published = null } = article;
  const { surface, relation, factuality, temporality, confidence, reasons } = fact;
  // The keys stand in another order than the interface lists them, on purpose.
  return {
    article: { id, title, url, outlet, published },
    surface,
    spans: {
      subject: { start: evidence.start, end: evidence.start + surface.subject.length },
      object: { start: evidence.end - surface.object.length, end: evidence.end },
    },
    evidence,
    ...{
      id: fact.id,
      subject: surface.subject,
      relation,
      object: surface.object,
      subjectId: null,
      objectId: null,
    },
    ...{
      speaker: null,
      speakerChain: [],
      factuality,
      temporality,
      date: null,
      statementDate: null,
      quantity: null,
    },
    ...{ confidence, reasons, plover: null, asserted: true },
  };
}

/** A graph that keeps extractions in a map by location. */
export class FakeGraph implements Graph {
  readonly folder = "kg";
  readonly kept = new Map<string, Extraction>();
  closed = 0;

  async add(extraction: Extraction, { location }: { location: string }) {
    const before = this.kept.get(location);
    this.kept.set(location, extraction);
    if (before === undefined) return "added" as const;
    return before.article.id === extraction.article.id ? ("unchanged" as const) : ("replaced" as const);
  }

  find(filter: FactFilter = {}): readonly GraphFact[] {
    const records = [...this.kept.values()].flatMap(({ article, facts }) =>
      facts.map((fact) => toRecord(article, fact)),
    );
    return records
      .filter(({ subject }) => filter.subject === undefined || subject.startsWith(filter.subject))
      .map((record) => ({
        ...record,
        subjectNode: `urn:${record.subject}`,
        speakerNodes: [],
        objectNode: null,
        relationIri: "urn:r",
      }));
  }

  explain(filter: FactFilter) {
    return `SELECT * # ${JSON.stringify(filter)}`;
  }

  match() {
    const [subject, predicate, object] = ["s", "p", "o"].map((name) => DataFactory.namedNode(`urn:${name}`));
    if (subject === undefined || predicate === undefined || object === undefined) return [];
    return [
      DataFactory.quad(subject, predicate, object),
      DataFactory.quad(object, predicate, object, subject),
    ];
  }

  async query(sparql: string) {
    if (!/^(SELECT|ASK)/.test(sparql)) throw new QueryError("line 1: SELECT, ASK … expected");
    if (sparql.startsWith("ASK")) return { kind: "boolean" as const, value: true };
    return { kind: "bindings" as const, variables: ["s"], rows: [] };
  }

  async queryText(sparql: string, mediaType: string) {
    await this.query(sparql);
    return `${mediaType} of ${sparql}`;
  }

  async update() {}

  async importGraph() {}

  entities() {
    return [];
  }

  articles(): readonly ArticleSummary[] {
    return [...this.kept].map(([location, { article, facts, counts }]) => {
      const { text: _, ...rest } = article;
      return { ...rest, iri: `urn:${article.id}`, location, words: counts.words, facts: facts.length };
    });
  }

  article(id: string) {
    return [...this.kept.values()].find(({ article }) => article.id === id)?.article;
  }

  stats() {
    const counts = { articles: this.kept.size, facts: 1, asserted: 1, entities: 2, quads: 30 };
    return {
      ...counts,
      corroborated: 0,
      conflicts: { contradictions: 0, updates: 0 },
      copies: 0,
      byRelation: { met: 1 },
      byFactuality: { certain: 1 },
      byOutlet: {},
      minted: {},
    };
  }

  corroboration() {
    return { statements: [], conflicts: [], copies: [] };
  }

  copies() {
    return [];
  }

  readonly identity = noIdentity();

  async validate() {
    const issue = {
      severity: "violation",
      message: "a fact without evidence",
      node: "urn:f",
      path: null,
      value: null,
    };
    return this.kept.size > 1 ? [{ ...issue, severity: "violation" as const }] : [];
  }

  async remove(name: string) {
    const found = [...this.kept].find(([location]) => location === name);
    if (found === undefined) return undefined;
    this.kept.delete(found[0]);
    return found[1].article.id;
  }

  async close() {
    this.closed++;
  }
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A world in memory for commands: files by path, a graph, standard input, streams that remember. */
export class FakeWorld {
  readonly files = new Map<string, string | Uint8Array>();
  readonly graph = new FakeGraph();
  readonly interrupt = new AbortController();
  readonly opened: string[] = [];
  graphExists = true;
  viewIsKept = false;
  graphsOpened = 0;
  standardInput = "";
  width: number | undefined;
  environment: Record<string, string> = {};

  async run(...args: string[]): Promise<Run> {
    const written = { stdout: "", stderr: "" };
    const code = await runCli(args, this.#context(written));
    return { code, ...written };
  }

  #context(written: { stdout: string; stderr: string }): Context {
    const output = (name: "stdout" | "stderr") => ({
      write: (text: string) => {
        written[name] += text;
      },
      isTTY: this.width !== undefined,
      columns: this.width,
    });
    const bytesOf = (path: string) => {
      const content = path === "-" ? this.standardInput : this.files.get(path);
      if (content === undefined) throw new InputNotFoundError(path, "no such file or folder");
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    };
    return {
      terminal: { stdout: output("stdout"), stderr: output("stderr") },
      environment: this.environment,
      version: "1.2.3",
      planInputs: async (args) => ({
        inputs: args.map((location) => ({
          location,
          read: async () => ({ location, bytes: bytesOf(location) }),
        })),
        skipped: [],
      }),
      readStandardInput: async () => bytesOf("-"),
      now: () => 0,
      catchInterrupts: () => this.interrupt.signal,
      async *streamInput(path) {
        // In pieces that fall within lines and characters.
        const bytes = bytesOf(path);
        for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
      },
      readTextFile: async (path) => new TextDecoder().decode(bytesOf(path)),
      readPackageText: async (path) => (path.endsWith(".ttl") ? BARE_ONTOLOGY : '{"@context": {}}'),
      fileExists: async (path) => this.files.has(path),
      writeFile: async (path, content) => {
        this.files.set(path, typeof content === "string" ? content : [...content].join(""));
      },
      loadEngine: async () => ({
        reader: fakeReader,
        toRecords: ({ article, facts }) => facts.map((fact) => toRecord(article, fact)),
      }),
      readInThreads: async (reader, threads = 1) => ({ ...reader, threads, close: async () => {} }),
      openGraph: async (folder, access) => {
        this.graphsOpened++;
        if (access !== "create" && !this.graphExists) throw new InputNotFoundError(folder, "no graph here");
        return this.graph;
      },
      repair: async (_folder, dryRun) => ({
        articles: 1,
        imports: 0,
        repairs: [{ found: "kg/a.nq: damaged", done: "read again", mended: !dryRun }],
      }),
      graphState: async () => "",
      isViewKept: async () => this.viewIsKept,
      prepareView: async () => {},
      serve: async ({ port }) => ({ url: `http://127.0.0.1:${port}/`, close: async () => {} }),
      openBrowser: (url) => {
        this.opened.push(url);
      },
    };
  }
}
