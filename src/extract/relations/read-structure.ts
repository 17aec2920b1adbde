import { overlaps } from "../../model/span.ts";
import { conjuncts } from "../clauses/noun-phrases.ts";
import { type Argument, type LiteralArgument, makeReading, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { amountOf, dateOf, descriptionLiteral } from "./literals.ts";
import { nationRelation } from "./nations.ts";
import { affiliationBy } from "./read-affiliations.ts";
import { readRoleNoun } from "./role-nouns.ts";

/** Reads what noun phrases say of things by their build: who took part, where, for whom, part of what, how many. */
export function readStructure(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
): readonly Reading[] {
  if (noun.upos !== "NOUN" && noun.upos !== "PROPN") return [];
  return [
    ...eventParts(context, tree, noun),
    ...ownership(context, tree, noun),
    ...beneficiaries(context, tree, noun),
    ...size(context, tree, noun),
    ...appositions(context, tree, noun),
    ...descriptors(context, tree, noun),
    ...infinitivePurpose(context, tree, noun),
    ...included(context, tree, noun),
    ...topics(context, tree, noun),
    ...places(context, tree, noun),
    ...regions(context, tree, noun),
    ...seats(context, tree, noun),
  ];
}

function nominals(context: ReadingContext, tree: SentenceTree, node: TreeNode): readonly Argument[] {
  return conjuncts(tree, node)
    .filter((each) => !context.timeAt(each))
    .flatMap((each) => context.argument(tree, each) ?? []);
}

/** "a meeting in Washington between A and B": its place and those who took part. */
function eventParts(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN") return [];
  const phrases = tree.childrenBy(noun, "nmod").filter((node) => node.relation !== "nmod:poss");
  if (phrases.length === 0) return [];
  const event = context.argument(tree, noun);
  if (!event || !context.ontology.isA(event.type, "Event")) return [];
  const readings: Reading[] = [...eventDay(context, tree, noun, event, phrases)];
  for (const phrase of phrases) {
    const preposition = tree.marker(phrase, "case");
    const words = [noun, ...tree.childrenBy(phrase, "case")];
    for (const other of nominals(context, tree, phrase)) {
      if (/^(?:in|at|near)$/.test(preposition) && context.ontology.isA(other.type, "Place")) {
        readings.push(makeReading(event, "tookPlaceIn", other, noun, words, "structure/place", 0.8));
      } else if (/^(?:between|among)$/.test(preposition) && context.ontology.isA(other.type, "Actor")) {
        readings.push(makeReading(other, "participatedIn", event, noun, words, "structure/participant", 0.8));
      }
    }
  }
  return readings;
}

/** "a coup in 2021", "the election of February 23": when a happening was that is called by its noun. */
function eventDay(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  event: Argument,
  phrases: readonly TreeNode[],
): readonly Reading[] {
  const phrase = phrases.find(
    (node) =>
      node.index > noun.index && /^(?:in|on|of|for)$/.test(tree.marker(node, "case")) && context.timeAt(node),
  );
  const time = phrase && context.timeAt(phrase);
  if (!phrase || !time || time.granularity === "duration" || time.value.includes("..")) return [];
  const words = [noun, ...tree.childrenBy(phrase, "case")];
  const reading = makeReading(event, "tookPlaceOn", dateOf(tree, time), noun, words, "structure/day", 0.75);
  return [reading];
}

/** "Ukraine's army", "British troops", "the French parliament": a force or body is part of its country. */
function ownership(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN") return [];
  const owners = tree.children(noun).filter((child) => {
    if (child.index > noun.index || !hasRelation(child, "nmod:poss", "amod", "compound", "nmod"))
      return false;
    const mention = context.mentions.mentionAt(context.tokenIndex(tree, child));
    return mention !== undefined && context.ontology.isA(context.mentions.entityOf(mention).type, "Country");
  });
  if (owners.length === 0) return [];
  const part = context.argument(tree, noun);
  if (!part || !PARTS.some((type) => context.ontology.isA(part.type, type))) return [];
  return (
    owners
      // "British and French soldiers": adjectives are coordinated too.
      .flatMap((owner) => [owner, ...tree.childrenBy(owner, "conj")])
      .flatMap((node) => {
        const mention = context.mentions.mentionAt(context.tokenIndex(tree, node));
        if (!mention || mention.entityId === part.mention.entityId) return [];
        const whole: Argument = {
          node,
          mention,
          span: mention,
          type: context.mentions.entityOf(mention).type,
        };
        return [{ ...makeReading(part, "partOf", whole, noun, [], "structure/part", 0.75), narrated: true }];
      })
  );
}

const PARTS = ["Force", "GovernmentOrganization"];

/** "guarantees for Ukraine", "guarantees against an aggressor". */
function beneficiaries(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  const phrases = tree
    .childrenBy(noun, "nmod")
    .filter((node) => /^(?:for|against)$/.test(tree.marker(node, "case")));
  if (phrases.length === 0 || noun.upos !== "NOUN") return [];
  // "Oslo's support for Riga" is an act of Oslo's, read as such.
  if (tree.childBy(noun, "nmod:poss")) return [];
  const thing = context.argument(tree, noun);
  if (!thing) return [];
  const given =
    ["Agreement", "Legislation"].some((type) => context.ontology.isA(thing.type, type)) ||
    BENEFITS.has(noun.lemma);
  if (!given) return [];
  return phrases.flatMap((phrase) => {
    const relation = tree.marker(phrase, "case") === "for" ? "hasBeneficiary" : "deterred";
    const words = [noun, ...tree.childrenBy(phrase, "case")];
    return nominals(context, tree, phrase)
      .filter(
        (other) =>
          context.ontology.isA(other.type, "Actor") && other.mention.entityId !== thing.mention.entityId,
      )
      .map((other) => ({
        ...makeReading(thing, relation, other, noun, words, "structure/beneficiary", 0.7),
        narrated: true,
      }));
  });
}

/** Nouns for what is given for somebody's good. */
const BENEFITS = new Set([
  "guarantee",
  "protection",
  "fund",
  "funding",
  "package",
  "relief",
  "compensation",
  "loan",
  "grant",
]);

/** "a 27-nation bloc", "a group of 12 countries", "Vale, a town of 9,000". */
function size(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN" || !COLLECTIVE.has(noun.lemma)) return [];
  const of = tree.childrenBy(noun, "nmod").find((node) => tree.marker(node, "case") === "of");
  const modifier = tree
    .childrenBy(noun, "amod", "compound", "nummod")
    .find((node) => /\d|^(?:two|three|four|five|six|seven|eight|nine|ten)-/i.test(node.form));
  const counted = of ?? modifier;
  const quantity = counted && context.quantityOf(tree, counted);
  if (!counted || !quantity || quantity.currency) return [];
  const bearer = noun.relation === "appos" ? (tree.node(noun.head) ?? noun) : noun;
  const whole = context.argument(tree, bearer);
  if (!whole) return [];
  const value = amountOf(quantity, { start: quantity.start, end: quantity.end }, counted);
  return [makeReading(whole, "hasSize", value, noun, [noun], "structure/size", 0.75)];
}

const COLLECTIVE = new Set([
  "group",
  "bloc",
  "coalition",
  "alliance",
  "team",
  "panel",
  "committee",
  "delegation",
  "crew",
  "council",
  "union",
  "crowd",
  "fleet",
  "force",
  "jury",
  "board",
  "squad",
  "network",
  "series",
  "town",
  "city",
  "village",
  "hamlet",
  "parish",
]);

/** "Kestrel Ferries, a subsidiary of Norvik Group": the apposition says what its noun is to something else. */
function appositions(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  const readings: Reading[] = [];
  const roles = tree.childrenBy(noun, "appos").flatMap((each) => [each, ...furtherRoles(tree, each)]);
  for (const apposed of roles) {
    const [bearer, role] =
      apposed.upos === "PROPN" && noun.upos === "NOUN" ? [apposed, noun] : [noun, apposed];
    if (role.upos !== "NOUN") continue;
    const subject = context.argument(tree, bearer);
    if (!subject) continue;
    // Offices of persons come from the mentions, with their canonical form.
    const found = readRoleNoun(context, tree, subject, role, "apposition/role");
    const titled = context.mentions.roles.find(
      (each) => each.holder === subject.mention.id && overlaps(each.title, role),
    );
    const embodied = titled?.bodyEntity !== undefined;
    readings.push(...found.filter((reading) => !(embodied && OFFICE_RELATIONS.has(reading.relation))));
    if (found.length === 0 && !titled) readings.push(...described(context, tree, subject, role));
    if (!titled && subject.type === "Person") readings.push(...calling(context, tree, subject, role, found));
  }
  return readings;
}

/** "a farmer and member of the union": more that one apposition says of the same bearer; "and his wife" is somebody else. */
function furtherRoles(tree: SentenceTree, role: TreeNode): readonly TreeNode[] {
  return tree
    .childrenBy(role, "conj")
    .filter((node) => node.upos === "NOUN" && node.xpos === role.xpos && !tree.childBy(node, "nmod:poss"));
}

/**
 * "the Danish club Vejborg", "Brazilian striker Caio Prates": a common noun before a name says what it is, and a
 * nationality before that noun where it belongs. Titles of offices are read with the names.
 */
function descriptors(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "PROPN") return [];
  const index = context.tokenIndex(tree, noun);
  const bearer = context.mentions.mentionAt(index);
  if (bearer === undefined || bearer.form !== "name") return [];
  const { kind, type } = context.mentions.entityOf(bearer);
  const person = context.ontology.isA(type, "Person");
  if (kind !== "named" || !(person || context.ontology.isA(type, "Organization"))) return [];
  const before = tree.nodes.find(
    (node) => node.end <= bearer.start && tree.node(node.index + 1)?.start === bearer.start,
  );
  if (
    before?.upos !== "NOUN" ||
    !hasRelation(before, "compound", "nmod", "flat", "appos", "nsubj", "obj", "obl")
  )
    return [];
  const titled = context.mentions.roles.some(
    (each) => each.holder === bearer.id && overlaps(each.title, before),
  );
  const meant = context.mentions.classOfNoun(context.tokenIndex(tree, before));
  // "the consumer group Farewatch"
  const body = meant === "Group" && before.xpos === "NN" ? "Organization" : meant;
  if (titled || !context.ontology.isA(body, person ? "Person" : "Organization")) return [];
  const subject: Argument = { node: noun, mention: bearer, span: bearer, type };
  const first = descriptorStart(context, tree, before);
  const span = { start: first.start, end: before.end };
  const value: LiteralArgument = { literal: tree.slice(span), datatype: "string", span, node: before };
  // "the consumer group Farewatch" is read as an apposition.
  const apposed = noun.head === before.index && tree.childBy(before, "det", "nmod:poss") !== undefined;
  const described = makeReading(subject, "characterizedAs", value, noun, [], "descriptor/kind", 0.75);
  const readings: Reading[] = apposed && !person ? [] : [{ ...described, narrated: true }];
  readings.push(...bodyBefore(context, tree, subject, before));
  const nation = tree.node(first.index - 1);
  const country = nation && context.mentions.mentionAt(context.tokenIndex(tree, nation));
  if (nation && country?.form === "demonym" && context.mentions.entityOf(country).type === "Country") {
    const place: Argument = { node: nation, mention: country, span: country, type: "Country" };
    const relation = person ? "citizenOf" : "locatedIn";
    readings.push({
      ...makeReading(subject, relation, place, noun, [], "descriptor/nation", 0.75),
      narrated: true,
    });
  }
  return readings;
}

