import type { Factuality } from "../../model/fact.ts";
import { selectSenses } from "../../ontology/select-senses.ts";
import { conjuncts, headsArgument } from "../clauses/noun-phrases.ts";
import type { Predication } from "../clauses/predication.ts";
import { antecedentOf } from "../clauses/subjects.ts";
import { negationOf } from "../factuality/own-value.ts";
import { type Argument, makeReading, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import { compoundKeys } from "./compound-keys.ts";
import { amountOf, descriptionLiteral, literalOf, statusOf } from "./literals.ts";
import { mintFromNoun } from "./minting.ts";
import { statePhrase } from "./read-states.ts";
import { readRoleNoun } from "./role-nouns.ts";
import { typesOf } from "./verb-arguments.ts";
import { verbWords } from "./verb-words.ts";

/** Reads "S is O": membership, office, place, status, description. */
export function readCopula(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
): readonly Reading[] {
  const { head } = predication;
  if (predication.subjects.some((node) => isEmptySubject(tree, node))) return [];
  const subjects = context.argumentsOf(tree, predication.subjects);
  if (subjects.length === 0) return [];
  const lexical = fromLexicon(context, tree, predication, subjects);
  if (lexical.length > 0) return lexical;
  if (head.upos === "VERB" && head.xpos !== "VBN") return [];
  if (head.upos === "ADJ" || head.upos === "VERB" || head.upos === "ADV")
    return status(context, tree, predication, subjects);
  if (tree.childBy(head, "case")) {
    const state = statePhrase(context, tree, head);
    const words = verbWords(tree, head).filter((node) => node !== head);
    return state
      ? subjects.map((subject) =>
          makeReading(subject, "hasStatus", state, head, words, "copula/phrase", 0.65),
        )
      : [];
  }
  return description(context, tree, predication, subjects);
}

/** "It is clear that …", "there is …", "what matters is …": nothing is said of the grammatical subject. */
function isEmptySubject(tree: SentenceTree, node: TreeNode): boolean {
  return (
    (/^(?:it|there|what|this|that|here)$/i.test(node.form) &&
      tree.children(node).length === 0 &&
      node.form.toLowerCase() !== "it") ||
    node.relation === "expl" ||
    /^(?:there|what)$/i.test(node.form)
  );
}

/** Keys "be part of", "be in", "be due to" with the phrase that follows. */
function fromLexicon(
  context: ReadingContext,
  tree: SentenceTree,
  { head }: Predication,
  subjects: readonly Argument[],
): readonly Reading[] {
  const own = tree.marker(head, "case");
  const phrases: {
    readonly key: string;
    readonly nodes: readonly TreeNode[];
    readonly words: readonly TreeNode[];
  }[] = [];
  if (own !== "" && headsArgument(tree, head)) {
    phrases.push({ key: `be ${own}`, nodes: conjuncts(tree, head), words: tree.childrenBy(head, "case") });
  }
  for (const child of tree.childrenBy(head, "nmod", "obl")) {
    const preposition = tree.marker(child, "case");
    if (preposition === "" || child.relation === "nmod:poss") continue;
    const before = own === "" ? "" : `${own} `;
    const words = [...tree.childrenBy(child, "case"), head];
    phrases.push({
      key: `be ${before}${head.lemma} ${preposition}`,
      nodes: conjuncts(tree, antecedentOf(tree, child)),
      words,
    });
  }
  for (const { key, nodes, words } of phrases) {
    const objects = nodes
      .filter((node) => !context.timeAt(node))
      .flatMap((node) => context.argument(tree, node) ?? []);
    const first = objects[0];
    const subject = subjects[0];
    if (!first || !subject) continue;
    const senses = selectSenses(context.ontology, context.ontology.findSenses(key, "verb"), {
      subject: { types: typesOf(subject), ...(subject.node ? { head: subject.node.lemma } : {}) },
      oblique: { types: typesOf(first), ...(first.node ? { head: first.node.lemma } : {}) },
    });
    const sense = senses[0];
    if (!sense) continue;
    // "in common use", "in danger" are no places.
    if (
      context.ontology.refines(sense.relation.name, "locatedIn") &&
      !context.ontology.isA(first.type, "Place")
    )
      continue;
    const inverse = sense.subject === "oblique";
    return subjects.flatMap((each) =>
      objects.flatMap((object) => {
        const value = sense.relation.literalObject
          ? literalOf(context, tree, head, sense.relation, object)
          : object;
        if (!value) return [];
        const words_ = [...verbWords(tree, head), ...words];
        return inverse
          ? [makeReading(object, sense.relation.name, each, head, words_, "copula/lexicon", 0.85)]
          : [makeReading(each, sense.relation.name, value, head, words_, "copula/lexicon", 0.85)];
      }),
    );
  }
  return [];
}

/** States that say by themselves how sure they are: what is possible is not thereby so. */
const MODAL_STATES: ReadonlyMap<string, Factuality> = new Map([
  ["possible", "possible"],
  ["probable", "probable"],
]);

function status(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
  subjects: readonly Argument[],
): readonly Reading[] {
  const { head } = predication;
  if (
    /^(?:able|unable|likely|unlikely|willing|ready|set|due|going|expected|sure|certain|such|same|so|here|there|bound)$/.test(
      head.lemma,
    )
  )
    return [];
  if (tree.childBy(head, "csubj", "expl")) return [];
  // "the worst of its kind": which it is of several, no state that it is in.
  if (head.xpos === "JJS" && tree.childBy(head, "det"))
    return description(context, tree, predication, subjects);
  const words = verbWords(tree, head).filter((node) => node !== head);
  const modal = negationOf(tree, head, context.cues) === undefined ? MODAL_STATES.get(head.lemma) : undefined;
  return subjects.map((subject) => ({
    ...makeReading(subject, "hasStatus", statusOf(tree, head), head, words, "copula/status", 0.7),
    ...(modal === undefined ? {} : { factuality: modal }),
  }));
}

/** "S is the capital of O", "S was a teacher", "the price of S was N". */
function description(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
  subjects: readonly Argument[],
): readonly Reading[] {
  const { head } = predication;
  if (!headsArgument(tree, head) || head.upos === "PRON" || head.lemma === "one" || context.timeAt(head))
    return [];
  const words = verbWords(tree, head).filter((node) => node !== head);
  const readings: Reading[] = [];
  if (head.upos === "PROPN") return identity(context, tree, predication);
  for (const subject of subjects) {
    const age = ageOf(context, tree, head, subject);
    if (age) {
      readings.push(age);
      continue;
    }
    const office = officeOf(context, tree, subject, head);
    if (office) readings.push(office);
    const role = readRoleNoun(context, tree, subject, head, "copula/role").filter(
      // "is minister of agriculture": a field is no body.
      ({ relation, object }) =>
        !office || relation !== "worksFor" || !("mention" in object) || object.type !== "Thing",
    );
    if (office && role.length === 0) continue;
    if (role.length > 0) {
      readings.push(...role);
      continue;
    }
    const minted = mintedRole(context, tree, subject, head);
    readings.push(
      minted ??
        makeReading(
          subject,
          "characterizedAs",
          descriptionLiteral(context, tree, head),
          head,
          words,
          "copula/description",
          0.65,
        ),
    );
  }
  return readings;
}

/** "Ruiz is the chief executive of Norvik Steel": the office that a person is said to be, where one is meant and not any. */
function officeOf(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  head: TreeNode,
): Reading | undefined {
  if (!context.ontology.isA(subject.type, "Person") || head.upos !== "NOUN" || head.xpos !== "NN")
    return undefined;
  const determiner = tree.childBy(head, "det")?.lemma;
  const owned = tree.childBy(head, "nmod:poss", "nmod") !== undefined;
  if ((determiner !== undefined && determiner !== "the") || (determiner === undefined && !owned))
    return undefined;
  const isOffice = compoundKeys(tree, head).some((key) =>
    context.ontology
      .findSenses(key, "noun")
      .some(({ relation, entry }) => relation.name === "holdsPosition" && entry.denotes === "object"),
  );
  if (!isOffice) return undefined;
  const literal = descriptionLiteral(context, tree, head);
  // "is also minister of agriculture"
  const opening = tree.nodes.find(
    ({ start, upos }) => start >= literal.span.start && upos !== "ADV" && upos !== "DET",
  );
  const start = Math.min(opening?.start ?? head.start, head.start);
  const mention = context.mentions.describe(
    { start, end: literal.span.end },
    context.tokenIndex(tree, head),
    {
      kind: "phrase",
      type: "Position",
    },
  );
  const position: Argument = { node: head, mention, span: mention, type: "Position" };
  const words = verbWords(tree, head).filter((node) => node !== head);
  return makeReading(subject, "holdsPosition", position, head, words, "copula/office", 0.8);
}

/** "She is 27", "the singer was 81 years old": how old somebody is. */
function ageOf(
  context: ReadingContext,
  tree: SentenceTree,
  head: TreeNode,
  subject: Argument,
): Reading | undefined {
  if (!context.ontology.isA(subject.type, "Person") || !/^\d{1,3}$/.test(head.form)) return undefined;
  if (tree.childBy(head, "case", "nmod")) return undefined;
  const quantity = { value: Number(head.form), unit: "years", text: head.form };
  const words = verbWords(tree, head).filter((node) => node !== head);
  const value = amountOf(quantity, head, head);
  return {
    ...makeReading(subject, "rel:hasAge", value, head, words, "copula/age", 0.8),
    relationLemma: "have age",
  };
}

/** "The coach of Rovers is Ek": the subject says what the one named is to something. */
function identity(
  context: ReadingContext,
  tree: SentenceTree,
  { head, subjects }: Predication,
): readonly Reading[] {
  const named = context.argument(tree, head);
  const role = subjects[0];
  if (!named || !role || role.upos !== "NOUN") return [];
  return readRoleNoun(context, tree, named, role, "copula/identity").map((reading) => ({
    ...reading,
    anchor: head,
  }));
}

/** "S is a rival of O": a relation named by the noun. */
function mintedRole(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  head: TreeNode,
): Reading | undefined {
  const phrase = tree
    .childrenBy(head, "nmod")
    .find((node) => /^(?:of|to|for)$/.test(tree.marker(node, "case")));
  const object = phrase && context.argument(tree, phrase);
  if (!phrase || !object || context.mentions.entityOf(object.mention).kind !== "named") return undefined;
  if (tree.childBy(head, "amod", "nummod")) return undefined;
  const minted = mintFromNoun([head.lemma, tree.marker(phrase, "case")]);
  const words = [...verbWords(tree, head), ...tree.childrenBy(phrase, "case")];
  return {
    ...makeReading(subject, minted.name, object, head, words, "copula/open", 0.55),
    relationLemma: minted.lemma,
  };
}
