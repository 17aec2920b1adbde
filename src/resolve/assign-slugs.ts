/** Names of one thing from the plainest to the surest. */
export interface SlugLadder {
  readonly plain: string;
  /** With its type. */
  readonly typed: string;
  /** With a hash of six hex digits, and with the whole hash. */
  readonly hashed: string;
  readonly sure: string;
}

/**
 * One slug for each thing: the plain one where no other thing has it, else, for all that share it, the one with the type; else with a hash.
 * Names that differ by case only count as shared: they are different IRIs, but nobody could tell them apart in a look-up.
 */
export function assignSlugs(ladders: readonly SlugLadder[]): readonly string[] {
  const plain = countFolded(ladders.map((ladder) => ladder.plain));
  const shared = ladders.filter((ladder) => plain(ladder.plain) > 1);
  const typed = countFolded(shared.map((ladder) => ladder.typed));
  const hashed = countFolded(shared.map((ladder) => ladder.hashed));
  return ladders.map((ladder) => {
    if (plain(ladder.plain) === 1) return ladder.plain;
    if (typed(ladder.typed) === 1 && plain(ladder.typed) === 0) return ladder.typed;
    const free = hashed(ladder.hashed) === 1 && plain(ladder.hashed) === 0 && typed(ladder.hashed) === 0;
    return free ? ladder.hashed : ladder.sure;
  });
}

function countFolded(slugs: readonly string[]): (slug: string) => number {
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug.toLowerCase(), (counts.get(slug.toLowerCase()) ?? 0) + 1);
  return (slug) => counts.get(slug.toLowerCase()) ?? 0;
}
