import type { ArticleEntity } from "../model/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { EntityDraft } from "./entity-draft.ts";

const words = (form: string): number => form.split(/\s+/).length;

/** The longest proper form: more words first, then more letters, then what stands first in the text. */
function longest(forms: readonly string[]): string {
  return forms.reduce(
    (best, form) =>
      words(form) > words(best) || (words(form) === words(best) && form.length > best.length) ? form : best,
    forms[0] ?? "",
  );
}

/** How an entity is called: by the table of known things, by its longest name, or as it was first described. */
export function labelOfDraft(draft: EntityDraft): string {
  if (draft.label !== undefined) return draft.label;
  return draft.kind === "named" ? longest(draft.forms) : (draft.forms[0] ?? "");
}

/** "France, Germany and Italy"; a group known by one member is that one "and others". */
export function groupLabel(members: readonly EntityDraft[]): string {
  const labels = members.map(labelOfDraft);
  const [only] = labels;
  if (labels.length === 1 && only !== undefined) return `${only} and others`;
  return `${labels.slice(0, -1).join(", ")} and ${labels.at(-1) ?? ""}`;
}

/** The entity as the rest of the house sees it. */
export function entityFrom(
  id: string,
  draft: EntityDraft,
  ids: ReadonlyMap<EntityDraft, string>,
  ontology: Ontology,
): ArticleEntity {
  const label = labelOfDraft(draft);
  const members = draft.members?.flatMap((member) => ids.get(member) ?? []);
  return {
    id,
    kind: draft.kind,
    type: ontology.findClass(draft.type) === undefined ? "Thing" : draft.type,
    label,
    aliases: [...new Set([...draft.forms, ...draft.descriptions])].filter((form) => form !== label).sort(),
    ...(draft.known === undefined ? {} : { known: draft.known }),
    ...(members === undefined ? {} : { members }),
  };
}
