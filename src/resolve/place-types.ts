/** Classes of what lies somewhere, and bears its name alone: a town, not a firm that is named after it. */
export const PLACE_TYPES: ReadonlySet<string> = new Set([
  "CelestialBody",
  "City",
  "Continent",
  "Country",
  "Place",
  "State",
]);
