import { readNameLexicon } from "../annotate/names/name-lexicon.ts";
import type { Word } from "../annotate/names/reading.ts";
import type { AnnotatedArticle } from "../model/layers.ts";
import type { MentionForm } from "../model/mention.ts";
import type { Span } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { type ApposedNoun, findApposedNouns } from "./apposed-nouns.ts";
import { type ArticleView, tokensIn, viewArticle } from "./article-view.ts";
import { type DefiniteMention, findDefiniteNames } from "./definite-names.ts";
import { Descriptions } from "./descriptions.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { labelOfDraft } from "./labels.ts";
import { findLeadPerson } from "./lead-person.ts";
import type { ArticleMentions } from "./mentions.ts";
import { NamedEntities } from "./named-entities.ts";
import { labelOf } from "./noun-phrases.ts";
import { OfficeHolders } from "./office-holders.ts";
import { type Antecedent, PronounResolver } from "./pronouns.ts";
import { MentionRegister } from "./register.ts";
import { findRoles, type RoleDraft } from "./roles.ts";

/** Finds mentions and what they denote. Pure: the same article gives the same answers. */
export interface MentionFinder {
  find(article: AnnotatedArticle): ArticleMentions;
}

interface Nominal {
  readonly span: Span;
  readonly entity: EntityDraft;
  readonly form: MentionForm;
}

/**
 * Prepares the finder once for any number of articles.
 *
 * Within-article coreference in sieves, the sure ones first (after Lee et al., "Deterministic coreference resolution based
 * on entity-centric, precision-ranked rules", 2013): equal and full names, surnames, acronyms, roles and appositions,
 * metonyms, definite descriptions, pronouns. Where two answers are plausible there is none.
 *
 * @param lexicon lexicon files by name, as `ReaderResources.lexicon`
 * @throws ModelError if a lexicon file is missing
 */
export function createMentionFinder(ontology: Ontology, lexicon: ReadonlyMap<string, string>): MentionFinder {
  const nameLexicon = readNameLexicon(lexicon);
  const officeHolders = new OfficeHolders(lexicon);
  return {
    find(article) {
      const view = viewArticle(article, nameLexicon);
      const named = new NamedEntities(view);
      named.settleCountries();
      named.settleClubs();
      const roles = findRoles(view, named);
      named.addNestedDemonyms();
      const apposed = findApposedNouns(view, ontology, named);
      const definite = [
        ...findLeadPerson(view, ontology, named),
        ...findDefiniteNames(view, ontology, named, roles, apposed),
      ];
      const nominals = collectNominals(view, roles, definite, apposed);
      const taken = (word: Word): boolean =>
        view.nameAt(word.index) !== undefined ||
        view.titledAt(word.index) !== undefined ||
        nominals.has(word.index);
      const descriptions = new Descriptions(view, ontology, taken);
      const antecedents = collectAntecedents(view, named, nominals, descriptions);
      const pronouns = new PronounResolver(view, ontology, antecedents).resolveAll();
      for (const [token, entity] of pronouns) {
        const word = view.reading.words[token];
        if (word !== undefined) entity.addMention({ start: word.start, end: word.end, form: "pronoun" });
      }
      nameOwners(view, descriptions, pronouns);
      return new MentionRegister({
        view,
        ontology,
        named: named.drafts,
        descriptions,
        nominals,
        pronouns,
        roles,
        officeHolders,
        diagnostics: named.diagnostics,
        nameEntity: (tokenIndex) => {
          const name = view.nameAt(tokenIndex);
          return name === undefined ? undefined : named.entityOf(name);
        },
      });
    },
  };
}

