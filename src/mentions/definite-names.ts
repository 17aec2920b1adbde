import type { BodyNoun } from "../annotate/names/name-lexicon.ts";
import type { Word } from "../annotate/names/reading.ts";
import { titleEndingAt } from "../annotate/names/titles.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { ApposedNoun } from "./apposed-nouns.ts";
import type { ArticleView } from "./article-view.ts";
import { classOfNoun } from "./descriptions.ts";
import type { EntityDraft } from "./entity-draft.ts";
import type { NamedEntities } from "./named-entities.ts";
import { type NounPhrase, nounPhraseOf } from "./noun-phrases.ts";
import type { RoleDraft } from "./roles.ts";

/** Words for the head of a body, of which one may take up another: "the NATO chief" after "NATO Secretary General". */
const HEADS_OF_BODIES = new Set(
  "chief head boss leader director president chairman chairwoman chair secretary-general"
    .split(" ")
    .concat("secretary general", "director general", "chief executive", "ceo"),
);
const HEADS_OF_GOVERNMENT = new Set(["prime minister", "premier", "leader", "chancellor", "taoiseach"]);
const HEADS_OF_STATE = new Set(["president", "leader", "king", "queen", "emperor"]);
/** Titles that any office of their kind may go by. */
const LOOSE_TITLES = new Set(["chief", "head", "boss", "leader"]);
/** Offices that go by several titles. */
const SAME_OFFICES = [
  new Set(["prime minister", "premier", "taoiseach"]),
  new Set(["chairman", "chairwoman", "chair", "chairperson"]),
  new Set(["secretary general", "secretary-general"]),
  new Set(["chief executive", "ceo", "chief executive officer"]),
];
/** Sentences back to a name that "the company" may take up. */
const WINDOW = 3;
/** Nouns that may take up a political party. */
const PARTY_NOUNS = new Set("party group movement organization organisation bloc".split(" "));

/** A common noun that takes up something named. */
export interface DefiniteMention {
  readonly phrase: NounPhrase;
  readonly entity: EntityDraft;
}

/** Finds the definite descriptions of named things: "the NATO chief", "the president", "the company", "the court". */
export function findDefiniteNames(
  view: ArticleView,
  ontology: Ontology,
  named: NamedEntities,
  roles: readonly RoleDraft[],
  apposed: readonly ApposedNoun[],
): readonly DefiniteMention[] {
  const found: DefiniteMention[] = [];
  for (const word of view.reading.words) {
    if (word.xpos !== "NN" && word.xpos !== "NNP") continue;
    if (view.nameAt(word.index) !== undefined || /^(compound|flat|appos)/.test(word.relation)) continue;
    if (view.titledAt(word.index) !== undefined || apposed.some(({ head }) => head === word)) continue;
    const phrase = nounPhraseOf(view, word);
    const entity =
      holderOf(view, named, roles, phrase) ??
      toldBefore(view, apposed, phrase) ??
      bodyOf(view, ontology, named, phrase);
    if (entity !== undefined) found.push({ phrase, entity });
  }
  return found;
}

/** Who holds the office that the phrase names, where the article leaves one answer. */
function holderOf(
  view: ArticleView,
  named: NamedEntities,
  roles: readonly RoleDraft[],
  phrase: NounPhrase,
): EntityDraft | undefined {
  const { head } = phrase;
  const first = titleEndingAt(view.reading, head.index + 1, phrase.first);
  if (first === undefined) return undefined;
  const title = view.reading.words
    .slice(first, head.index + 1)
    .map(({ lower }) => lower)
    .join(" ")
    .replace(/ ?- ?/g, "-");
  const bodyName = view.names.find(
    (name) =>
      name.first >= phrase.first &&
      name.last <= phrase.last &&
      name.head.index !== head.index &&
      name.type !== "Person",
  );
  const body = bodyName === undefined ? undefined : named.entityOf(bodyName);
  if (!/^(the|this|that)$/.test(phrase.determiner) && bodyName === undefined) return undefined;
  if (/^(a|an|another|any|every|no|some)$/.test(phrase.determiner)) return undefined;
  if (
    view.reading.words
      .slice(phrase.first, first)
      .some(({ lower }) => /^(former|then|ex|deputy|vice|new|next|previous|first|other)$/.test(lower))
  ) {
    return undefined;
  }
  const before = roles.filter((role) => role.title.start < phrase.start && role.status === undefined);
  const exact = before.filter((role) => role.head === title && fits(role, body));
  const alike =
    exact.length > 0 ? exact : before.filter((role) => areAlike(role.head, title) && fits(role, body));
  const holders = new Set(alike.map(({ holder }) => holder));
  return holders.size === 1 ? [...holders][0] : undefined;
}

