import type { Statement } from "./statements.ts";

/** Day on which a statement was first published; undefined where no article has a date. */
export function saidOn({ facts }: Statement): string | undefined {
  const days = facts.flatMap(({ article }) => article.published?.slice(0, 10) ?? []);
  return days.sort()[0];
}