/** First word of "electric car maker" in "Chinese electric car maker Lantu": what says its kind, without names and articles. */
function descriptorStart(context: ReadingContext, tree: SentenceTree, noun: TreeNode): TreeNode {
  let first = noun;
  for (let node = tree.node(noun.index - 1); node; node = tree.node(node.index - 1)) {
    const modifies = node.upos === "NOUN" || (node.upos === "ADJ" && hasRelation(node, "amod"));
    if (!modifies || context.mentions.mentionAt(context.tokenIndex(tree, node))?.form === "demonym") break;
    if (context.timeAt(node)) break;
    first = node;
  }
  return first;
}

/** "Rovers striker Caio Prates": the body whose name stands before the noun, by what the noun makes people to bodies. */
function bodyBefore(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  noun: TreeNode,
): readonly Reading[] {
  const node = tree.node(noun.index - 1);
  const mention = node && context.mentions.mentionAt(context.tokenIndex(tree, node));
  if (!node || mention?.form !== "name" || mention.end > noun.start) return [];
  const { type } = context.mentions.entityOf(mention);
  const body: Argument = { node, mention, span: mention, type };
  const relation = affiliationBy(context.ontology, noun.lemma, subject.type, type);
  if (relation === undefined) return [];
  return [{ ...makeReading(subject, relation, body, noun, [noun], "descriptor/body", 0.8), narrated: true }];
}

