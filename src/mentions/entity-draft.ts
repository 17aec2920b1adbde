import type { EntityKind, MentionForm } from "../model/mention.ts";
import type { Span } from "../model/span.ts";

/** Grammatical gender of the pronoun that stands for a person, as far as the article and the given name show it. */
export type Gender = "f" | "m" | "unknown";

/** One mention while the article is being read. */
export interface MentionDraft extends Span {
  readonly form: MentionForm;
}

/** An entity while the article is being read: everything about it but its id, which its first mention gives it at the end. */
export class EntityDraft {
  readonly kind: EntityKind;
  type: string;
  readonly mentions: MentionDraft[] = [];
  /** Names, or descriptions of what has none, in order of appearance; the label is chosen among them. */
  readonly forms: string[] = [];
  /** Descriptions of what has a name. */
  readonly descriptions: string[] = [];
  /** Overrides the choice of a label: that of the table of known things, or of a position. */
  label: string | undefined;
  known: string | undefined;
  gender: Gender = "unknown";
  members: readonly EntityDraft[] | undefined;
  /** Whether it enters the output: descriptions only once asked for. */
  wanted: boolean;

  constructor(kind: EntityKind, type: string) {
    this.kind = kind;
    this.type = type;
    this.wanted = kind === "named";
  }

  /** Adds a mention unless one has the same span. */
  addMention(mention: MentionDraft): void {
    if (!this.mentions.some(({ start, end }) => start === mention.start && end === mention.end))
      this.mentions.push(mention);
  }

  addForm(form: string): void {
    if (form !== "" && !this.forms.includes(form)) this.forms.push(form);
  }

  /** First mention by position, which gives the id; the longer of two that start together. */
  firstMention(): MentionDraft | undefined {
    let first: MentionDraft | undefined;
    for (const mention of this.mentions) {
      if (
        first === undefined ||
        mention.start < first.start ||
        (mention.start === first.start && mention.end > first.end)
      )
        first = mention;
    }
    return first;
  }
}
