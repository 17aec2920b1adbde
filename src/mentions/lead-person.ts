import type { Word } from "../annotate/names/reading.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { ArticleView, PlacedName } from "./article-view.ts";
import type { DefiniteMention } from "./definite-names.ts";
import { classOfNoun } from "./descriptions.ts";
import type { EntityDraft } from "./entity-draft.ts";
import type { NamedEntities } from "./named-entities.ts";
import { nounPhraseOf } from "./noun-phrases.ts";

/** Sentences in which a lead may stand: a headline may go before it. */
const OPENING = 3;
/** Sentences after the lead in which the name is given. */
const REACH = 2;
/** What is done to a victim, and to whoever did it: a lead about one does not name the other. */
const SUFFERED = /^(?:kill|injure|attack|stab|shoot|rob|hit|die|rape|assault|abduct|strike|wound|murder)$/;
const TRIED = /^(?:charge|arrest|accuse|plead|deny|detain|jail|sentence|convict|suspect)$/;

/** Nouns for women. */
export const FEMALE =
  /(?:woman|girl|mother|(?<!mid)wife|daughter|sister|grandmother|actress|widow|nun|policewoman)$/;
/** Nouns for men. */
export const MALE =
  /^(?:man|boy|father|husband|son|brother|grandfather|actor|widower|monk|priest|policeman|gunman|businessman)$/;

/**
 * The somebody of a lead paragraph who gets a name in the next one: "A pharmacist who sold diluted drugs was jailed on Friday.
 * Victor Anand, 49, pleaded guilty …". Only where the name comes with an age, and no other person is there to be meant.
 */
export function findLeadPerson(
  view: ArticleView,
  ontology: Ontology,
  named: NamedEntities,
): readonly DefiniteMention[] {
  const { words } = view.reading;
  const head = words.find((word) => isLead(view, ontology, word));
  if (head === undefined) return [];
  const lead = head.sentence.index;
  const inReach = view.names.filter(
    (name) =>
      name.type === "Person" && name.head.sentence.index >= lead && name.head.sentence.index <= lead + REACH,
  );
  const first = inReach[0];
  if (first === undefined || first.head.sentence.index === lead || !hasAge(view, first)) return [];
  const entity = named.entityOf(first);
  if (entity === undefined || !agree(head, entity) || isOther(view, head, first)) return [];
  return [{ phrase: nounPhraseOf(view, head), entity }];
}

function isLead(view: ArticleView, ontology: Ontology, word: Word): boolean {
  if (word.sentence.index >= OPENING || word.xpos !== "NN" || !/^nsubj/.test(word.relation)) return false;
  if (view.reading.words[word.headIndex]?.relation !== "root" || view.nameAt(word.index) !== undefined)
    return false;
  const { determiner } = nounPhraseOf(view, word);
  return /^an?$/.test(determiner) && classOfNoun(view, word, ontology) === "Person";
}

/** "Victor Anand, 49," as the subject of its sentence. */
function hasAge(view: ArticleView, name: PlacedName): boolean {
  const { words } = view.reading;
  return (
    name.last - name.first > 1 &&
    name.head.relation.startsWith("nsubj") &&
    words[name.last]?.form === "," &&
    /^\d{1,3}$/.test(words[name.last + 1]?.form ?? "") &&
    words[name.last + 2]?.form === ","
  );
}

function agree({ lemma }: Word, { gender }: EntityDraft): boolean {
  return !(FEMALE.test(lemma) && gender === "m") && !(MALE.test(lemma) && gender === "f");
}

function isOther(view: ArticleView, head: Word, name: PlacedName): boolean {
  const { words } = view.reading;
  return (
    SUFFERED.test(words[head.headIndex]?.lemma ?? "") && TRIED.test(words[name.head.headIndex]?.lemma ?? "")
  );
}