/** "the referee, Calum Baird", "Janet Ivory, Prosser's solicitor": a definite noun for somebody by what they do is the place they hold. */
function calling(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  noun: TreeNode,
  found: readonly Reading[],
): readonly Reading[] {
  if (context.mentions.entityOf(subject.mention).kind !== "named" || noun.xpos !== "NN") return [];
  const definite = tree.childrenBy(noun, "det").some(({ lemma }) => lemma === "the");
  if (!definite && !tree.childBy(noun, "nmod:poss")) return [];
  if (!isCalling(context, noun) || noun.nameHead !== undefined) return [];
  if (found.some(({ relation }) => !OFFICE_RELATIONS.has(relation) && relation !== "memberOf")) return [];
  const token = context.tokenIndex(tree, noun);
  const phrase = context.mentions.nounPhrase(token);
  const opening = tree.nodes.find(({ start }) => start === phrase.start);
  const start =
    opening?.upos === "DET" ? (tree.node(opening.index + 1)?.start ?? phrase.start) : phrase.start;
  const mention = context.mentions.describe({ start, end: phrase.end }, token, {
    kind: "phrase",
    type: "Position",
  });
  const office: Argument = { node: noun, mention, span: mention, type: "Position" };
  const reading = makeReading(subject, "holdsPosition", office, noun, [], "apposition/calling", 0.7);
  return [{ ...reading, narrated: true }];
}