function fits(role: RoleDraft, body: EntityDraft | undefined): boolean {
  return body === undefined || role.body === body;
}

/** "The chief" may be any head of a body, and "the leader" a president; "the prime minister" is no leader of a party. */
function areAlike(held: string, title: string): boolean {
  if (!LOOSE_TITLES.has(title)) return SAME_OFFICES.some((group) => group.has(held) && group.has(title));
  return [HEADS_OF_BODIES, HEADS_OF_GOVERNMENT, HEADS_OF_STATE].some(
    (group) => group.has(held) && group.has(title),
  );
}

/** "the nurse" after "Helen Osgood, a retired nurse": what the article said that somebody or something is, where it said so of one. */
function toldBefore(
  view: ArticleView,
  apposed: readonly ApposedNoun[],
  phrase: NounPhrase,
): EntityDraft | undefined {
  const { head } = phrase;
  if (!/^(the|this|that)$/.test(phrase.determiner)) return undefined;
  if (phrase.last > head.index + 1 || phrase.modifiers.length > 0) return undefined;
  const told = apposed.filter((each) => each.head.lemma === head.lemma && each.head.index < head.index);
  const entities = new Set(told.map(({ entity }) => entity));
  // A noun that brought up another thing since is that thing's: "a company … the company".
  const last = told.at(-1);
  const since =
    last !== undefined && broughtUpBefore(view, head).some(({ index }) => index > last.head.index);
  return entities.size === 1 && !since ? [...entities][0] : undefined;
}

/** Whether a union, a club, a charity or a paper is what the body may be called, by its class or a word of its name. */
function mayBeCalled(noun: BodyNoun | undefined, draft: EntityDraft): boolean {
  if (noun === undefined || noun.called.length === 0) return true;
  const words = [draft.type, ...draft.forms].flatMap((form) => form.toLowerCase().split(/[^\p{L}]+/u));
  return words.some((word) => noun.called.some((stem) => word.startsWith(stem)));
}

/** The one body, city or country nearby of the class that the noun asks for. */
function bodyOf(
  view: ArticleView,
  ontology: Ontology,
  named: NamedEntities,
  phrase: NounPhrase,
): EntityDraft | undefined {
  const { head } = phrase;
  if (!/^(the|this|that)$/.test(phrase.determiner)) return undefined;
  // "the court in Lyon" says more than the noun: it may be something not yet named.
  if (phrase.last > head.index + 1) return undefined;
  const type = classOfNoun(view, head, ontology);
  const noun = view.reading.lexicon.bodyNouns.get(head.lemma);
  const placed = phrase.modifiers.length > 0;
  // "the Irish carrier", "the Dublin-based airline": a body known by where it is, where there is but one.
  if (placed && !(noun?.plain === true && saysWhere(view, phrase))) return undefined;
  const called = placed ? undefined : bodyCalled(view, ontology, named, head);
  if (called !== undefined) return called;
  if (!/^(Organization|Court|Coalition|Country|City)$/.test(type)) return undefined;
  const near = nearbyNames(view, named, head).filter(
    (draft) =>
      ontology.isA(draft.type, type === "Court" ? "Organization" : type) &&
      (draft.type !== "PoliticalParty" || PARTY_NOUNS.has(head.lemma)) &&
      mayBeCalled(noun, draft) &&
      mayDoBusiness(noun, draft),
  );
  const holding = near.filter((draft) =>
    [draft.label ?? "", ...draft.forms].some((form) => hasWord(form, head.lemma)),
  );
  if (holding.length > 0) return holding.length === 1 ? holding[0] : undefined;
  if (type !== "City" && type !== "Country" && noun?.plain !== true) return undefined;
  return near.length === 1 ? near[0] : salient(view, named, head, near);
}

