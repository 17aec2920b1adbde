import type { Word } from "../annotate/names/reading.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { ArticleView, PlacedName } from "./article-view.ts";
import { classOfNoun } from "./descriptions.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { FEMALE, MALE } from "./lead-person.ts";
import type { NamedEntities } from "./named-entities.ts";

/** A common noun that means what a name beside it names. */
export interface ApposedNoun {
  readonly head: Word;
  readonly name: PlacedName;
  readonly entity: EntityDraft;
}

/** Endings of nouns for who does or is something, where no list knows the noun: "builder", "hydrologist". */
const DOERS = /(?:[eo]r|ist|ian|ant|ee|man|woman)$/;

/**
 * Nouns in apposition to a name of their kind, whichever of the two the tree hangs on the other: "Helen Osgood, a retired
 * nurse who …", "the forestry company Arauco", "his barrister, Colin Drew,", "a caretaker named Horst Beyer", "one of the
 * patients, Ana Ruiz,".
 */
export function findApposedNouns(
  view: ArticleView,
  ontology: Ontology,
  named: NamedEntities,
): readonly ApposedNoun[] {
  return view.reading.words.flatMap((head) => {
    const name = nameBeside(view, head);
    const entity = name && named.entityOf(name);
    if (name && entity) settleType(view, ontology, head, name, entity);
    if (entity?.gender === "unknown" && entity.type === "Person") entity.gender = genderOf(head);
    return name && entity?.kind === "named" && fits(view, ontology, head, entity)
      ? [{ head, name, entity }]
      : [];
  });
}

/** "His wife, Carys": the noun tells the gender. */
function genderOf({ lemma }: Word): EntityDraft["gender"] {
  if (FEMALE.test(lemma)) return "f";
  return MALE.test(lemma) ? "m" : "unknown";
}

/** "her publisher, Suhrkamp": one word that only its place made a person's is the body that the noun says it is. */
function settleType(
  view: ArticleView,
  ontology: Ontology,
  head: Word,
  name: PlacedName,
  entity: EntityDraft,
): void {
  if (entity.type !== "Person" || name.title !== undefined || entity.gender !== "unknown") return;
  const [first = ""] = name.form.split(" ");
  if (view.reading.lexicon.givenNames.has(first)) return;
  const type = classOfNoun(view, head, ontology);
  if (ontology.isA(type, "Organization")) entity.type = type;
}

function nameBeside(view: ArticleView, head: Word): PlacedName | undefined {
  if (view.nameAt(head.index) !== undefined || view.titledAt(head.index) !== undefined) return undefined;
  if (head.upos === "NOUN" && head.relation === "appos") {
    const name = view.nameAt(head.headIndex);
    return name !== undefined && head.index >= name.last ? name : undefined;
  }
  if (head.upos !== "NOUN" && head.lower !== "one") return undefined;
  const name = nameOn(view, head, "appos") ?? calledName(view, head) ?? nameOfApposed(view, head);
  // A list of several has no one name: "two firms, Arbo and Pell".
  return name !== undefined && view.childrenOf(name.head.index).some(({ relation }) => relation === "conj")
    ? undefined
    : name;
}

/** The name that hangs on a word after it, by one of the relations. */
function nameOn(view: ArticleView, word: Word, ...relations: readonly string[]): PlacedName | undefined {
  const children = view.childrenOf(word.index);
  // "the city's mayor since May, the firm's owner, Ana Ruiz": of several appositions none is sure.
  const beside = children.filter(({ relation, index }) => relations.includes(relation) && index > word.index);
  const [only] = beside;
  const named = only && view.nameAt(only.index);
  // "the pact's author, Lord Ames, a former judge,": what stands right after the noun is its name, whatever comes next.
  const comma = view.reading.words[word.index + 1]?.form === ",";
  const first = named && (named.title === undefined ? named.first : only.index);
  const right =
    comma && named !== undefined && named.type === "Person" && startsAfter(view, word.index + 2, first ?? -1);
  const name = beside.length === 1 || right ? named : undefined;
  return name !== undefined && name.head.index === only?.index ? name : undefined;
}

