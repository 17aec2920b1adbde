import type { Sentence, Token } from "../../model/layers.ts";

/** Which way of the article's date a time without a year lies. */
export type Direction = "past" | "future";

const FUTURE_MODALS = new Set([
  "will",
  "'ll",
  "’ll",
  "wo",
  "shall",
  "would",
  "may",
  "might",
  "could",
  "can",
  "should",
  "must",
]);
/** Words whose complement is still to come: "is due on Monday", "scheduled for May". */
const FUTURE_HEADS = new Set(
  "due set expect schedule plan slate poise upcoming coming intend hope aim likely prepare ahead propose deadline".split(
    " ",
  ),
);

/**
 * Direction in which the clause around a token looks, read from its verb: *will meet*, *to meet*, *is due* look ahead, and
 * so does the present tense of a schedule (*the term ends on Monday*); everything else looks back. News tells of the past
 * unless it says otherwise; the present tense of headlines is no exception.
 */
export function directionAt(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
  text: string,
): Direction {
  const verb = saidBefore(tokens, sentence, index) ?? governingVerb(tokens, sentence, index);
  if (verb === undefined) return "past";
  const token = tokens[verb];
  if (token === undefined) return "past";
  if (token.xpos === "VBD") return FUTURE_HEADS.has(token.lemma) ? "future" : "past";
  if (FUTURE_HEADS.has(token.lemma)) return "future";
  for (let child = sentence.firstToken; child < sentence.lastToken; child++) {
    const other = tokens[child];
    if (other === undefined || sentence.firstToken + other.head !== verb || child > verb) continue;
    const form = text.slice(other.start, other.end).toLowerCase();
    if (other.relation.startsWith("aux") && FUTURE_MODALS.has(form))
      return hasPerfect(tokens, sentence, verb) ? "past" : "future";
    if (other.relation === "mark" && form === "to") return "future";
  }
  return isScheduled(tokens, sentence, verb, index, text) ? "future" : "past";
}

/** "said on Monday it would": the day right after a verb of speaking is when it was said, wherever the tree hangs it. */
function saidBefore(tokens: readonly Token[], sentence: Sentence, index: number): number | undefined {
  for (let at = index; at > index - 3 && at > sentence.firstToken; at--) {
    const before = tokens[at - 1];
    if (before?.xpos === "VBD" && REPORTING.test(before.lemma)) return at - 1;
    if (before?.upos !== "ADP") return undefined;
  }
  return undefined;
}

/** "opens on Friday": the present tense with a day or month is a timetable's, but in headlines and in "runs since May". */
function isScheduled(
  tokens: readonly Token[],
  sentence: Sentence,
  verb: number,
  index: number,
  text: string,
): boolean {
  const token = tokens[verb];
  if (token === undefined || !/^VB[ZP]$/.test(token.xpos) || token.upos !== "VERB") return false;
  // "Chelsea beat Arsenal on Sunday": of two tenses that are spelt alike, news means the past.
  if (token.xpos === "VBP" && SPELT_ALIKE.has(token.lemma)) return false;
  if (!/[.!?]["”’']?\s*$/.test(text.slice(sentence.start, sentence.end))) return false;
  const before = tokens.slice(sentence.firstToken, index).slice(-4);
  return !REPORTING.test(token.lemma) && !before.some(({ lemma }) => lemma === "since");
}

/** Verbs whose past tense is spelt like their base. */
const SPELT_ALIKE = new Set(
  "beat bet bid broadcast burst bust cast cost cut fit forecast hit hurt knit let put quit read rid set shed shut split spread thrust upset wed".split(
    " ",
  ),
);

/** What newspapers say in the present tense of what was said. */
const REPORTING =
  /^(?:say|tell|write|report|show|suggest|remember|recall|know|think|believe|mean|include|date|have|be)$/;

/** "would have met" looks back. */
function hasPerfect(tokens: readonly Token[], sentence: Sentence, verb: number): boolean {
  return tokens
    .slice(sentence.firstToken, verb)
    .some(
      (token) =>
        token.lemma === "have" &&
        token.relation.startsWith("aux") &&
        sentence.firstToken + token.head === verb,
    );
}

function governingVerb(tokens: readonly Token[], sentence: Sentence, index: number): number | undefined {
  let at = index;
  for (let steps = 0; steps < 12; steps++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (steps > 0 && (token.upos === "VERB" || token.upos === "ADJ" || FUTURE_HEADS.has(token.lemma)))
      return at;
    if (token.head < 0) return token.upos === "VERB" ? at : undefined;
    at = sentence.firstToken + token.head;
  }
  return undefined;
}
