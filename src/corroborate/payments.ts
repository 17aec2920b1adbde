import type { Quantity } from "../model/layers.ts";
import type { Claim } from "./claims.ts";
import { areOneStory, foldedWords } from "./described-things.ts";
import { type Pair, pairUp } from "./pair-up.ts";
import type { Comparison, StatedFact } from "./statements.ts";

/** A claim that money went from one to another, whichever of them it is worded of. */
interface Payment {
  readonly giver: Party | undefined;
  readonly receiver: Party | undefined;
  /** Null where no sum is named: "did not take any money". */
  readonly amount: Quantity | null;
}

/** Somebody by identity, or by the words of the sentence only. */
interface Party {
  readonly node: string | null;
  readonly label: string;
}

const MONEY = /^(?:money|cash|payments?|bribes?|funds?|sums?|cents?|penn(?:y|ies)|kickbacks?)$/i;
const GIVES = new Set(["provided", "rel:paid", "rel:gave", "rel:transferred"]);
const GETS = new Set(["earned", "rel:received", "rel:took", "rel:accepted", "rel:got"]);

/**
 * Finds claims of payments to one receiver, by one giver as far as both name one: "took 200,000 euros from the builder", "the builder
 * had never paid him".
 *
 * @param claims in the order of the graph; so are the pairs found
 */
export function findPayments(claims: readonly Claim[], comparison: Comparison): readonly Pair[] {
  const payments = new Map<Claim, Payment>();
  for (const claim of claims) {
    const payment = readPayment(claim.fact);
    if (payment?.receiver !== undefined) payments.set(claim, payment);
  }
  return pairUp(
    [...payments.keys()],
    (claim) => nameWords(payments.get(claim)?.receiver),
    (left, right) => {
      const [mine, theirs] = [payments.get(left), payments.get(right)];
      if (mine === undefined || theirs === undefined || !areOne(mine.receiver, theirs.receiver)) return false;
      if (areTwo(mine.giver, theirs.giver)) return false;
      return (
        left.fact.article.id === right.fact.article.id ||
        areOneStory(left.fact, right.fact, comparison.companyOf, true)
      );
    },
  );
}

/** @returns undefined for what is no payment of money */
export function readPayment(fact: StatedFact): Payment | undefined {
  const { relation, subject, subjectNode, object, objectNode, quantity, surface } = fact;
  const isSum = quantity?.currency !== undefined;
  const isMoney = isSum || MONEY.test(object.split(" ").at(-1) ?? "");
  const self = { node: subjectNode, label: subject };
  if (GETS.has(relation) && isMoney)
    return { receiver: self, giver: partyAfter(/^from /, surface.more), amount: isSum ? quantity : null };
  if (!GIVES.has(relation)) return undefined;
  if (isMoney)
    return {
      giver: self,
      receiver: partyAfter(/^(?:to )?(?=\S)/, surface.more),
      amount: isSum ? quantity : null,
    };
  return relation === "rel:paid"
    ? { giver: self, receiver: { node: objectNode, label: object }, amount: null }
    : undefined;
}

/** Who stands among the further arguments after a preposition, or without one. */
function partyAfter(preposition: RegExp, more: readonly string[]): Party | undefined {
  const phrase = more.find(
    (words) => preposition.test(words) && !OTHER_PREPOSITION.test(words.replace(preposition, "")),
  );
  return phrase === undefined ? undefined : { node: null, label: phrase.replace(preposition, "") };
}

const OTHER_PREPOSITION =
  /^(?:in|on|at|by|for|from|to|with|of|as|over|after|before|during|since|until|under|through|into|via)\b/;

/** Words by which a party is told from others: those of its name, else its noun. */
function nameWords(party: Party | undefined): readonly string[] {
  const words = (party?.label ?? "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  const telling = names.length > 0 ? names : words.slice(-1);
  return [...foldedWords(telling.join(" "))];
}

/** Whether two are others: of "the contractor" and a name, nobody can tell. */
function areTwo(left: Party | undefined, right: Party | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return isNamed(left) === isNamed(right) && !areOne(left, right);
}

function isNamed({ label }: Party): boolean {
  return /^\p{Lu}/u.test(label);
}

function areOne(left: Party | undefined, right: Party | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (left.node !== null && left.node === right.node) return true;
  // Of two that are known by identity, the words say no more.
  if (left.node !== null && right.node !== null) return false;
  const [mine, theirs] = [nameWords(left), new Set(nameWords(right))];
  const last = mine.at(-1);
  return last !== undefined && theirs.has(last);
}
