import { areFieldsApart, type IdentityLexicon } from "./identity-lexicon.ts";
import { type Profile, sharedCompany } from "./profile.ts";

/** What speaks for two things being one, beside their names. */
export interface Context {
  /** To add to a score; negative where it speaks against. */
  readonly score: number;
  /** Weight of the company they share; see {@link sharedCompany}. */
  readonly company: number;
  /** They cannot well be one: fields of life, or offices without anything in common. */
  readonly contradicts: boolean;
  readonly reasons: readonly string[];
}

/** Company of this weight says all that company can say. */
const FULL_COMPANY = 2;
const COMPANY_SCORE = 0.35;
const SAME_OFFICE = 0.1;
const SAME_TIE = 0.15;
const SAME_TIME = 0.1;
/** Articles of one story come within a month. */
const STORY_DAYS = 30;
const CONTRADICTION = -0.5;

export function compareContext(left: Profile, right: Profile, lexicon: IdentityLexicon): Context {
  const { weight, keys } = sharedCompany(left, right);
  const reasons: string[] = [];
  const wordsOf = (key: string) => wordsOfKey(key, lexicon);
  let score = COMPANY_SCORE * Math.min(1, weight / FULL_COMPANY);
  if (weight > 0) reasons.push(`named together with ${keys.slice(0, 3).map(wordsOf).join(", ")}`);
  if (weight >= 1 && left.daysFrom(right) <= STORY_DAYS) {
    score += SAME_TIME;
    reasons.push("in the same weeks");
  }
  const heads = shared(left.heads, right.heads);
  const ties = shared(left.ties, right.ties);
  if (heads.length > 0) {
    score += SAME_OFFICE;
    reasons.push(`both ${heads.join(", ")}`);
  }
  if (ties.length > 0) {
    score += SAME_TIE;
    reasons.push(`both of ${ties.map(wordsOf).join(", ")}`);
  }
  const apart = areFieldsApart(left.fields, right.fields);
  const strangers = weight < 1 && ties.length === 0 && areOfficesApart(left, right, lexicon);
  if (apart || strangers) {
    score += CONTRADICTION;
    reasons.push(`${[...left.heads].sort().join(", ")} here, ${[...right.heads].sort().join(", ")} there`);
  }
  return { score, company: weight, contradicts: apart || strangers, reasons };
}

/** Both hold offices that say who they are, and not one the same. */
function areOfficesApart(left: Profile, right: Profile, { roleFields }: IdentityLexicon): boolean {
  const telling = (profile: Profile) =>
    [...profile.heads].filter((head) => (roleFields.get(head) ?? "neutral") !== "neutral");
  const [some, others] = [telling(left), new Set(telling(right))];
  return some.length > 0 && others.size > 0 && !some.some((head) => others.has(head));
}

function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): readonly string[] {
  return [...left].filter((value) => right.has(value)).sort();
}

/** "known EC" → "Ecuador", "san_aurelio" → "San Aurelio". */
function wordsOfKey(key: string, { labelOf }: IdentityLexicon): string {
  const known = /^known (.+)$/.exec(key)?.[1];
  if (known !== undefined) return labelOf?.(known) ?? known;
  return key.replaceAll("_", " ").replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
