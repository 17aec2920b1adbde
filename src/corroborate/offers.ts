import type { Claim } from "./claims.ts";
import { areOneStory, foldedWords } from "./described-things.ts";
import { type Pair, pairUp } from "./pair-up.ts";
import type { Comparison, StatedFact } from "./statements.ts";

const OFFER = /\b(?:offer|bid)/i;

/** What somebody offers money for. */
interface Offer {
  readonly bidder: string;
  /** Words of what it is for; empty where the sentence does not say. */
  readonly target: ReadonlySet<string>;
}

/**
 * Finds two sums that one bidder offers for one thing: "has offered 410 million for the airline", "raised its offer to 455 million".
 *
 * @param claims in the order of the graph; so are the pairs found
 */
export function findOffers(claims: readonly Claim[], comparison: Comparison): readonly Pair[] {
  const bidders = biddersOf(claims, comparison);
  const offers = new Map<Claim, Offer>();
  for (const claim of claims) {
    const offer = readOffer(claim.fact, bidders);
    if (offer !== undefined) offers.set(claim, offer);
  }
  return pairUp(
    [...offers.keys()],
    (claim) => [offers.get(claim)?.bidder ?? ""],
    (left, right) => {
      const [mine, theirs] = [offers.get(left)?.target ?? NOTHING, offers.get(right)?.target ?? NOTHING];
      const isOne = mine.size === 0 || theirs.size === 0 || [...mine].some((word) => theirs.has(word));
      return isOne && areOneStory(left.fact, right.fact, comparison.companyOf, true);
    },
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** Offer, as its article speaks of it → the named thing that made or raised it. */
function biddersOf(claims: readonly Claim[], { isDescribed }: Comparison): ReadonlyMap<string, StatedFact> {
  const bidders = new Map<string, StatedFact>();
  for (const { fact } of claims) {
    const { objectNode, object, subjectNode, relation } = fact;
    if (objectNode === null || isDescribed(subjectNode) || !OFFER.test(object)) continue;
    if (
      /^(?:proposed|increased|reduced|rel:(?:raised|cut|made|lowered|increased|submitted|improved))$/.test(
        relation,
      )
    )
      bidders.set(`${fact.article.id} ${objectNode}`, fact);
  }
  return bidders;
}

function readOffer(fact: StatedFact, bidders: ReadonlyMap<string, StatedFact>): Offer | undefined {
  const { relation, quantity, subject, subjectNode, surface, article } = fact;
  if (quantity?.currency === undefined) return undefined;
  if (relation === "provided" && OFFER.test(surface.relation)) {
    const target = surface.more.find((words) => words.startsWith("for ")) ?? "";
    return { bidder: subjectNode, target: namesIn(target, "") };
  }
  const bidder = bidders.get(`${article.id} ${subjectNode}`);
  if (relation !== "valuedAt" || !OFFER.test(subject) || bidder === undefined) return undefined;
  return { bidder: bidder.subjectNode, target: namesIn(subject, bidder.subject) };
}

/** Folded words of names in a label, without those of the bidder's. */
function namesIn(label: string, bidder: string): ReadonlySet<string> {
  const own = foldedWords(bidder);
  const names = label.split(" ").filter((word) => /^\p{Lu}/u.test(word));
  return new Set([...foldedWords(names.join(" "))].filter((word) => word !== "" && !own.has(word)));
}
