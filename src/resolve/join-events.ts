import { DAY } from "./days.ts";
import { EVENT_DAYS, eventKey } from "./name-groups.ts";
import { type Profile, sharedCompany } from "./profile.ts";
import type { Sighting } from "./sightings.ts";
import type { AreApart } from "./split-group.ts";
import { UnionFind } from "./union-find.ts";

/**
 * Joins events that are described alike ("fire") and that happened to one thing ("the Sea Heron"), where the articles that tell of
 * them follow each other within two weeks. A country or a large city alone is too little: it takes other company besides.
 */
export function joinEvents(events: readonly Profile[], areApart: AreApart | undefined): readonly Profile[] {
  const union = new UnionFind(events.length);
  const byAnchor = new Map<string, number[]>();
  for (const [index, profile] of events.entries()) {
    const { event } = profile.sightings[0] as Sighting;
    for (const anchor of event?.anchors ?? []) {
      const key = eventKey(event?.head ?? "", anchor);
      const held = byAnchor.get(key);
      if (held === undefined) byAnchor.set(key, [index]);
      else held.push(index);
    }
  }
  for (const [key, indexes] of byAnchor) {
    const dated = indexes
      .map((index) => [dayOf(events[index] as Profile), index] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [position, [day, index]] of dated.entries()) {
      const before = dated[position - 1];
      if (before === undefined || !(day - before[0] <= EVENT_DAYS)) continue;
      const [left, right] = [events[before[1]] as Profile, events[index] as Profile];
      if (weightOf(left, key) < 1 && sharedCompany(left, right).weight < 1) continue;
      if (!areApart?.(left, right)) union.join(before[1], index);
    }
  }
  return union.groups().map(([first, ...others]) => {
    const event = events[first as number] as Profile;
    for (const index of others) event.absorb(events[index] as Profile);
    return event;
  });
}

function weightOf({ sightings }: Profile, key: string): number {
  const { companions, event } = sightings[0] as Sighting;
  const anchor = event?.anchors.find((candidate) => eventKey(event.head, candidate) === key);
  return companions.get(anchor ?? "") ?? 1;
}

/** Articles without a date join no others. */
function dayOf({ sightings }: Profile): number {
  const time = Date.parse(sightings[0]?.published ?? "");
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time / DAY;
}
