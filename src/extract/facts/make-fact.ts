import type { Fact, FactObject, SpeakerLink } from "../../model/fact.ts";
import { hashParts } from "../../model/ids.ts";
import type { Quantity } from "../../model/layers.ts";
import type { Mention } from "../../model/mention.ts";
import type { SpeechFrame } from "../attribution/speech-frames.ts";
import { clauseTime } from "../clauses/clause-time.ts";
import { type Judgement, judgeClause } from "../factuality/judge.ts";
import { judgeNoun } from "../factuality/judge-noun.ts";
import { type Argument, isLiteral, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { withoutDeterminer } from "../relations/literals.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import { confidenceOf } from "./confidence.ts";
import { evidenceOf, surfaceRelation } from "./evidence.ts";

/**
 * Makes a fact of a reading: who says it, how surely, when, on what passage.
 * @returns undefined where a source is named that nothing resolves: without it the fact would pass for the article's own
 */
export function makeFact(context: ReadingContext, tree: SentenceTree, reading: Reading): Fact | undefined {
  const frames = framesFor(context, tree, reading);
  const speakers: SpeakerLink[] = [];
  for (const frame of frames) {
    const link = speakerLink(context, frame);
    if (!link) return undefined;
    const last = speakers.at(-1)?.speaker;
    if (last === undefined || entityOf(context, last) !== entityOf(context, link.speaker))
      speakers.push(link);
  }
  const voice = voiceLink(context, reading);
  if (voice && entityOf(context, voice.speaker) !== (speakers[0] && entityOf(context, speakers[0].speaker)))
    speakers.unshift(voice);
  const judgement = judgeReading(
    context,
    tree,
    reading,
    frames.length > 0 || context.sources.isReported(tree, reading.anchor),
  );
  const time = reading.narrated ? undefined : clauseTime(context, tree, reading.anchor);
  // The word by which the article keeps its distance: a verb ("alleged"), or what it calls the speakers ("critics").
  const sources = [
    ...frames.flatMap((frame) => frame.speakers),
    ...(reading.voices ?? []).map(({ node }) => node),
  ];
  const distant = [...speakers.map(({ verb }) => verb), ...sources.map((node) => node?.lemma ?? "")];
  const allegation = distant.find((word) => context.cues.allegations.has(word));
  const cues = allegation === undefined ? judgement.cues : [...judgement.cues, allegation];
  const confidence = confidenceOf(tree, reading);
  const evidence = evidenceOf(tree, reading);
  const object = objectOf(reading);
  const quantity = quantityOf(reading);
  const statementDate = speakers[0]?.date;
  return {
    id: `fact:${hashParts(
      context.article.article.id,
      `${reading.subject.mention.id}`,
      reading.relation,
      objectKey(object),
      judgement.factuality,
      ...speakers.map((link) => link.speaker),
      `${evidence.start}-${evidence.end}`,
    )}`,
    subject: reading.subject.mention.id,
    relation: reading.relation,
    ...(reading.relationLemma === undefined ? {} : { relationLemma: reading.relationLemma }),
    object,
    factuality: judgement.factuality,
    temporality: judgement.temporality,
    speakers,
    ...(allegation === undefined ? {} : { alleged: true as const }),
    ...(time ? { date: time.value, dateText: tree.slice(time) } : {}),
    ...(statementDate === undefined ? {} : { statementDate }),
    ...(quantity ? { quantity } : {}),
    confidence: confidence.value,
    reasons: [...confidence.reasons, ...cues.map((cue) => `cue "${cue}"`)],
    rule: reading.rule,
    evidence: [evidence],
    surface: {
      subject: tree.slice(reading.subject.span),
      relation: surfaceRelation(reading),
      object: tree.slice(reading.object.span),
      more: reading.more.map((span) => tree.slice(span)),
    },
  };
}

function entityOf(context: ReadingContext, mentionId: string): string | undefined {
  return context.mentions.findMention(mentionId)?.entityId;
}

/** The source that the wording itself names: whoever calls, puts or rates. */
function voiceLink(context: ReadingContext, { voices = [], anchor }: Reading): SpeakerLink | undefined {
  const speaker = together(context, voices);
  return speaker && { speaker: speaker.id, verb: anchor.lemma };
}

/** What the article presupposes stays with the article, unless it stands in a quotation. */
function framesFor(context: ReadingContext, tree: SentenceTree, reading: Reading): readonly SpeechFrame[] {
  if (reading.narrated && !context.sources.quotationAt(reading.anchor)) return [];
  return context.sources.over(tree, reading.anchor);
}

function judgeReading(
  context: ReadingContext,
  tree: SentenceTree,
  reading: Reading,
  reported: boolean,
): Judgement {
  const { anchor } = reading;
  // "are without their captain, Ana Ruiz": an apposition is not what its clause says of the noun.
  const apposed = reading.rule.startsWith("role/apposition");
  if (reading.narrated && anchor.upos !== "VERB" && (apposed || !tree.childBy(anchor, "cop"))) {
    return { factuality: reading.factuality ?? "certain", temporality: "non-future", cues: [] };
  }
  const clausal =
    anchor.upos === "VERB" || anchor.upos === "AUX" || tree.childBy(anchor, "cop") !== undefined;
  const judged = clausal
    ? judgeClause(tree, anchor, context.cues, reported)
    : judgeNoun(tree, anchor, context.cues, reported);
  if (reading.factuality) return { ...judged, factuality: reading.factuality };
  if (reading.effect && judged.factuality === "certain") {
    return { factuality: reading.effect, temporality: "future", cues: [anchor.lemma] };
  }
  if (!reading.denied) return judged;
  return { ...judged, factuality: judged.factuality === "negated" ? "certain" : "negated" };
}

function speakerLink(context: ReadingContext, frame: SpeechFrame): SpeakerLink | undefined {
  const speaker = partyOf(context, frame, frame.speakers);
  if (speaker === undefined) return undefined;
  const addressee = partyOf(context, frame, frame.addressees);
  const setting = frame.setting && context.mentions.nounPhrase(context.tokenIndex(frame.tree, frame.setting));
  const time = frame.verb === "according to" ? undefined : clauseTime(context, frame.tree, frame.head);
  return {
    speaker,
    verb: frame.verb,
    ...(addressee === undefined ? {} : { addressee }),
    ...(setting ? { setting: withoutDeterminer(frame.tree.slice(setting)) } : {}),
    ...(time ? { date: time.value } : {}),
  };
}

/** Who speaks or is spoken to in a frame. */
function partyOf(
  context: ReadingContext,
  frame: SpeechFrame,
  nodes: readonly TreeNode[],
): string | undefined {
  const found = nodes.map((node) => context.party(frame.tree, node));
  const mentions = found.filter((mention) => mention !== undefined);
  return together(
    context,
    mentions.map((mention) => ({ mention, span: mention })),
  )?.id;
}

/** One mention for all of them: several things together are a group; undefined for none. */
function together(
  context: ReadingContext,
  parties: readonly Pick<Argument, "mention" | "span">[],
): Mention | undefined {
  const [first] = parties;
  const last = parties.at(-1);
  if (!first || !last) return undefined;
  const entities = [...new Set(parties.map(({ mention }) => mention.entityId))];
  if (entities.length < 2) return first.mention;
  return context.mentions.group({ start: first.span.start, end: last.span.end }, entities);
}

function objectOf({ object }: Reading): FactObject {
  if (!isLiteral(object)) return { kind: "mention", mentionId: object.mention.id };
  return {
    kind: "literal",
    value: object.literal,
    datatype: object.datatype,
    start: object.span.start,
    end: object.span.end,
  };
}

function objectKey(object: FactObject): string {
  return object.kind === "mention" ? object.mentionId : `${object.value}@${object.start}-${object.end}`;
}

function quantityOf({ object, subject, quantity }: Reading): Quantity | undefined {
  const found = quantity ?? object.quantity ?? subject.quantity;
  if (!found) return undefined;
  const { value, min, max, exclusive, approximate, unit, currency, text } = found;
  return {
    ...(value === undefined ? {} : { value }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(exclusive === undefined ? {} : { exclusive }),
    ...(approximate === undefined ? {} : { approximate }),
    ...(unit === undefined ? {} : { unit }),
    ...(currency === undefined ? {} : { currency }),
    text,
  };
}
