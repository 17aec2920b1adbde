import type { Ontology } from "../../ontology/ontology.ts";
import { type Argument, type LiteralArgument, makeReading, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { amountOf, descriptionLiteral } from "./literals.ts";
import { nationRelation } from "./nations.ts";
import { AFFILIATIONS, readRoleNoun } from "./role-nouns.ts";

/** What a noun for a role makes its holder to a body, by the ontology's role nouns: a chairman heads it, a striker is a member. */
export function affiliationBy(
  ontology: Ontology,
  role: string,
  holderType: string,
  bodyType: string,
): string | undefined {
  return ontology
    .findSenses(role, "noun")
    .find(
      ({ entry, relation }) =>
        entry.denotes === "subject" &&
        AFFILIATIONS.has(relation.name) &&
        ontology.allows(relation, holderType, bodyType),
    )?.relation.name;
}

/** Reads what noun phrases say of people by their build: whom they work for, where they live, how old they are, what they are. */
export function readAffiliations(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
): readonly Reading[] {
  if (noun.upos === "NOUN") return staff(context, tree, noun);
  if (noun.upos !== "PROPN") return [];
  const person = context.argument(tree, noun);
  if (person && context.ontology.isA(person.type, "Organization"))
    return context.mentions.entityOf(person.mention).kind === "named"
      ? nation(context, tree, noun, person, nationRelation(context, person))
      : [];
  if (person?.type !== "Person" || context.mentions.entityOf(person.mention).kind !== "named") return [];
  return [
    ...nation(context, tree, noun, person, "citizenOf"),
    ...house(context, tree, noun, person),
    ...national(context, tree, person),
    ...age(tree, noun, person),
    ...residence(context, tree, noun, person),
    ...occupations(context, tree, noun, person),
  ];
}

/** "officials of the agency", "a spokesman for the port": people who are described by whom they work for. */
function staff(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (!hasRelation(noun, "nsubj", "obj", "iobj", "obl", "nmod", "conj") || !tree.childBy(noun, "nmod"))
    return [];
  // "is a member of the union", "as governor of the bank": the clause says whose office that is.
  if (tree.childBy(noun, "cop") || tree.marker(noun, "case") === "as") return [];
  // "a candidate for mayor of Bergen": an office, nobody who holds it.
  if (tree.marker(noun, "case") === "for" && noun.xpos === "NN" && !tree.childBy(noun, "det")) return [];
  const type = context.mentions.classOfNoun(context.tokenIndex(tree, noun));
  // That the members of a union are members of it says nothing.
  if ((type !== "Person" && type !== "Group") || noun.lemma === "member") return [];
  const people = context.argument(tree, noun);
  if (people?.mention.form !== "nominal") return [];
  // The relations are of persons; a group stands for its members.
  const member: Argument = { ...people, type: "Person" };
  return readRoleNoun(context, tree, member, noun, "structure/staff").flatMap((reading) => {
    const { object } = reading;
    if (!("mention" in object) || !AFFILIATIONS.has(reading.relation)) return [];
    const named = context.mentions.entityOf(object.mention).kind === "named";
    return named ? [{ ...reading, subject: people, reliability: 0.75 }] : [];
  });
}

/** "Italy's Marco Denti", "Japan's Sorato": the country before a name is where its bearer is from. */
function nation(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  bearer: Argument,
  relation: "citizenOf" | "locatedIn" | "partOf",
): readonly Reading[] {
  const owner = tree.childBy(noun, "nmod:poss");
  const country = owner && context.argument(tree, owner);
  if (!owner || country?.type !== "Country" || country.mention.form === "pronoun") return [];
  const mention = context.mentions.mentionAt(context.tokenIndex(tree, noun));
  // The name itself must follow: "Italy's President Mattarella" is read as an office.
  const first = tree.nodes.find(({ start }) => start === mention?.start);
  const mark = first && tree.node(first.index - 1);
  if (!mark || !/^['’]s?$/.test(mark.form)) return [];
  return [{ ...makeReading(bearer, relation, country, noun, [], "structure/nation", 0.75), narrated: true }];
}

/** "Frenchman Bastien Corlay", "American Coco Gauff": a nation's adjective or noun right before the name. */
function national(context: ReadingContext, tree: SentenceTree, person: Argument): readonly Reading[] {
  const { mention } = person;
  const first = tree.nodes.find(({ start }) => start === mention.start);
  const before = first && tree.node(first.index - 1);
  const country = before && context.mentions.mentionAt(context.tokenIndex(tree, before));
  if (!before || country?.form !== "demonym" || !first) return [];
  if (context.mentions.entityOf(country).type !== "Country") return [];
  const nation: Argument = { node: before, mention: country, span: country, type: "Country" };
  return [
    { ...makeReading(person, "citizenOf", nation, first, [], "structure/national", 0.75), narrated: true },
  ];
}

/** "Dana Wu of Brightline Research": the body that stands with "of" or "at" after a person's name. */
function house(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  person: Argument,
): readonly Reading[] {
  const mention = context.mentions.mentionAt(context.tokenIndex(tree, noun));
  if (
    !mention ||
    context.mentions.roles.some(({ holder, body }) => holder === mention.id && body !== undefined)
  )
    return [];
  return tree
    .childrenBy(noun, "nmod")
    .filter((phrase) => {
      const marker = tree.childrenBy(phrase, "case")[0];
      // "signed Luka Peric from Halden United": from where they were taken.
      if (marker?.form === "from" && isTaken(tree, noun)) return false;
      return /^(?:of|at|from)$/.test(marker?.form ?? "") && marker?.start === mention.end + 1;
    })
    .flatMap((phrase) => {
      const body = context.argument(tree, phrase);
      if (!body || !context.ontology.isA(body.type, "Organization")) return [];
      const relation = context.ontology.isA(body.type, "SportsTeam") ? "memberOf" : "worksFor";
      const words = tree.childrenBy(phrase, "case");
      return [
        { ...makeReading(person, relation, body, noun, words, "structure/house", 0.75), narrated: true },
      ];
    });
}

/** Whether the name is what a verb does something to, itself or beside a noun for it. */
function isTaken(tree: SentenceTree, name: TreeNode): boolean {
  const parent = tree.parent(name);
  return (
    hasRelation(name, "obj") ||
    (hasRelation(name, "appos") && parent !== undefined && hasRelation(parent, "obj"))
  );
}

/** The preposition of ", of Bergen," and ", from Bergen," right after a name or the age that follows it. */
function originOf(context: ReadingContext, tree: SentenceTree, noun: TreeNode): TreeNode | undefined {
  const end = context.mentions.mentionAt(context.tokenIndex(tree, noun))?.end;
  const after = tree.nodes.find(({ start }) => end !== undefined && start >= end);
  if (after?.form !== ",") return undefined;
  const aged =
    /^\d{1,3}$/.test(tree.node(after.index + 1)?.form ?? "") && tree.node(after.index + 2)?.form === ",";
  const marker = tree.node(after.index + (aged ? 3 : 1));
  return marker?.relation === "case" && /^(?:of|from)$/.test(marker.form) ? marker : undefined;
}

/** "Jan Voss, 53, of Bergen, …", "Jan Voss, from Bergen, …": where a person lives. */
function residence(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  person: Argument,
): readonly Reading[] {
  const marker = originOf(context, tree, noun);
  const phrase = marker && tree.parent(marker);
  const place = phrase && context.argument(tree, phrase);
  if (!phrase || !place || !context.ontology.isA(place.type, "Place")) return [];
  if (context.mentions.entityOf(place.mention).kind !== "named") return [];
  const words = tree.childrenBy(phrase, "case");
  return [
    { ...makeReading(person, "residesIn", place, noun, words, "structure/residence", 0.7), narrated: true },
  ];
}

/** "Helen Osgood, a retired nurse who …": what a person is said to be by an indefinite noun for people beside the name. */
function occupations(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  person: Argument,
): readonly Reading[] {
  return tree.childrenBy(noun, "appos").flatMap((apposed) => {
    const indefinite = /^an?$/i.test(tree.childBy(apposed, "det")?.form ?? "");
    if (apposed.upos === "PROPN" && indefinite) return partyOf(context, tree, apposed, person);
    if (apposed.upos !== "NOUN" || !indefinite || tree.childBy(apposed, "nmod:poss")) return [];
    if (context.mentions.classOfNoun(context.tokenIndex(tree, apposed)) !== "Person") return [];
    // An office is held: that says it all.
    const office = context.mentions.roles.some(
      ({ title }) => title.start <= apposed.start && apposed.end <= title.end,
    );
    if (office) return employer(context, tree, apposed, person);
    const value: LiteralArgument = descriptionLiteral(context, tree, apposed);
    const reading = makeReading(person, "characterizedAs", value, apposed, [], "apposition/occupation", 0.7);
    return [{ ...reading, narrated: true }, ...employer(context, tree, apposed, person)];
  });
}

/** "Harriet Wynn, a Conservative": one of a body that the indefinite article stands before. */
function partyOf(
  context: ReadingContext,
  tree: SentenceTree,
  name: TreeNode,
  person: Argument,
): readonly Reading[] {
  const party = context.argument(tree, name);
  if (!party || !context.ontology.isA(party.type, "Organization")) return [];
  if (
    tree
      .children(name)
      .some(({ index, relation }) => index > name.index && !/^(?:acl:relcl|punct)$/.test(relation))
  )
    return [];
  const reading = makeReading(person, "memberOf", party, name, [], "apposition/party", 0.75);
  return [{ ...reading, narrated: true }];
}

/** "a hydrologist at the University of Oslo": whoever is at a body by calling works for it; guests of it do not. */
function employer(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  person: Argument,
): readonly Reading[] {
  if (GUESTS.has(noun.lemma) || readRoleNoun(context, tree, person, noun, "apposition/role").length > 0)
    return [];
  return tree
    .childrenBy(noun, "nmod")
    .filter((phrase) => tree.marker(phrase, "case") === "at")
    .flatMap((phrase) => {
      const body = context.argument(tree, phrase);
      if (!body || !context.ontology.isA(body.type, "Organization")) return [];
      const words = [noun, ...tree.childrenBy(phrase, "case")];
      const reading = makeReading(person, "worksFor", body, noun, words, "apposition/employer", 0.75);
      return [{ ...reading, narrated: true }];
    });
}

/** People whom a body has, and who do not work there. */
const GUESTS = new Set(
  "patient prisoner inmate student pupil undergraduate graduate freshman sophomore senior guest visitor customer victim passenger witness resident fan supporter shareholder classmate".split(
    " ",
  ),
);

/** "Jan Voss, 53," and "the 29-year-old lawyer Jan Voss". */
function age(tree: SentenceTree, noun: TreeNode, person: Argument): readonly Reading[] {
  const number = tree
    .childrenBy(noun, "appos", "nummod", "amod", "dep", "nmod", "parataxis")
    .map((node) => yearsOld(tree, node) ?? node)
    .find((node) => /^\d{1,3}$/.test(node.form) && (isYears(tree, node) || standsApart(tree, node, noun)));
  if (!number) return [];
  const quantity = { value: Number(number.form), unit: "years", text: number.form };
  const reading = makeReading(
    person,
    "rel:hasAge",
    amountOf(quantity, number, number),
    noun,
    [],
    "structure/age",
    0.8,
  );
  return [{ ...reading, relationLemma: "have age", narrated: true }];
}

/** The number of "29-year-old", which treebanks write as five words. */
function yearsOld(tree: SentenceTree, old: TreeNode): TreeNode | undefined {
  if (old.form.toLowerCase() !== "old") return undefined;
  return tree.nodes.find((node) => node.index === old.index - 4 && isYears(tree, node));
}

function isYears(tree: SentenceTree, { index }: TreeNode): boolean {
  const words = tree.nodes.slice(index + 1, index + 5).map(({ form }) => form.toLowerCase());
  return words.join("") === "-year-old";
}

/** Between a comma and another mark, after the name. */
function standsApart(tree: SentenceTree, { index }: TreeNode, noun: TreeNode): boolean {
  const closed = /^[,.)]$/.test(tree.node(index + 1)?.form ?? "");
  return index > noun.index && tree.node(index - 1)?.form === "," && closed;
}