/** Whether a noun says what somebody does: one of the list, or one that ends in such a noun ("goalkeeper", "seismologist"). */
function isCalling(context: ReadingContext, { lemma }: TreeNode): boolean {
  return context.cues.callings.has(lemma) || CALLING_ENDINGS.test(lemma);
}

const CALLING_ENDINGS =
  /(?:ologist|ographer|keeper|master|mistress|officer|worker|driver|adviser|advisor|attendant|trainer|instructor|therapist)$/;

/** "Bergen, the country's second city": what a name other than a person's is said to be. */
function described(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  noun: TreeNode,
): readonly Reading[] {
  const { kind, type } = context.mentions.entityOf(subject.mention);
  if (kind !== "named" || type === "Person" || !tree.childBy(noun, "det", "nmod:poss")) return [];
  // "Arlo and Besk, the two other firms": none of them is both.
  if (noun.xpos === "NNS" && subject.node && isOneOfSeveral(tree, subject.node)) return [];
  if (noun.nameHead !== undefined) return [];
  const place = context.ontology.isA(type, "Place") ? tree.childBy(noun, "nmod:poss") : undefined;
  const whole = place && context.argument(tree, place);
  const within: readonly Reading[] =
    // "Mandalay, Myanmar's second-largest city": a place of a place lies in it.
    whole && context.ontology.isA(whole.type, "Place") && whole.mention.entityId !== subject.mention.entityId
      ? [
          {
            ...makeReading(subject, "locatedIn", whole, noun, [noun], "apposition/place", 0.75),
            narrated: true,
          },
        ]
      : [];
  const reading = makeReading(
    subject,
    "characterizedAs",
    descriptionLiteral(context, tree, noun),
    noun,
    [],
    "apposition/description",
    0.6,
  );
  return [{ ...reading, narrated: true }, ...within];
}

