import { knownForms, type TokenRange, type Word } from "../annotate/names/reading.ts";
import { isAddress, titleEndingAt } from "../annotate/names/titles.ts";
import type { Span } from "../model/span.ts";
import { type ArticleView, type PlacedName, tokensIn } from "./article-view.ts";
import { EntityDraft } from "./entity-draft.ts";
import type { NamedEntities } from "./named-entities.ts";
import { labelOf, type NounPhrase, nounPhraseOf } from "./noun-phrases.ts";

/** A role with its holder, before mentions have ids. */
export interface RoleDraft {
  readonly holder: EntityDraft;
  readonly holderSpan: Span;
  readonly title: Span;
  readonly position: EntityDraft;
  readonly bodySpan?: Span;
  readonly body?: EntityDraft;
  readonly head: string;
  readonly status?: string;
  readonly construction: "title" | "apposition";
}

const STATUS = new Set(
  "then former ex acting interim outgoing incoming late retired deputy designate elect".split(" "),
);
/** Words for whoever leads something, whatever the office is called. */
const LOOSE_HEADS = new Set(["chief", "head", "boss", "leader"]);
/** Heads that go with "of" and the body's full name in the canonical wording. */
const HEADS_OF = new Set(
  "head chief director president chairman chairwoman chair leader governor commander minister secretary ambassador".split(
    " ",
  ),
);

/** Reads the titles before names and the roles in apposition to them. */
export function findRoles(view: ArticleView, named: NamedEntities): readonly RoleDraft[] {
  const positions = new Map<string, EntityDraft>();
  const roles: RoleDraft[] = [];
  for (const name of view.names) {
    const holder = named.entityOf(name);
    if (holder?.type !== "Person") continue;
    const range = officeBefore(view, name);
    const phrases = [
      ...(range === undefined ? [] : [{ range, construction: "title" as const, phrase: undefined }]),
      ...appositions(view, name).map((phrase) => ({
        range: coreOf(view, phrase),
        construction: "apposition" as const,
        phrase,
      })),
    ];
    for (const { range: tokens, construction, phrase } of phrases) {
      const role = readRole(view, named, positions, { holder, name, tokens, construction, phrase });
      if (role !== undefined) roles.push(role);
    }
  }
  roles.sort((left, right) => left.title.start - right.title.start);
  return roles.map((role) => underProperOffice(named, roles, role));
}

/** The title before a name, without the form of address that may follow it ("chairman Sir Roland Beck"). */
function officeBefore(view: ArticleView, name: PlacedName): TokenRange | undefined {
  if (name.title === undefined) return undefined;
  const range = tokensIn(view.reading, name.title);
  const address = titleEndingAt(view.reading, range.last, range.first);
  const follows =
    address !== undefined && address > range.first && isAddress(view.reading, address, range.last);
  return follows ? { first: range.first, last: address } : range;
}

/** "NATO chief" of who is "NATO Secretary General" elsewhere in the article: the same office, under its proper name. */
function underProperOffice(named: NamedEntities, roles: readonly RoleDraft[], role: RoleDraft): RoleDraft {
  if (!LOOSE_HEADS.has(role.head) || role.body === undefined || role.status !== undefined) return role;
  const proper = roles.find(
    (other) =>
      other.holder === role.holder &&
      other.body === role.body &&
      !LOOSE_HEADS.has(other.head) &&
      other.status === undefined,
  );
  if (proper === undefined) return role;
  for (const mention of role.position.mentions) proper.position.addMention(mention);
  for (const form of role.position.forms) proper.position.addForm(form);
  const at = named.drafts.indexOf(role.position);
  const held = roles.some((other) => other.position === role.position && other.holder !== role.holder);
  if (at >= 0 && !held) named.drafts.splice(at, 1);
  return { ...role, position: proper.position };
}

/** Determiner left out; up to and including the head noun. */
function coreOf(view: ArticleView, phrase: NounPhrase): TokenRange {
  const opening = phrase.determiner === "" ? phrase.first : phrase.first + 1;
  // "the Bank of Norland's deputy governor": the whole name, though its "of" ends the noun phrase.
  const first = Math.min(opening, view.nameAt(opening)?.first ?? opening);
  const last = lastOfTitle(view, phrase.head);
  // "its director general, Ana Ruiz": the tree may hang the one word of a title on the other.
  const whole = titleEndingAt(view.reading, last, phrase.head.sentence.firstToken) ?? first;
  return { first: Math.min(first, phrase.head.index, whole), last };
}

