import type { Article, ArticleDraft } from "../src/model/article.ts";
import type { Extraction } from "../src/model/extraction.ts";
import type { Fact, FactObject, SpeakerLink } from "../src/model/fact.ts";
import type { FactRecord } from "../src/model/fact-record.ts";
import { articleEntityId, hashParts, makeArticle, mentionId } from "../src/model/ids.ts";
import type { ArticleEntity, EntityKind, Mention } from "../src/model/mention.ts";
import type { Span } from "../src/model/span.ts";
import type { Identity } from "../src/query/identity.ts";

/** Builders of extractions by hand, so that tests read as what an article says. */

/** An article whose title is the first line of its text. */
export function articleOf(text: string, more: Partial<Omit<ArticleDraft, "text">> = {}): Article {
  return makeArticle({ text, title: text.split("\n")[0] ?? "", language: "en", ...more });
}

/** A thing that the article speaks of: every place of its names becomes a mention. */
export interface EntitySpec {
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly type: string;
  readonly kind?: EntityKind;
  readonly known?: string;
  /** Labels of other entities. */
  readonly members?: readonly string[];
  /** Words in the text that are a pronoun or description of it, and no name. */
  readonly anaphors?: readonly string[];
}

export interface SpeakerSpec extends Omit<SpeakerLink, "speaker" | "addressee"> {
  readonly speaker: string;
  readonly addressee?: string;
}

/** A fact, in words of the text: subject, object and speakers by label or alias of an entity. */
export interface FactSpec
  extends Partial<Omit<Fact, "id" | "subject" | "object" | "speakers" | "evidence" | "event" | "surface">> {
  readonly subject: string;
  readonly relation: string;
  /** An entity by label or alias; or a value, that stands in the text as `words`. */
  readonly object:
    | string
    | { readonly value: string; readonly words: string; readonly datatype: "string" | "date" | "quantity" };
  /** The passage; it stands in the text once. */
  readonly quote: string;
  readonly moreQuotes?: readonly string[];
  readonly speakers?: readonly SpeakerSpec[];
  readonly event?: string;
  readonly more?: readonly string[];
}

export function person(label: string, ...aliases: string[]): EntitySpec {
  return { label, aliases, type: "Person" };
}

export function extractionOf(
  article: Article,
  entitySpecs: readonly EntitySpec[],
  factSpecs: readonly FactSpec[],
): Extraction {
  const builder = new ExtractionBuilder(article, entitySpecs);
  return {
    article,
    mentions: builder.mentions,
    entities: builder.entities,
    facts: factSpecs.map((spec) => builder.fact(spec)),
    diagnostics: [],
    counts: {
      sentences: article.text.split(/[.!?](?:\s|$)/).length - 1,
      words: article.text.split(/\s+/).filter((word) => word !== "").length,
    },
  };
}

class ExtractionBuilder {
  readonly mentions: readonly Mention[];
  readonly entities: readonly ArticleEntity[];
  readonly #article: Article;