function isOneOfSeveral(tree: SentenceTree, node: TreeNode): boolean {
  return hasRelation(node, "conj") || tree.childBy(node, "conj") !== undefined;
}

const OFFICE_RELATIONS = new Set(["headOf", "worksFor", "ceoOf", "holdsPosition"]);

/** "talks to end the strike", "a plan to cut rents": what an event or agreement is for. */
function infinitivePurpose(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN") return [];
  const clause = tree
    .childrenBy(noun, "acl")
    .find(
      (node) => node.relation !== "acl:relcl" && node.xpos === "VB" && tree.marker(node, "mark") === "to",
    );
  if (!clause) return [];
  const thing = context.argument(tree, noun);
  if (
    !thing ||
    !["Meeting", "Negotiation", "Visit", "Deployment"].some((type) => context.ontology.isA(thing.type, type))
  )
    return [];
  return [
    makeReading(thing, "hasPurpose", context.activity(tree, clause), noun, [noun], "structure/purpose", 0.65),
  ];
}

/** "talks about deploying medics", "a report on river pollution". */
function topics(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN") return [];
  const phrases = tree.childrenBy(noun, "nmod", "acl").filter((node) => {
    const marker = tree.marker(node, "case") || tree.marker(node, "mark");
    return /^(?:about|on|concerning|regarding)$/.test(marker) && !context.timeAt(node);
  });
  const first = phrases[0];
  if (!first) return [];
  // "the book on the shortlist" is not about it.
  if (tree.marker(first, "case") === "on" && NO_TOPIC.test(first.lemma)) return [];
  const thing = context.argument(tree, noun);
  if (!thing || !["Event", "CreativeWork", "Claim"].some((type) => context.ontology.isA(thing.type, type)))
    return [];
  // "a raid on a museum", "a ban on exports": on whom or what the act falls is no topic.
  if (tree.marker(first, "case") === "on" && isDoneTo(context, noun)) return [];
  const objects = first.upos === "VERB" ? [context.activity(tree, first)] : nominals(context, tree, first);
  const words = [noun, ...tree.childrenBy(first, "case", "mark")];
  return objects
    .filter((object) => !context.ontology.isA(object.type, "Place") || tree.marker(first, "case") === "about")
    .map((object) => ({
      ...makeReading(thing, "hasTopic", object, noun, words, "structure/topic", 0.7),
      narrated: first.upos !== "VERB",
    }));
}

function isDoneTo(context: ReadingContext, noun: TreeNode): boolean {
  return context.ontology
    .findSenses(noun.lemma, "noun")
    .some(
      ({ relation, entry }) =>
        entry.denotes !== "subject" && /^(?:attacked|banned|sanctioned|invaded)$/.test(relation.name),
    );
}

/** What something stands on, in or for, rather than is about. */
const NO_TOPIC =
  /^(?:shortlist|longlist|list|table|market|shelf|sale|site|side|page|stage|screen|agenda|record|board|website)$/;

/** "the steelworks in Ghent", "Vale, a town in Wales": a body or place in a place that has a name. */
function places(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  const phrase = tree
    .childrenBy(noun, "nmod")
    .find((node) => /^(?:in|at|near)$/.test(tree.marker(node, "case")));
  if (!phrase || context.timeAt(phrase)) return [];
  const thing = context.argument(tree, noun);
  if (!thing || !["Place", "Organization"].some((type) => context.ontology.isA(thing.type, type))) return [];
  const words = [noun, ...tree.childrenBy(phrase, "case")];
  return nominals(context, tree, phrase)
    .filter(
      (place) =>
        context.ontology.isA(place.type, "Place") &&
        context.mentions.entityOf(place.mention).kind === "named",
    )
    .filter((place) => place.mention.entityId !== thing.mention.entityId)
    .map((place) => ({
      ...makeReading(thing, "locatedIn", place, noun, words, "structure/location", 0.7),
      narrated: true,
    }));
}