/** "his deputy" is called by whose deputy it is, where the pronoun has one answer: "Lars Berg’s deputy". */
function nameOwners(
  view: ArticleView,
  descriptions: Descriptions,
  pronouns: ReadonlyMap<number, EntityDraft>,
): void {
  for (const token of descriptions.heads()) {
    const phrase = descriptions.phraseAt(token);
    const draft = descriptions.at(token);
    const owner = phrase && pronouns.get(phrase.first);
    if (phrase === undefined || draft === undefined || owner === undefined || owner === draft) continue;
    const possessive = view.reading.words[phrase.first];
    if (possessive?.xpos !== "PRP$" || draft.forms[0] !== labelOf(view, phrase)) continue;
    const rest = view.reading.words[phrase.first + 1];
    if (rest === undefined || owner.kind !== "named") continue;
    const words = view.reading.text.slice(rest.start, phrase.end).replace(/\s+/g, " ");
    draft.label = ownedLabel(labelOfDraft(owner), words, owner.type === "Person");
  }
}

/** "Lars Berg’s deputy"; "main rate of the Bank of Norland", for an owner that itself needs an "of" would be read as the whole. */
function ownedLabel(owner: string, words: string, person: boolean): string {
  const nested = !person && / (?:of|for|on) /.test(owner);
  if (!nested || / (?:of|for|in|on|at|to|with|from) /.test(` ${words} `)) return `${owner}’s ${words}`;
  return `${words} of ${/^the /i.test(owner) ? owner : `the ${owner}`}`;
}

/** Common nouns that are mentions of something found already: definite descriptions, apposed nouns and positions. */
function collectNominals(
  view: ArticleView,
  roles: readonly RoleDraft[],
  definite: readonly DefiniteMention[],
  apposed: readonly ApposedNoun[],
): ReadonlyMap<number, Nominal> {
  const nominals = new Map<number, Nominal>();
  for (const { phrase, entity } of definite) {
    const span = { start: phrase.start, end: phrase.end };
    entity.addMention({ ...span, form: "nominal" });
    const words = view.reading.text.slice(span.start, span.end).replace(/\s+/g, " ");
    if (!entity.descriptions.includes(words)) entity.descriptions.push(words);
    nominals.set(phrase.head.index, { span, entity, form: "nominal" });
  }
  for (const { title, construction, holder, holderSpan } of roles) {
    if (construction !== "apposition") continue;
    const { first, last } = tokensIn(view.reading, title);
    const head = view.reading.words
      .slice(first, last)
      .find((word) => word.headIndex < first || word.headIndex >= last);
    // "his deputy, Karl Maier" and "Ana Ruiz, the mayor, who …": the noun stands for whoever holds the office.
    if (head !== undefined) nominals.set(head.index, { span: holderSpan, entity: holder, form: "name" });
  }
  for (const { head, name, entity } of apposed) {
    if (!nominals.has(head.index))
      nominals.set(head.index, { span: { start: name.start, end: name.end }, entity, form: "name" });
  }
  return nominals;
}

function collectAntecedents(
  view: ArticleView,
  named: NamedEntities,
  nominals: ReadonlyMap<number, Nominal>,
  descriptions: Descriptions,
): readonly Antecedent[] {
  const antecedents: Antecedent[] = [];
  for (const name of view.names) {
    const entity = named.entityOf(name);
    const modifies = name.demonym === true && name.type !== "Group";
    if (entity === undefined || modifies) continue;
    // Where trees hang a name on its title, the title's place in the sentence is the holder's.
    const outer = view.reading.words[name.head.headIndex];
    const head = outer !== undefined && view.titledAt(outer.index) === name ? outer : name.head;
    antecedents.push({ head, entity, plural: entity.kind === "described", described: false });
  }
  for (const [token, { entity, form }] of nominals) {
    const head = view.reading.words[token];
    if (head !== undefined && form !== "title")
      antecedents.push({ head, entity, plural: false, described: false });
  }
  for (const token of descriptions.heads()) {
    const head = view.reading.words[token];
    const entity = descriptions.at(token);
    if (head !== undefined && entity !== undefined) {
      antecedents.push({ head, entity, plural: head.xpos === "NNS", described: true });
    }
  }
  return antecedents;
}
