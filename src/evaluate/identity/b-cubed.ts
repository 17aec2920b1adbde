import { harmonicMean, round4, share, sum } from "../rates.ts";

/** Averages over mentions, so they have no counts of true positives. Rounded to four decimals. */
export interface ClusterScore {
  readonly mentions: number;
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/**
 * B-cubed (Bagga and Baldwin 1998): for every mention, which part of its system cluster is in its gold cluster, and the
 * other way round; then the mean over mentions.
 *
 * @param mentions gold cluster and system cluster of each gold mention; null where the system has no such mention, which
 *   makes it a cluster of its own
 */
export function bCubed(
  mentions: readonly { readonly gold: string; readonly system: string | null }[],
): ClusterScore {
  const systemOf = mentions.map(({ system }, index) => system ?? `missing ${index}`);
  const goldSizes = countBy(mentions.map(({ gold }) => gold));
  const systemSizes = countBy(systemOf);
  const shared = countBy(mentions.map(({ gold }, index) => `${gold} ${systemOf[index]}`));
  const overlaps = mentions.map(({ gold }, index) => shared.get(`${gold} ${systemOf[index]}`) ?? 0);
  const precision = sum(
    overlaps.map((overlap, index) => share(overlap, systemSizes.get(systemOf[index] ?? "") ?? 0)),
  );
  const recall = sum(
    overlaps.map((overlap, index) => share(overlap, goldSizes.get(mentions[index]?.gold ?? "") ?? 0)),
  );
  const [p, r] = [share(precision, mentions.length), share(recall, mentions.length)];
  return { mentions: mentions.length, p: round4(p), r: round4(r), f1: round4(harmonicMean(p, r)) };
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