/** "Huntsville, Alabama", "Lyon, France": a place, and after a comma the region or country it lies in. */
function regions(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "PROPN") return [];
  const mention = context.mentions.mentionAt(context.tokenIndex(tree, noun));
  if (mention?.form !== "name") return [];
  const comma = tree.nodes.find(({ start }) => start === mention.end);
  const next = comma?.form === "," ? tree.node(comma.index + 1) : undefined;
  const outer = next && context.mentions.mentionAt(context.tokenIndex(tree, next));
  if (!next || outer?.form !== "name" || outer.start !== next.start) return [];
  const after = tree.nodes.find(({ start }) => start >= outer.end);
  // "Lyon, Paris and Nice" is a list.
  if (after && !/^[,.;:—–)]$/.test(after.form)) return [];
  const inner = context.mentions.entityOf(mention);
  const region = context.mentions.entityOf(outer);
  const isRegion =
    region.type === "Country" ||
    region.type === "Place" ||
    context.ontology.isA(region.type, "AdministrativeArea");
  if (!isRegion || !context.ontology.isA(inner.type, "Place") || inner.id === region.id) return [];
  if (inner.type === "Country" || tree.children(noun).some(({ relation }) => relation === "conj")) return [];
  const place: Argument = { node: noun, mention, span: mention, type: inner.type };
  const whole: Argument = { node: next, mention: outer, span: outer, type: region.type };
  return [{ ...makeReading(place, "locatedIn", whole, noun, [], "structure/region", 0.8), narrated: true }];
}

/** "the Irish carrier", "the Dublin-based airline": a body with the nation or town before it is of that place. */
function seats(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN" || noun.xpos === "NNS" || hasRelation(noun, "compound")) return [];
  const before = tree.children(noun).filter(({ index }) => index < noun.index);
  const body = before.length > 0 ? context.argument(tree, noun) : undefined;
  if (!body || context.mentions.entityOf(body.mention).kind !== "named") return [];
  if (!context.ontology.isA(body.type, "Organization")) return [];
  return before.flatMap((node) => {
    const based = node.lemma === "based" || /-based$/.test(node.form);
    const name = based
      ? (tree.childrenBy(node, "obl", "compound", "nmod", "obj", "npadvmod")[0] ?? tree.node(node.index - 2))
      : node;
    const mention = name && context.mentions.mentionAt(context.tokenIndex(tree, name));
    if (!name || !mention || mention.entityId === body.mention.entityId) return [];
    const { type } = context.mentions.entityOf(mention);
    const place: Argument = { node: name, mention, span: mention, type };
    if (based && context.ontology.isA(type, "Place"))
      return [
        {
          ...makeReading(body, "headquarteredIn", place, noun, [node], "structure/based", 0.8),
          narrated: true,
        },
      ];
    if (mention.form !== "demonym" || type !== "Country") return [];
    const relation = nationRelation(context, body);
    return [{ ...makeReading(body, relation, place, noun, [], "structure/nation", 0.75), narrated: true }];
  });
}

/** "A, including B and C". */
function included(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  const phrases = tree
    .childrenBy(noun, "nmod", "acl", "obl")
    .filter((node) => tree.marker(node, "case") === "including");
  if (phrases.length === 0) return [];
  const whole = context.argument(tree, noun);
  if (!whole) return [];
  return phrases.flatMap((phrase) =>
    nominals(context, tree, phrase)
      .filter((part) => part.mention.entityId !== whole.mention.entityId)
      .map((part) =>
        makeReading(
          whole,
          "hasPart",
          part,
          noun,
          tree.childrenBy(phrase, "case"),
          "structure/including",
          0.7,
        ),
      ),
  );
}