  constructor(article: Article, specs: readonly EntitySpec[]) {
    this.#article = article;
    const found: { spec: EntitySpec; span: Span; form: Mention["form"] }[] = [];
    const wordings = specs.flatMap((spec) => [
      ...[spec.label, ...(spec.aliases ?? [])].map((words) => ({ spec, words, form: formOf(spec) })),
      ...(spec.anaphors ?? []).map((words) => ({ spec, words, form: "pronoun" as const })),
    ]);
    // The longest first, so that "Rutte" is not found again inside "Mark Rutte".
    for (const { spec, words, form } of wordings.sort((a, b) => b.words.length - a.words.length)) {
      for (const span of occurrences(article.text, words)) {
        if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) continue;
        found.push({ spec, span, form });
      }
    }
    found.sort((a, b) => a.span.start - b.span.start);
    const idOf = (spec: EntitySpec | undefined): string => {
      const first = found.find((entry) => entry.spec === spec);
      if (first === undefined) throw new Error(`"${spec?.label}" does not stand in the text`);
      return articleEntityId(first.span);
    };
    this.mentions = found.map(({ spec, span, form }) => ({
      ...span,
      id: mentionId(span),
      text: article.text.slice(span.start, span.end),
      form,
      entityId: idOf(spec),
    }));
    this.entities = specs
      .map((spec) => ({
        id: idOf(spec),
        kind: spec.kind ?? "named",
        type: spec.type,
        label: spec.label,
        aliases: [...(spec.aliases ?? [])].sort(),
        ...(spec.known === undefined ? {} : { known: spec.known }),
        ...(spec.members === undefined
          ? {}
          : { members: spec.members.map((label) => idOf(specs.find((other) => other.label === label))) }),
      }))
      .sort((a, b) => Number(a.id.slice(1).split("-")[0]) - Number(b.id.slice(1).split("-")[0]));
  }

  fact(spec: FactSpec): Fact {
    const {
      subject,
      relation,
      object,
      quote,
      moreQuotes = [],
      speakers = [],
      event,
      more = [],
      ...given
    } = spec;
    const evidence = { ...this.#only(quote), quote };
    const subjectMention = this.#mention(subject, evidence);
    const factObject = this.#object(object, evidence);
    const objectId = factObject.kind === "mention" ? factObject.mentionId : factObject.value;
    const factuality = given.factuality ?? "certain";
    const sources = speakers.map((link) => this.#speaker(link));
    const chain = sources.map((link) => `${link.speaker} ${link.verb}`);
    const key = [this.#article.id, subjectMention.id, relation, objectId, String(evidence.start), factuality];
    return {
      id: `fact:${hashParts(...key, ...chain)}`,
      temporality: "non-future",
      confidence: 0.9,
      reasons: ["written by hand"],
      rule: "test/by-hand",
      ...given,
      subject: subjectMention.id,
      relation,
      object: factObject,
      factuality,
      speakers: sources,
      ...(event === undefined ? {} : { event: this.#mention(event, evidence).id }),
      evidence: [evidence, ...moreQuotes.map((words) => ({ ...this.#only(words), quote: words }))],
      surface: {
        subject: subjectMention.text,
        relation,
        object: typeof object === "string" ? this.#mention(object, evidence).text : object.words,
        more,
      },
    };
  }

  #object(object: FactSpec["object"], evidence: Span): FactObject {
    if (typeof object === "string") return { kind: "mention", mentionId: this.#mention(object, evidence).id };
    const within = this.#article.text.indexOf(object.words, evidence.start);
    if (within < 0) throw new Error(`"${object.words}" does not stand in the text`);
    const { value, datatype } = object;
    return { kind: "literal", value, datatype, start: within, end: within + object.words.length };
  }

  #speaker({ speaker, addressee, ...link }: SpeakerSpec): SpeakerLink {
    const anywhere = { start: 0, end: this.#article.text.length };
    return {
      ...link,
      speaker: this.#mention(speaker, anywhere).id,
      ...(addressee === undefined ? {} : { addressee: this.#mention(addressee, anywhere).id }),
    };
  }

  /** The mention of the entity within the passage, else its first one. */
  #mention(name: string, within: Span): Mention {
    const entity = this.entities.find(({ label, aliases }) => label === name || aliases.includes(name));
    const all = this.mentions.filter(({ entityId }) => entityId === entity?.id);
    const mention = all.find(({ start, end }) => within.start <= start && end <= within.end) ?? all[0];
    if (mention === undefined) throw new Error(`"${name}" is no entity of the article`);
    return mention;
  }

  #only(words: string): Span {
    const [span, other] = occurrences(this.#article.text, words);
    if (span === undefined || other !== undefined)
      throw new Error(`"${words}" does not stand in the text once`);
    return span;
  }
}

function formOf({ kind }: EntitySpec): Mention["form"] {
  return kind === "phrase" ? "phrase" : kind === "described" ? "nominal" : "name";
}

function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** Of a graph in which nobody is anybody. */
export function noIdentity(): Identity {
  return {
    log: () => [],
    standing: () => [],
    find: () => [],
    candidates: () => [],
    preview: () => ({ before: [], after: [] }),
    decide: () => Promise.reject(new Error("this graph keeps no decisions")),
    decideAll: () => Promise.reject(new Error("this graph keeps no decisions")),
  };
}

/** A fact record that says one thing, with all else left empty. */
export function recordOf(
  subject: string,
  relation: string,
  object: string,
  more: Partial<FactRecord> = {},
): FactRecord {
  return {
    id: "fact:0",
    subject,
    relation,
    object,
    subjectId: null,
    objectId: null,
    speaker: null,
    speakerChain: [],
    factuality: "certain",
    temporality: "non-future",
    date: null,
    statementDate: null,
    quantity: null,
    confidence: 1,
    reasons: [],
    plover: null,
    asserted: true,
    evidence: { start: 0, end: 1, quote: "x" },
    spans: { subject: null, object: null },
    surface: { subject, relation, object, more: [] },
    article: { id: "", title: "", url: null, outlet: null, published: null },
    ...more,
  };
}
