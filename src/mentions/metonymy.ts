import type { KnownEntity } from "../annotate/names/name-lexicon.ts";
import { normaliseName } from "../annotate/names/name-lexicon.ts";
import type { Word } from "../annotate/names/reading.ts";
import type { ArticleView, PlacedName } from "./article-view.ts";

/** Prepositions after which a seat of government is a place. */
const PLACE_CASES = new Set(
  "in at near from to outside inside into around across through throughout toward towards via over above".split(
    " ",
  ),
);
/** Verbs whose "with", "against" or "between" partners are governments. */
const PARTNER_VERBS = new Set(
  "negotiate agree talk meet work cooperate ally break side deal trade coordinate sign speak share".split(
    " ",
  ),
);
/** Nouns of dealings between governments. */
const PARTNER_NOUNS = new Set(
  "talk talks negotiation agreement deal relation relations relationship tie ties treaty war trade tension dialogue alliance cooperation dispute partnership contact pact meeting".split(
    " ",
  ),
);
/** Verbs whose object is addressed or acted on as an actor. */
const ADDRESSING_VERBS = new Set(
  "tell urge ask accuse warn pressure push help arm condemn blame thank support persuade force convince criticize threaten call request back sue sanction anger provoke".split(
    " ",
  ),
);
/** What a government can be, and a town cannot. */
const GOVERNMENT_MOODS = new Set(
  (
    "angry furious alarmed concerned worried ready willing unwilling keen reluctant determined wary cautious optimistic hopeful confident grateful " +
    "disappointed displeased dissatisfied committed opposed adamant silent"
  ).split(" "),
);
/** What towns do, or what happens to them. */
const TOWN_VERBS = new Set(
  "be become boast experience fall flood grow have host lie lose record remain rise rank see stand suffer win".split(
    " ",
  ),
);
/** What a government has: "Moscow's demands". */
const GOVERNMENT_NOUNS = new Set(
  (
    "government decision policy position stance ambassador support demand proposal plan response war army force troop military ally interest refusal offer " +
    "strategy aggression invasion claim request approval sanction aid intention pledge commitment warning willingness envoy help role goal ambition"
  ).split(" "),
);

/**
 * The state or body for which a capital or seat of government stands here ("Washington could provide …", "talks with
 * Moscow"); undefined where it is the place ("in Washington").
 */
export function governmentOf(view: ArticleView, name: PlacedName): KnownEntity | undefined {
  const forms = view.reading.lexicon.forms.get(normaliseName(name.form)) ?? [];
  const seat = forms.find(({ as }) => as === "metonym")?.entity ?? stateWithCapital(view, name.known);
  if (seat === undefined) return undefined;
  const onlySeat = forms.every(({ as }) => as === "metonym");
  const isOpen = usedAs(view, name.head, name);
  const use = isOpen === "open" && actsWithAnother(view, name) ? "actor" : isOpen;
  if (use === "place") return undefined;
  return use === "actor" || onlySeat ? seat : undefined;
}

function stateWithCapital(view: ArticleView, known: string | undefined): KnownEntity | undefined {
  if (known === undefined) return undefined;
  for (const entity of view.reading.lexicon.entities.values()) {
    if (entity.capital === known && entity.key !== known) return entity;
  }
  return undefined;
}

/** "Tbilisi and Yerevan moved closer": two seats of government that do something together are not two towns. */
function actsWithAnother(view: ArticleView, name: PlacedName): boolean {
  const { words } = view.reading;
  const before = words[name.head.headIndex];
  const first = name.head.relation === "conj" ? before : name.head;
  if (first === undefined || first.relation !== "nsubj") return false;
  const verb = words[first.headIndex];
  if (verb?.upos !== "VERB" || TOWN_VERBS.has(verb.lemma)) return false;
  const seats = [
    first,
    ...view.childrenOf(first.index).filter(({ relation }) => relation === "conj"),
  ].flatMap(({ index }) => stateWithCapital(view, view.nameAt(index)?.known)?.key ?? []);
  return new Set(seats).size > 1;
}

/** Whether the tree has the word as one who acts or deals, or as somewhere. */
export function usedAs(view: ArticleView, head: Word, name?: PlacedName): "actor" | "place" | "open" {
  const { words, lexicon } = view.reading;
  const before = words[(name?.first ?? head.index) - 1];
  if (before !== undefined && before.sentence === head.sentence && PLACE_CASES.has(before.lower))
    return "place";
  if (head.relation.startsWith("conj")) {
    const first = words[head.headIndex];
    return first === undefined || first.index >= head.index ? "open" : usedAs(view, first);
  }
  const governor = words[head.headIndex];
  if (governor === undefined) return "open";
  const cases = view.childrenOf(head.index).filter(({ relation }) => relation === "case");
  if (cases.some(({ lower }) => PLACE_CASES.has(lower))) return "place";
  if (/^nsubj/.test(head.relation)) {
    const acts = lexicon.actorVerbs.has(governor.lemma) || GOVERNMENT_MOODS.has(governor.lower);
    return acts ? "actor" : "open";
  }
  if (/^(obj|iobj)/.test(head.relation)) return ADDRESSING_VERBS.has(governor.lemma) ? "actor" : "open";
  if (head.relation === "nmod:poss") return GOVERNMENT_NOUNS.has(governor.lemma) ? "actor" : "open";
  const partner = cases.some(({ lower }) => /^(with|between|against|by|among)$/.test(lower));
  if (partner && (PARTNER_VERBS.has(governor.lemma) || PARTNER_NOUNS.has(governor.lemma))) return "actor";
  const byAgent = cases.some(({ lower }) => lower === "by") && head.relation.startsWith("obl");
  return byAgent && lexicon.actorVerbs.has(governor.lemma) ? "actor" : "open";
}