/** Whether nothing but titles stands from one token to another: "Lord", "Sir". */
function startsAfter(view: ArticleView, from: number, to: number): boolean {
  const between = view.reading.words.slice(from, to);
  return to >= from && between.length < 3 && between.every(({ form }) => /^\p{Lu}/u.test(form));
}

/** "the last maker of it, the Italian group Chemaris,": the name of the noun that stands in apposition. */
function nameOfApposed(view: ArticleView, noun: Word): PlacedName | undefined {
  const [only, ...more] = view
    .childrenOf(noun.index)
    .filter(({ relation, index }) => relation === "appos" && index > noun.index);
  if (only?.upos !== "NOUN" || more.length > 0 || !/^nsubj|^i?obj|^obl/.test(noun.relation)) return undefined;
  const name = nameOn(view, only, "appos");
  return name?.first === only.index + 1 ? name : undefined;
}

function calledName(view: ArticleView, noun: Word): PlacedName | undefined {
  const participle = view
    .childrenOf(noun.index)
    .find(
      ({ relation, lower, index }) =>
        relation === "acl" && /^(named|called)$/.test(lower) && index === noun.index + 1,
    );
  return participle && nameOn(view, participle, "xcomp", "obj", "obl");
}

function fits(view: ArticleView, ontology: Ontology, head: Word, entity: EntityDraft): boolean {
  const kind = nounOf(view, head);
  if (kind === undefined) return false;
  const noun = view.reading.lexicon.bodyNouns.get(kind.lemma);
  const body = noun?.plain === true || noun?.party === true;
  if (kind.xpos === "NN" && body && ontology.isA(entity.type, "Organization")) return true;
  // "one of the patients" is one person.
  const type =
    kind === head ? classOfNoun(view, head, ontology) : singular(classOfNoun(view, kind, ontology));
  if (type === "Thing") {
    // "the UK Biobank, a database that …": an apposition after a name is what is named, whatever it is.
    const after =
      head.relation === "appos" && view.childrenOf(head.index).some(({ relation }) => relation === "det");
    if (entity.type !== "Person") return after;
    return DOERS.test(kind.lemma) || isSomeonesOwn(view, kind) || isUnlisted(view, kind);
  }
  // "the giants Real Almenara" are one club; "the brothers Tom and Ida" are none.
  if (kind === head && head.xpos === "NNS" && !ontology.isA(entity.type, "Organization")) return false;
  // "the consumer group Farewatch": one group with a name is a body.
  if (head.xpos === "NN" && type === "Group" && ontology.isA(entity.type, "Organization")) return true;
  return ontology.isA(entity.type, type) || ontology.isA(type, entity.type);
}

/** "His shadow, Ana Ruiz, accused …": whoever is someone's by a possessive, and then named as the subject, is that person. */
function isSomeonesOwn(view: ArticleView, noun: Word): boolean {
  const { words } = view.reading;
  const own = view.childrenOf(noun.index).some(({ relation }) => relation === "nmod:poss");
  return (
    own && noun.relation.startsWith("nsubj") && noun.xpos === "NN" && words[noun.index + 1]?.form === ","
  );
}

/** "including the favourite, Ana Ruiz": a noun that no list knows, and a person's name between commas right after it. */
function isUnlisted(view: ArticleView, noun: Word): boolean {
  const { words, lexicon } = view.reading;
  const the = view
    .childrenOf(noun.index)
    .some(({ relation, lower }) => relation === "det" && lower === "the");
  if (!the || noun.xpos !== "NN" || lexicon.nounClasses.has(noun.lemma)) return false;
  const name = words[noun.index + 1]?.form === "," ? view.nameAt(noun.index + 2) : undefined;
  return name !== undefined && /^[,.]$/.test(words[name.last]?.form ?? "");
}

function singular(type: string): string {
  return type === "Group" || type === "Force" ? "Person" : type;
}

/** The noun that says the kind: itself, or what "one" is one of. */
function nounOf(view: ArticleView, head: Word): Word | undefined {
  if (head.lower !== "one") return head;
  return view
    .childrenOf(head.index)
    .find(
      ({ relation, upos, index }) =>
        relation === "nmod" &&
        upos === "NOUN" &&
        view.childrenOf(index).some((each) => each.relation === "case" && each.lower === "of"),
    );
}