/** "NAME, the mayor of X" and "the mayor of X, NAME". */
function appositions(view: ArticleView, name: PlacedName): readonly NounPhrase[] {
  const after = view
    .childrenOf(name.head.index)
    .filter((word) => word.relation === "appos" && word.upos === "NOUN" && word.index >= name.last);
  const further = after.flatMap((word) =>
    view.childrenOf(word.index).filter(
      (each) =>
        each.relation.startsWith("conj") &&
        each.upos === "NOUN" &&
        // "a teacher and his wife, a nurse": somebody else.
        !view.childrenOf(each.index).some(({ relation }) => relation === "nmod:poss"),
    ),
  );
  const before = view.reading.words[name.head.headIndex];
  const governs =
    name.head.relation === "appos" && before?.upos === "NOUN" && before.index < name.first ? [before] : [];
  return [...after, ...further, ...governs]
    .filter((word) => /^NN$/.test(word.xpos) && titleKind(view, lastOfTitle(view, word)) !== undefined)
    .map((word) => nounPhraseOf(view, word));
}

/** One past the head noun of a title, or past the adjective that follows it: "secretary general". */
function lastOfTitle(view: ArticleView, head: Word): number {
  const after = view.reading.words[head.index + 1];
  const joined = after === undefined ? undefined : titleEndingAt(view.reading, head.index + 2, head.index);
  return joined === head.index ? head.index + 2 : head.index + 1;
}

function titleKind(view: ArticleView, last: number): string | undefined {
  const from = view.reading.words[last - 1]?.sentence.firstToken ?? 0;
  const first = titleEndingAt(view.reading, last, from);
  if (first === undefined) return undefined;
  const words = view.reading.words.slice(first, last).map(({ lower }) => lower);
  // A title with its field ("Industry Minister") is not listed whole; such titles are offices.
  return view.reading.lexicon.titles.get(words.join(" ").replace(/ ?- ?/g, "-")) ?? "office";
}

interface RoleParts {
  readonly holder: EntityDraft;
  readonly name: PlacedName;
  readonly tokens: TokenRange;
  readonly construction: "title" | "apposition";
  readonly phrase: NounPhrase | undefined;
}

function readRole(
  view: ArticleView,
  named: NamedEntities,
  positions: Map<string, EntityDraft>,
  { holder, name, tokens, construction, phrase }: RoleParts,
): RoleDraft | undefined {
  const { words, text } = view.reading;
  if (titleKind(view, tokens.last) !== "office") return undefined;
  const opening = words[tokens.first];
  const final = words[tokens.last - 1];
  if (opening === undefined || final === undefined) return undefined;
  const phraseFirst = titleEndingAt(view.reading, tokens.last, tokens.first) ?? tokens.last - 1;
  const headWords = words.slice(phraseFirst, tokens.last);
  const head = headWords
    .map(({ lower }) => lower)
    .join(" ")
    .replace(/ ?- ?/g, "-");
  const bodyName =
    bodyIn(view, { first: tokens.first, last: phraseFirst }, phrase) ??
    (construction === "title" ? bodyAfter(view, name) : undefined);
  const body = bodyName === undefined ? undefined : named.entityOf(bodyName);
  const title = {
    start: opening.start,
    end: phrase === undefined ? final.end : Math.max(final.end, phrase.end),
  };
  const lasting = words.slice(tokens.first, tokens.last).find(({ lower }) => !STATUS.has(lower)) ?? opening;
  const worded =
    phrase === undefined
      ? text.slice(lasting.start, title.end)
      : labelOf(view, phrase).replace(/^(?:its|his|her|their|our|my|your) /i, "");
  const field = fieldOf(view, { first: tokens.first, last: phraseFirst }, bodyName);
  const label = positionLabel(view, headWords, body, bodyName, worded, field);
  // Without its body an office is its holder's: two presidents are not of one country.
  const key = body === undefined ? `${label} ${named.drafts.indexOf(holder)}` : label;
  const position =
    positions.get(key) ?? new EntityDraft(body === undefined ? "described" : "named", "Position");
  positions.set(key, position);
  position.label = label;
  position.wanted = true;
  position.addMention({ ...title, form: "title" });
  position.addForm(text.slice(title.start, title.end));
  if (!named.drafts.includes(position)) named.drafts.push(position);
  const status = words.slice(tokens.first, phraseFirst).find(({ lower }) => STATUS.has(lower))?.lower;
  return {
    holder,
    holderSpan: { start: name.start, end: name.end },
    title,
    position,
    head,
    construction,
    ...(body === undefined || bodyName === undefined
      ? {}
      : { body, bodySpan: { start: bodyName.start, end: bodyName.end } }),
    ...(status === undefined ? {} : { status }),
  };
}

