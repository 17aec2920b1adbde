import type { RoleMention } from "../../mentions/mentions.ts";
import { containsSpan } from "../../model/span.ts";
import type { Argument, Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree } from "../tree/sentence-tree.ts";
import { affiliationBy } from "./read-affiliations.ts";

/** Reads offices that stand with their holder's name: "French President Emmanuel Macron" holds, and heads or works for. */
export function readRoles(context: ReadingContext, tree: SentenceTree): readonly Reading[] {
  const roles = context.mentions.roles.filter((role) => containsSpan(tree.sentence, role.title));
  return roles.flatMap((role) => readRole(context, tree, role));
}

function readRole(context: ReadingContext, tree: SentenceTree, role: RoleMention): readonly Reading[] {
  const holder = argumentOf(context, role.holder);
  const position = argumentOf(context, role.position);
  const anchor = tree.nodes.find((node) => node.start >= role.title.start && node.end <= role.title.end);
  if (!holder || !position || !anchor) return [];
  const words = tree.nodes.filter((node) => node.start >= role.title.start && node.end <= role.title.end);
  const base = { anchor, words, more: [], reliability: 0.9, narrated: true } as const;
  const readings: Reading[] = [
    {
      ...base,
      subject: holder,
      relation: "holdsPosition",
      object: position,
      rule: `role/${role.construction}`,
    },
  ];
  const body = bodyOf(context, role);
  const relation =
    body && role.status !== "former" && role.status !== "ex"
      ? officeRelation(context, role.head, body.type, role.status)
      : undefined;
  if (body && relation && body.mention.entityId !== holder.mention.entityId) {
    readings.push({
      ...base,
      subject: holder,
      relation,
      object: body,
      rule: `role/${role.construction}-body`,
      reliability: role.body ? 0.85 : 0.7,
    });
  }
  return readings;
}

function argumentOf(context: ReadingContext, mentionId: string): Argument | undefined {
  const mention = context.mentions.findMention(mentionId);
  return mention && { mention, span: mention, type: context.mentions.entityOf(mention).type };
}

/** The body that a title names, or that the article leaves as the only one it can mean. */
function bodyOf(context: ReadingContext, role: RoleMention): Argument | undefined {
  if (role.body) return argumentOf(context, role.body);
  const entity = role.bodyEntity && context.mentions.findEntity(role.bodyEntity);
  if (!entity) return undefined;
  const mention = context.mentions.mentions.find((each) => each.entityId === entity.id);
  return mention && { mention, span: mention, type: entity.type };
}

/** Whether the office heads its body or serves in it, by the ontology's role nouns. */
function officeRelation(
  context: ReadingContext,
  head: string,
  bodyType: string,
  status: string | undefined,
): string | undefined {
  const words = head.split(" ");
  const keys = [head, ...(words.length > 1 ? [words.at(-1) ?? ""] : [])];
  const relation = keys
    .map((key) => affiliationBy(context.ontology, key, "Person", bodyType))
    .find((each) => each !== undefined);
  const deputy = status === "deputy" || /^(?:deputy|vice|assistant)[ -]/.test(head);
  return deputy && relation && context.ontology.refines(relation, "headOf") ? "worksFor" : relation;
}
