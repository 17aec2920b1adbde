import type { Word } from "../annotate/names/reading.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleEntityId, mentionId } from "../model/ids.ts";
import type { ArticleEntity, Mention, MentionForm } from "../model/mention.ts";
import { containsSpan, type Span } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { type ArticleView, tokensIn } from "./article-view.ts";
import { classOfNoun, type Descriptions, isDescribingHead } from "./descriptions.ts";
import { EntityDraft, type MentionDraft } from "./entity-draft.ts";
import { entityFrom, groupLabel } from "./labels.ts";
import type { ArticleMentions, DescriptionOptions, QuotationContext, RoleMention } from "./mentions.ts";
import { labelOf, nounPhraseOf } from "./noun-phrases.ts";
import type { OfficeHolders } from "./office-holders.ts";
import { thirdPerson } from "./pronouns.ts";
import type { RoleDraft } from "./roles.ts";

/** Offices that are a state's, where no body is named with them. */
const OFFICES_OF_STATE =
  /^(?:president|vice president|prime minister|deputy prime minister|premier|chancellor|king|queen|.*\bminister)$/;

const FIRST_SINGULAR = /^(i|me|my|mine|myself)$/;
const FIRST_PLURAL = /^(we|us|our|ours|ourselves)$/;
const SECOND = /^(you|your|yours|yourself|yourselves)$/;

const INDEFINITE = /^(?:some|any|no|every)(one|body|thing)$/;

/** What was found in an article before anybody asked. */
export interface Findings {
  readonly view: ArticleView;
  readonly ontology: Ontology;
  readonly named: readonly EntityDraft[];
  readonly descriptions: Descriptions;
  /** Head token → the span and entity of a common noun that takes up something named, or of a position. */
  readonly nominals: ReadonlyMap<
    number,
    { readonly span: Span; readonly entity: EntityDraft; readonly form: MentionForm }
  >;
  /** Token of a third-person pronoun → what it denotes. */
  readonly pronouns: ReadonlyMap<number, EntityDraft>;
  readonly nameEntity: (tokenIndex: number) => EntityDraft | undefined;
  readonly roles: readonly RoleDraft[];
  readonly officeHolders: OfficeHolders;
  readonly diagnostics: readonly Diagnostic[];
}

