import type { Argument } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";

/** What a nation's name makes of a body that bears it: an office is part of the state, a firm stands in the country. */
export function nationRelation(context: ReadingContext, body: Argument): "partOf" | "locatedIn" {
  const { label } = context.mentions.entityOf(body.mention);
  const state = ["GovernmentOrganization", "Force"].some((type) => context.ontology.isA(body.type, type));
  return state || PUBLIC_BODIES.test(label) ? "partOf" : "locatedIn";
}

const PUBLIC_BODIES =
  /\b(?:Office|Agency|Ministry|Department|Commission|Council|Authority|Court|Parliament|Police|Army|Navy|Air Force|Guard|Senate|Congress|Assembly|Bureau|Survey|Treasury|Central Bank|Administration|Service|Directorate|government|agency|ministry|army|parliament)\b/;
