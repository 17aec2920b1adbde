import type { Extraction } from "../../model/extraction.ts";
import type { Fact } from "../../model/fact.ts";
import type { Ontology, Relation } from "../../ontology/ontology.ts";
import type { CodedEvent } from "./plover-pairs.ts";

/**
 * Facts as political events between actors, as the PLOVER codebook codes them: cooperation that lies ahead is a promise
 * of it (AGREE), cooperation that somebody will not give is a refusal (REJECT), what is threatened is a threat whatever
 * it is (THREATEN); who says that somebody must act makes a request, who says that somebody did harm accuses.
 *
 * @returns in the order of the facts; those of a fact's source after its own
 */
export function codedEvents(
  { mentions, entities, facts }: Extraction,
  ontology: Ontology,
): readonly CodedEvent[] {
  const mentionOf = new Map(mentions.map((mention) => [mention.id, mention]));
  const labelOf = new Map(entities.map(({ id, label }) => [id, label]));
  const words = (mentionId: string): string => {
    const mention = mentionOf.get(mentionId);
    if (mention === undefined) return "";
    return mention.form === "pronoun" ? (labelOf.get(mention.entityId) ?? mention.text) : mention.text;
  };
  return facts.flatMap((fact) => {
    const { subject, object, confidence, surface, speakers } = fact;
    const relation = ontology.findRelation(fact.relation);
    const target = object.kind === "mention" ? words(object.mentionId) : object.value;
    const events: CodedEvent[] = [];
    const root = relation === undefined ? undefined : rootOf(fact, relation);
    if (root !== undefined)
      events.push({
        source: words(subject),
        target,
        besides: [surface.object, ...surface.more],
        root,
        confidence,
      });
    const speaker = speakers[0];
    const said = saidRoot(fact, relation);
    if (speaker !== undefined && said !== undefined)
      events.push({
        source: words(speaker.speaker),
        target: words(subject),
        besides: [surface.object, ...surface.more],
        root: said,
        confidence: confidence * OF_SOURCES,
      });
    return events;
  });
}

/** What somebody is only said to do tells less of what the source does than a clause about the source. */
const OF_SOURCES = 0.5;

const COOPERATION = new Set(["verbal cooperation", "material cooperation"]);

/** The root code of what the subject does. */
function rootOf({ factuality, temporality }: Fact, { plover, quad }: Relation): string | undefined {
  if (plover === null) return undefined;
  const cooperative = COOPERATION.has(quad ?? "");
  if (factuality === "ruled_out") return cooperative ? "REJECT" : plover;
  if (factuality === "negated") {
    if (plover === "AGREE" || plover === "SUPPORT") return "REJECT";
    return cooperative && temporality === "future" ? "REJECT" : plover;
  }
  const ahead = factuality === "proposed" || temporality === "future";
  if (cooperative) return ahead ? "AGREE" : plover;
  return factuality === "proposed" && quad === "material conflict" ? "THREATEN" : plover;
}

/** The root code of what the source of a fact does to its subject by saying it. */
function saidRoot(
  { factuality, subject, speakers }: Fact,
  relation: Relation | undefined,
): string | undefined {
  if (speakers[0]?.speaker === subject) return undefined;
  if (factuality === "proposed") return "REQUEST";
  const harm = relation?.quad === "material conflict";
  return harm && /^(certain|probable)$/.test(factuality) ? "ACCUSE" : undefined;
}