/** The body or country that a title names: before the role ("NATO chief"), or after "of", "at" or "for". */
function bodyIn(
  view: ArticleView,
  before: TokenRange,
  phrase: NounPhrase | undefined,
): PlacedName | undefined {
  const inside = view.names.filter(({ first, last }) => first >= before.first && last <= before.last);
  const lead = inside.find(({ type }) => type !== "Person");
  if (lead !== undefined || phrase === undefined) return lead;
  return view.names.find(
    ({ first, last, type }) => first > phrase.head.index && last <= phrase.last && type !== "Person",
  );
}

/** "Sheriff Wade Hollis of Pell County": what the name right after a titled name names. */
function bodyAfter(view: ArticleView, name: PlacedName): PlacedName | undefined {
  const { words } = view.reading;
  if (words[name.last]?.lower !== "of") return undefined;
  const first = words[name.last + 1]?.lower === "the" ? name.last + 2 : name.last + 1;
  return view.names.find((other) => other.first === first && other.type !== "Person");
}

/** "President of France"; "Head of the Ukrainian Presidential Office"; "NATO Secretary General"; else as worded. */
function positionLabel(
  view: ArticleView,
  headWords: readonly Word[],
  body: EntityDraft | undefined,
  bodyName: PlacedName | undefined,
  worded: string,
  field: string,
): string {
  const capital = (word: string): string =>
    /^(of|the|for|and)$/.test(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1);
  const head = headWords
    .map(({ form }) => capital(form))
    .join(" ")
    .replace(/ ?- ?/g, "-");
  if (body === undefined || bodyName === undefined) return worded;
  // "medical director of the trust", "Saxony's culture minister": the field belongs to the office.
  if (field !== "") return `${capital(field)} ${head} of ${of(body, bodyName)}`;
  if (body.type === "Country" && body.label !== undefined && bodyName.type === "Country")
    return `${head} of ${withArticle(body.label)}`;
  const long = bodyName.last - bodyName.first > 1 && body.type !== "City" && bodyName.demonym !== true;
  const last = headWords.at(-1)?.lower ?? "";
  if (long && headWords.length === 1 && HEADS_OF.has(last))
    return `${head} of the ${bodyName.form.replace(/^the /i, "")}`;
  const forms = knownForms(view.reading, bodyName);
  return forms.length > 0 && !/ of /.test(worded) ? `${bodyName.form} ${head}` : worded;
}

function of(body: EntityDraft, name: PlacedName): string {
  if (body.type === "Country" && body.label !== undefined) return withArticle(body.label);
  return name.last - name.first > 1 ? `the ${name.form.replace(/^the /i, "")}` : name.form;
}

/** Words between body and role that say in what: "infrastructure" of "Portugal's infrastructure minister"; words of status are none. */
function fieldOf(view: ArticleView, before: TokenRange, body: PlacedName | undefined): string {
  return view.reading.words
    .slice(before.first, before.last)
    .filter(
      ({ index, upos, lower }) =>
        /^(?:NOUN|ADJ)$/.test(upos) && !STATUS.has(lower) && view.nameAt(index) === undefined,
    )
    .filter(({ index }) => body === undefined || index >= body.last || index < body.first)
    .map(({ form }) => form)
    .join(" ");
}

function withArticle(country: string): string {
  return /^(United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Soviet|Czech Republic|Central African|Dominican Republic|Solomon|Marshall)/.test(
    country,
  )
    ? `the ${country}`
    : country;
}