/** The answers of one article; grows where descriptions, groups and quoted pronouns are asked for. */
export class MentionRegister implements ArticleMentions {
  readonly roles: readonly RoleMention[];
  readonly #findings: Findings;
  readonly #drafts: EntityDraft[];
  readonly #ids = new Map<EntityDraft, string>();
  readonly #byId = new Map<string, EntityDraft>();
  readonly #mentions = new Map<string, { mention: Mention; draft: EntityDraft }>();
  readonly #diagnostics: Diagnostic[];
  readonly #asked = new Set<number>();
  #sorted: { mentions: readonly Mention[]; entities: readonly ArticleEntity[] } | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#diagnostics = [...findings.diagnostics];
    this.#drafts = [...findings.named, ...findings.descriptions.drafts].filter(
      (draft) => draft.mentions.length > 0,
    );
    for (const draft of this.#drafts) this.#identify(draft);
    for (const draft of this.#drafts) if (draft.wanted) this.#publish(draft);
    this.roles = this.#readRoles();
  }

  get mentions(): readonly Mention[] {
    return this.#sort().mentions;
  }

  get entities(): readonly ArticleEntity[] {
    return this.#sort().entities;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  findMention(id: string): Mention | undefined {
    return this.#mentions.get(id)?.mention;
  }

  findEntity(id: string): ArticleEntity | undefined {
    const draft = this.#byId.get(id);
    return draft === undefined ? undefined : entityFrom(id, draft, this.#ids, this.#findings.ontology);
  }

  entityOf(mention: Mention): ArticleEntity {
    const entity = this.findEntity(mention.entityId);
    if (entity === undefined) throw new RangeError(`mention ${mention.id} is not of this article`);
    return entity;
  }

  entityAt(span: Span): ArticleEntity | undefined {
    const exact = this.findMention(mentionId(span));
    const inside = exact ?? this.mentionsIn(span).filter(({ end }) => end === span.end)[0];
    return inside === undefined ? undefined : this.findEntity(inside.entityId);
  }

  mentionAt(tokenIndex: number): Mention | undefined {
    const { view, nominals, nameEntity, descriptions, pronouns } = this.#findings;
    const name = view.nameAt(tokenIndex);
    if (name !== undefined && nameEntity(tokenIndex) !== undefined) return this.findMention(mentionId(name));
    const holder = view.titledAt(tokenIndex);
    if (holder !== undefined) return this.findMention(mentionId(holder));
    const nominal = nominals.get(tokenIndex);
    if (nominal !== undefined) return this.findMention(mentionId(nominal.span));
    const word = view.reading.words[tokenIndex];
    if (word === undefined) return undefined;
    if (pronouns.has(tokenIndex) || word.upos === "PRON") return this.findMention(mentionId(word));
    const phrase = descriptions.phraseAt(tokenIndex);
    const described = phrase === undefined ? undefined : this.findMention(mentionId(phrase));
    return (
      described ??
      this.mentions.find(
        (each) =>
          each.start <= word.start &&
          word.end <= each.end &&
          each.form === "nominal" &&
          each.end === word.end,
      )
    );
  }

  mentionsIn(span: Span): readonly Mention[] {
    return this.mentions.filter((mention) => containsSpan(span, mention));
  }

  classOfNoun(headToken: number): string {
    const { view, ontology } = this.#findings;
    return classOfNoun(view, this.#word(headToken), ontology);
  }

  nounPhrase(headToken: number): Span {
    const { view } = this.#findings;
    const head = this.#word(headToken);
    const name = view.nameAt(headToken);
    if (name !== undefined) return { start: name.title?.start ?? name.start, end: name.end };
    const { start, end } = nounPhraseOf(view, head);
    return { start, end };
  }

  argument(headToken: number, context?: QuotationContext): Mention | undefined {
    const { view, nominals } = this.#findings;
    const word = view.reading.words[headToken];
    if (word === undefined) return undefined;
    const known = view.nameAt(headToken) ?? view.titledAt(headToken) ?? nominals.get(headToken);
    if (known !== undefined) return this.#bearerBeside(word) ?? this.mentionAt(headToken);
    if (
      thirdPerson(word) !== undefined ||
      // "The mine is closed": some nouns are spelt like pronouns.
      (FIRST_SINGULAR.test(word.lower) && word.upos !== "NOUN") ||
      FIRST_PLURAL.test(word.lower) ||
      SECOND.test(word.lower)
    ) {
      return this.resolvePronoun(headToken, context);
    }
    const amount = word.upos === "SYM" && /^[%$€£¥]$/.test(word.form);
    if (isDescribingHead(word) || word.upos === "NOUN" || word.upos === "PROPN" || amount)
      return this.describe(this.nounPhrase(headToken), headToken);
    if (word.upos === "NUM" && word.relation === "obl")
      return this.describe(this.nounPhrase(headToken), headToken, { type: "QuantitativeValue" });
    return this.#indefinite(word) ?? this.#peopleByNumberOrQuality(word);
  }

  /** "someone", "anything unusual", "nobody": whoever or whatever it is, or that there is none. */
  #indefinite(word: Word): Mention | undefined {
    const kind = INDEFINITE.exec(word.lower)?.[1];
    if (kind === undefined) return undefined;
    const type = kind === "thing" ? "Thing" : "Group";
    return this.describe(this.nounPhrase(word.index), word.index, { kind: "phrase", type });
  }

  /** "Frenchman Bastien Corlay": where the tree hangs the name on the nation's noun, who is meant is the one named. */
  #bearerBeside(word: Word): Mention | undefined {
    const { view } = this.#findings;
    const nation = view.nameAt(word.index);
    if (nation?.demonym !== true || !/^(?:nsubj|i?obj|obl|nmod|conj|root)/.test(word.relation))
      return undefined;
    const bearer = view.names.find(({ first, type }) => first === nation.last && type === "Person");
    return bearer && this.mentionAt(bearer.head.index);
  }

  /** "37 were injured", "the wounded": a number or adjective that stands for people. */
  #peopleByNumberOrQuality(word: Word): Mention | undefined {
    if (!/^(nsubj|obj|obl:agent)/.test(word.relation)) return undefined;
    const the = this.#findings.view
      .childrenOf(word.index)
      .some(({ relation, lower }) => relation === "det" && lower === "the");
    if (word.upos !== "NUM" && !(word.upos === "ADJ" && the)) return undefined;
    const { view, ontology } = this.#findings;
    // "900 of its jobs" are jobs, "nine of the crew" people.
    const counted = view
      .childrenOf(word.index)
      .find(
        ({ index, relation, upos }) =>
          relation.startsWith("nmod") &&
          upos === "NOUN" &&
          view.childrenOf(index).some((each) => each.relation === "case" && each.lower === "of"),
      );
    const type = counted === undefined ? "Group" : classOfNoun(view, counted, ontology);
    return this.describe(this.nounPhrase(word.index), word.index, {
      type: ontology.isA(type, "Person") ? "Group" : type,
    });
  }

  describe(span: Span, headToken: number, options: DescriptionOptions = {}): Mention {
    const there = this.findMention(mentionId(span));
    if (there !== undefined) return there;
    const { view, descriptions, ontology } = this.#findings;
    const kind = options.kind ?? "described";
    const cluster = kind === "described" ? descriptions.at(headToken) : undefined;
    if (cluster !== undefined) return this.#want(cluster, span);
    const head = this.#word(headToken);
    const draft = new EntityDraft(kind, this.#type(options.type ?? classOfNoun(view, head, ontology)));
    const whole = kind === "phrase" ? this.#text(span) : labelOf(view, nounPhraseOf(view, head));
    draft.addForm(whole === "" ? this.#text(span) : whole.replace(/\s+/g, " "));
    return this.#add(draft, { ...span, form: kind === "phrase" ? "phrase" : "nominal" });
  }

  group(span: Span, members: readonly string[], form: MentionForm = "nominal"): Mention {
    const there = this.findMention(mentionId(span));
    if (there !== undefined) return there;
    const drafts = [...new Set(members)].flatMap((id) => this.#byId.get(id) ?? []);
    const same = this.#drafts.find(
      (draft) =>
        draft.members?.length === drafts.length && drafts.every((member) => draft.members?.includes(member)),
    );
    if (same !== undefined) return this.#want(same, span, form);
    const draft = new EntityDraft("described", "Group");
    draft.members = drafts;
    draft.label = groupLabel(drafts);
    if (form !== "pronoun") draft.addForm(this.#text(span));
    return this.#add(draft, { ...span, form });
  }

  resolvePronoun(tokenIndex: number, context: QuotationContext = {}): Mention | undefined {
    const word = this.#word(tokenIndex);
    const there = this.findMention(mentionId(word));
    if (there !== undefined) return there;
    const members = context.members ?? [];
    if (thirdPerson(word) !== undefined) {
      const entity = this.#findings.pronouns.get(tokenIndex);
      if (entity !== undefined) return this.#want(entity, word, "pronoun");
      return members.length > 1 ? this.group(word, members, "pronoun") : this.#leaveOpen(word);
    }
    const id = SECOND.test(word.lower) ? context.addressee : context.speaker;
    const meant = id === undefined ? undefined : this.#byId.get(id);
    if (FIRST_PLURAL.test(word.lower)) {
      if (members.length > 1) return this.group(word, members, "pronoun");
      return meant === undefined ? this.#leaveOpen(word) : this.#spokenFor(word, meant);
    }
    return meant === undefined ? this.#leaveOpen(word) : this.#want(meant, word, "pronoun");
  }

  /** "we" of one speaker: the body it is or heads, else the country it is known to lead, else a group around the speaker. */
  #spokenFor(word: Word, speaker: EntityDraft): Mention {
    if (speaker.type !== "Person") return this.#want(speaker, word, "pronoun");
    const speakerId = this.#ids.get(speaker) ?? "";
    const bodies = new Set(
      this.roles.flatMap(({ holder, bodyEntity, status }) =>
        bodyEntity !== undefined && status === undefined && this.findMention(holder)?.entityId === speakerId
          ? [bodyEntity]
          : [],
      ),
    );
    const headed = bodies.size === 1 ? this.#byId.get([...bodies][0] ?? "") : undefined;
    const body = headed ?? (bodies.size === 0 ? this.#countryLedBy(speaker) : undefined);
    return body === undefined ? this.group(word, [speakerId], "pronoun") : this.#want(body, word, "pronoun");
  }

  /** The country that the speaker leads by the table, where the article speaks of it. */
  #countryLedBy(speaker: EntityDraft): EntityDraft | undefined {
    const { view, officeHolders } = this.#findings;
    const { published } = view.article.article;
    const keys = new Set(speaker.forms.flatMap((form) => officeHolders.countryOf(form, published) ?? []));
    return keys.size === 1
      ? this.#drafts.find(({ known }) => known !== undefined && keys.has(known))
      : undefined;
  }

  #leaveOpen(word: Word): undefined {
    if (this.#asked.has(word.index)) return undefined;
    this.#asked.add(word.index);
    this.#diagnostics.push({
      code: "ambiguous-mention",
      severity: "note",
      message: `nothing shows whom or what "${word.form}" means`,
      span: { start: word.start, end: word.end },
    });
    return undefined;
  }

  #word(index: number): Word {
    const word = this.#findings.view.reading.words[index];
    if (word === undefined) throw new RangeError(`no token ${index} in this article`);
    return word;
  }

  #text({ start, end }: Span): string {
    return this.#findings.view.reading.text.slice(start, end);
  }

  #type(type: string): string {
    return this.#findings.ontology.findClass(type) === undefined ? "Thing" : type;
  }

  #identify(draft: EntityDraft): void {
    const first = draft.firstMention();
    if (first === undefined) return;
    const id = articleEntityId(first);
    // Two things that begin with the same words: the later one is told apart, so that ids stay unique.
    const free = this.#byId.has(id)
      ? `${id}-${[...this.#byId.keys()].filter((each) => each.startsWith(id)).length + 1}`
      : id;
    this.#ids.set(draft, free);
    this.#byId.set(free, draft);
  }

  #add(draft: EntityDraft, mention: MentionDraft): Mention {
    draft.addMention(mention);
    draft.wanted = true;
    this.#drafts.push(draft);
    this.#identify(draft);
    return this.#keep(draft, mention);
  }

  /** Lets an entity enter the answers, with one more mention. */
  #want(draft: EntityDraft, span: Span, form: MentionForm = "nominal"): Mention {
    if (!draft.wanted) {
      draft.wanted = true;
      this.#publish(draft);
    }
    return this.#keep(draft, { start: span.start, end: span.end, form });
  }

  #publish(draft: EntityDraft): void {
    for (const mention of draft.mentions) this.#keep(draft, mention);
  }

  #keep(draft: EntityDraft, { start, end, form }: MentionDraft): Mention {
    const id = mentionId({ start, end });
    const there = this.#mentions.get(id);
    if (there !== undefined) return there.mention;
    const mention = {
      id,
      start,
      end,
      text: this.#text({ start, end }),
      form,
      entityId: this.#ids.get(draft) ?? "",
    };
    this.#mentions.set(id, { mention, draft });
    this.#sorted = undefined;
    return mention;
  }

  #sort(): { mentions: readonly Mention[]; entities: readonly ArticleEntity[] } {
    if (this.#sorted !== undefined) return this.#sorted;
    const mentions = [...this.#mentions.values()]
      .map(({ mention }) => mention)
      .sort((left, right) => left.start - right.start || right.end - left.end);
    const inOrder = new Set(mentions.map(({ entityId }) => entityId));
    const entities = [...inOrder].flatMap((id) => this.findEntity(id) ?? []);
    this.#sorted = { mentions, entities };
    return this.#sorted;
  }

  /** Whose office it is by a possessive pronoun before it: "its chief executive". */
  #ownerOf(title: Span): EntityDraft | undefined {
    const { view, pronouns } = this.#findings;
    const { first } = tokensIn(view.reading, title);
    const before = view.reading.words[first - 1];
    const owner = before?.xpos === "PRP$" ? pronouns.get(before.index) : undefined;
    return owner !== undefined && owner.type !== "Person" ? owner : undefined;
  }

  /** "President Zelensky", "Finance Minister Kerrin": the state of an office that names none, by the table or as the one the article is about. */
  #stateOf({ head, holder, construction, status }: RoleDraft): EntityDraft | undefined {
    if (construction !== "title" || status !== undefined || !OFFICES_OF_STATE.test(head)) return undefined;
    const known = this.#countryLedBy(holder);
    if (known !== undefined) return known;
    const states = this.#drafts
      .filter(({ type, mentions }) => type === "Country" && mentions.length > 0)
      .sort((left, right) => right.mentions.length - left.mentions.length);
    const [most, next] = states;
    const clear = most !== undefined && most.mentions.length >= 2 * Math.max(1, next?.mentions.length ?? 0);
    return clear && most.mentions.length >= 3 ? most : undefined;
  }

  #readRoles(): readonly RoleMention[] {
    const { roles } = this.#findings;
    return roles.map((role): RoleMention => {
      const bodies = new Set(
        roles
          .filter(({ holder, body }) => holder === role.holder && body !== undefined)
          .map(({ body }) => body),
      );
      const body = role.body ?? (bodies.size === 1 ? [...bodies][0] : undefined);
      const owner = body ?? this.#ownerOf(role.title) ?? this.#stateOf(role);
      const bodyEntity = owner === undefined ? undefined : this.#ids.get(owner);
      return {
        holder: mentionId(role.holderSpan),
        title: role.title,
        position: mentionId(role.title),
        head: role.head,
        construction: role.construction,
        ...(role.bodySpan === undefined ? {} : { body: mentionId(role.bodySpan) }),
        ...(bodyEntity === undefined ? {} : { bodyEntity }),
        ...(role.status === undefined ? {} : { status: role.status }),
      };
    });
  }
}
