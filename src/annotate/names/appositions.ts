import type { NameSpan, Token } from "../../model/layers.ts";
import type { Reading, TokenRange, Word } from "./reading.ts";

/** Relations by which a name after a comma hangs on the name before it. */
const LOW = /^(appos|conj|flat|nmod|list|dep|compound)/;

/** A name and the tokens that it covers. */
type Placed = Pick<NameSpan, "type" | "title"> & TokenRange;

/**
 * "The head of Northbank, Ana Ruiz, said": a person after a comma stands for the office, not for the body that it is an
 * office of. Which of the two is meant shows only when it is known what the names are of.
 *
 * @returns the tokens with such names hung on the office
 */
export function raiseAppositions(
  tokens: readonly Token[],
  reading: Reading,
  names: readonly Placed[],
): readonly Token[] {
  const raised = new Map<number, Token>();
  for (const [place, name] of names.entries()) {
    const body = names[place - 1];
    if (body === undefined || name.type !== "Person" || body.type === "Person") continue;
    const office = officeOver(reading, body, name);
    const head = outerWord(reading, name);
    const token = head && tokens[head.index];
    if (office === undefined || head === undefined || token === undefined) continue;
    raised.set(head.index, {
      ...token,
      head: office.index - office.sentence.firstToken,
      relation: "appos",
    });
  }
  return raised.size === 0 ? tokens : tokens.map((token, index) => raised.get(index) ?? token);
}

function officeOver(reading: Reading, body: Placed, name: Placed): Word | undefined {
  const { words, lexicon } = reading;
  const [inner, outer] = [outerWord(reading, body), outerWord(reading, name)];
  if (inner === undefined || outer === undefined) return undefined;
  const isNext = body.last === name.first - 1 && words[body.last]?.form === ",";
  const isLow = outer.headIndex >= body.first && outer.headIndex < body.last && LOW.test(outer.relation);
  if (!isNext || !isLow || !inner.relation.startsWith("nmod")) return undefined;
  const office = words[inner.headIndex];
  if (office === undefined || office.index > body.first || office.xpos !== "NN") return undefined;
  const isPerson = lexicon.nounClasses.get(office.lemma) === "Person" || lexicon.titles.has(office.lemma);
  // Where a verb of speech follows without a comma, the name begins its clause.
  const follows = words[name.last];
  return isPerson && (follows === undefined || follows.upos === "PUNCT") ? office : undefined;
}

/** The only word of a name that hangs outside it. */
function outerWord({ words }: Reading, { first, last }: TokenRange): Word | undefined {
  const outside = words.slice(first, last).filter(({ headIndex }) => headIndex < first || headIndex >= last);
  return outside.length === 1 ? outside[0] : undefined;
}
