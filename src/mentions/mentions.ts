import type { Diagnostic } from "../model/diagnostic.ts";
import type { ArticleEntity, EntityKind, Mention, MentionForm } from "../model/mention.ts";
import type { Span } from "../model/span.ts";

/** What the reader of a quotation knows about it and the mention finder does not. */
export interface QuotationContext {
  /** Entity id of who speaks; needed for I, we, us, my, our inside a quotation. */
  readonly speaker?: string;
  /** Entity id of who is spoken to; needed for you, your. */
  readonly addressee?: string;
  /** Entity ids that the text itself lists as meant by a plural pronoun ("We — A, B and C — …"). */
  readonly members?: readonly string[];
}

/** How a described thing is to be kept, where the caller knows better than the lexicon of nouns. */
export interface DescriptionOptions {
  /** `described` (default) for things, `phrase` for activities, states and clauses that are arguments. */
  readonly kind?: Exclude<EntityKind, "named">;
  /** Class of the ontology; default: that of the head noun in the lexicon, else "Thing". */
  readonly type?: string;
}

/**
 * Who and what one article speaks of. Made by `createMentionFinder(ontology, lexicon).find(article)` in `find-mentions.ts`,
 * `lexicon` being `ReaderResources.lexicon`; the finder reads the lexicon once and serves any number of articles.
 *
 * Names, demonyms, metonyms, offices, definite descriptions of named things and third-person pronouns are resolved
 * when it is made, and do not depend on what is asked later. Nominal descriptions are prepared for the whole article too,
 * but enter `mentions` and `entities` only once somebody asks for them: the order of the questions does not change the
 * ids, labels or clusters that come back.
 *
 * Token indices count over the whole article (indices into `AnnotatedArticle.tokens`), not within the sentence.
 */
export interface ArticleMentions {
  /** All mentions so far, by position. */
  readonly mentions: readonly Mention[];
  /** All entities so far, by position of their first mention. */
  readonly entities: readonly ArticleEntity[];
  readonly diagnostics: readonly Diagnostic[];
  findMention(id: string): Mention | undefined;
  findEntity(id: string): ArticleEntity | undefined;
  /** Entity of a mention; every mention has one. */
  entityOf(mention: Mention): ArticleEntity;
  /** Entity whose mention has exactly this span, else of the longest mention inside it that holds the span's last word. */
  entityAt(span: Span): ArticleEntity | undefined;
  /**
   * The mention that a token heads or belongs to as a name: for "President Volodymyr Zelensky" any of "Volodymyr" and
   * "Zelensky" gives the name. The longest one where several hold the token. Pronouns that were resolved count;
   * descriptions only once asked for. A demonym that modifies ("French" in "French troops") is a mention of its own.
   */
  mentionAt(tokenIndex: number): Mention | undefined;
  /** Mentions wholly inside the span, by position, longest first where they start together. */
  mentionsIn(span: Span): readonly Mention[];
  /**
   * The whole argument that a noun token heads, in one question: a name, a resolved pronoun, or a description,
   * which is made if need be with {@link nounPhrase} as its span. Undefined where the token is no noun, name or
   * pronoun, or is a pronoun that nothing resolves.
   */
  argument(headToken: number, context?: QuotationContext): Mention | undefined;
  /** Class of the ontology that a common noun's own meaning gives, whatever it denotes here; "Thing" where the lexicon has none. */
  classOfNoun(headToken: number): string;
  /**
   * Span of the noun phrase that a token heads: determiner and modifiers before it, and after it "of" phrases, compounds
   * and the prepositional phrases that say which one is meant. Relative clauses, appositions and coordinated phrases are left out.
   */
  nounPhrase(headToken: number): Span;
  /**
   * A mention of the thing that `span` describes, `headToken` being its head noun. Finds the same thing described before
   * (same head and modifiers; "the guarantees", "these guarantees" after "security guarantees") or makes a new entity.
   */
  describe(span: Span, headToken: number, options?: DescriptionOptions): Mention;
  /** A mention whose words denote several known entities together ("France and Germany", "we"); finds the same group again. */
  group(span: Span, members: readonly string[], form?: MentionForm): Mention;
  /**
   * Resolves a pronoun. Third person (he, she, it, they, its, their, this …): the answer found beforehand, if there was exactly one
   * plausible antecedent. First and second person: from `context`; I = the speaker, you = the addressee;
   * we = `members` if given, else the speaker itself where it is a country, organization or group, else the country or organization that
   * the article says it heads or that it is known to lead, else a group whose member is the speaker.
   * @returns undefined where it stays open; then nothing is guessed, and a diagnostic `ambiguous-mention` is noted
   */
  resolvePronoun(tokenIndex: number, context?: QuotationContext): Mention | undefined;
  /** Offices and roles named next to a name: what `holdsPosition` facts are read from. By position. */
  readonly roles: readonly RoleMention[];
}

/** A title or role that stands with the name of its holder. */
export interface RoleMention {
  /** Mention id of the holder. */
  readonly holder: string;
  /** Words of the title, e.g. "Ukrainian Presidential Office Head". A mention of a `Position` entity has exactly this span. */
  readonly title: Span;
  /** Mention id of the `Position` entity. */
  readonly position: string;
  /** Mention id of the organization or country that the title names, e.g. "NATO" or "French". */
  readonly body?: string;
  /** Entity id of that body, also where the title does not name it but the article leaves only one. */
  readonly bodyEntity?: string;
  /** Head noun of the title in lower case, e.g. "minister", "secretary general", "head". */
  readonly head: string;
  /** "then", "former", "acting", "outgoing", "incoming" … where the title has it. */
  readonly status?: string;
  /** How it stands: before the name, or in apposition after or before it. */
  readonly construction: "title" | "apposition";
}
