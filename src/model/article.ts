/** One article as it was read: its text, normalised once at ingest and never changed after, and its metadata. */
export interface Article {
  /** 16 hex digits, hashed from text and metadata: the same input gives the same id on any machine. */
  readonly id: string;
  /** NFC, `\n` line ends, no control characters, no lone surrogates. Paragraphs are separated by newlines. Every offset refers to it. */
  readonly text: string;
  /** The headline. It also stands as the first line of `text` where the source showed it there. */
  readonly title: string;
  readonly url?: string;
  /** Who published it, e.g. "Northern Courier". */
  readonly outlet?: string;
  readonly byline?: string;
  /** ISO 8601 day or date-time. Relative dates are read against it, and stay without a year where it is missing. */
  readonly published?: string;
  /** BCP 47, e.g. "en". */
  readonly language: string;
}

/** An article before it has an id: what a reader of one input format returns. */
export type ArticleDraft = Omit<Article, "id">;
