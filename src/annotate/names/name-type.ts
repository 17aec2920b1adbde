/** The class of a name and what it rests on. */
export interface NameType {
  readonly type: string;
  readonly decidedBy: string;
  /** 0 to 1, set by hand per rule from how often it was right on news text. */
  readonly confidence: number;
  readonly known?: string;
  readonly demonym?: boolean;
}

export function typed(type: string, decidedBy: string, confidence: number): NameType {
  return { type, decidedBy, confidence };
}

/** Classes that a name may take from a common noun beside it; "troops" or "meeting" beside a name say nothing of it. */
export function isNameClass(type: string): boolean {
  return /^(Person|Organization|Court|City|Place|Country|CelestialBody|Product|Weapon|Work|Event|Storm|Contest)$/.test(
    type,
  );
}