/** "the hospital" after "St Brendan's Hospital", however far back: the one thing of the article whose name ends in the noun. */
function bodyCalled(
  view: ArticleView,
  ontology: Ontology,
  named: NamedEntities,
  head: Word,
): EntityDraft | undefined {
  const called = new Set<EntityDraft>();
  for (const name of view.names) {
    if (name.start >= head.start || name.demonym === true || name.last - name.first < 2) continue;
    const draft = named.entityOf(name);
    if (draft === undefined || ontology.isA(draft.type, "Person") || draft.type === "Country") continue;
    // "the bank" is not the Selm Bank where the article has a Central Bank too.
    if (view.reading.words.slice(name.first, name.last).some(({ lower }) => lower === head.lower))
      called.add(draft);
  }
  // An unnamed one of the kind, brought up in between, may be meant as well.
  const another = broughtUpBefore(view, head).some(({ index }) => view.nameAt(index) === undefined);
  return called.size === 1 && !another ? [...called][0] : undefined;
}

/** Where the article brought up one more of what the noun says: "a company", "another company". */
function broughtUpBefore(view: ArticleView, head: Word): readonly Word[] {
  return view.reading.words
    .slice(0, head.index)
    .filter(
      (word) =>
        word.lemma === head.lemma &&
        word.xpos === "NN" &&
        /^(?:a|an|another)$/.test(nounPhraseOf(view, word).determiner),
    );
}

/** Whether all that stands before the noun says where the body is: a nation, "Dublin-based". */
function saysWhere(view: ArticleView, phrase: NounPhrase): boolean {
  const before = view.reading.words.slice(phrase.first + 1, phrase.head.index);
  return (
    before.length > 0 &&
    before.every(
      (word) => view.nameAt(word.index) !== undefined || /^(?:[-‑]|based|.*-based)$/.test(word.lower),
    ) &&
    before.some((word) => view.nameAt(word.index)?.demonym === true || /based$/.test(word.lower))
  );
}

/** Of several bodies, the one that the clause above has as its subject ("Acme said the company …"), or the sentence before. */
function salient(
  view: ArticleView,
  named: NamedEntities,
  head: Word,
  near: readonly EntityDraft[],
): EntityDraft | undefined {
  const subjects = (sentence: number): readonly EntityDraft[] => [
    ...new Set(
      view.names
        .filter(
          (name) =>
            name.head.sentence.index === sentence &&
            name.start < head.start &&
            /^nsubj/.test(name.head.relation),
        )
        .flatMap((name) => named.entityOf(name) ?? [])
        .filter((draft) => near.includes(draft)),
    ),
  ];
  const here = subjects(head.sentence.index);
  const before = here.length > 0 ? here : subjects(head.sentence.index - 1);
  return before.length === 1 ? before[0] : undefined;
}

function hasWord(form: string, lemma: string): boolean {
  return form
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word === lemma || word === `${lemma}s`);
}

/** Named entities of the sentences just before, demonyms left out. */
function nearbyNames(view: ArticleView, named: NamedEntities, head: Word): readonly EntityDraft[] {
  const near = new Set<EntityDraft>();
  for (const name of view.names) {
    if (name.start >= head.start || name.demonym === true) continue;
    if (head.sentence.index - name.head.sentence.index > WINDOW) continue;
    const draft = named.entityOf(name);
    if (draft !== undefined) near.add(draft);
  }
  return [...near];
}

/** Bodies that nobody calls a company. */
const NO_FIRM =
  /^(?:GovernmentOrganization|PoliticalParty|SportsTeam|Court|Coalition|Force|EducationalOrganization)$/;
const NO_FIRM_WORDS =
  /\b(?:union|party|ministry|commission|council|court|university|police|agency|federation|committee|parliament|senate|congress|department|association|authority|institute|nato)\b/i;

/** Whether a body may be called a company at all; nouns other than for firms say nothing of it. */
function mayDoBusiness(noun: BodyNoun | undefined, draft: EntityDraft): boolean {
  if (noun?.firm !== true) return true;
  return !NO_FIRM.test(draft.type) && !draft.forms.some((form) => NO_FIRM_WORDS.test(form));
}
