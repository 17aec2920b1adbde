/** Nodes at which sizes are as given; more nodes are drawn smaller, by the fourth root of their number. */
const REFERENCE_COUNT = 60;

/** Radius of a node in CSS pixels at the camera's initial zoom: grows with the square root of its degree. */
export function nodeRadius(degree: number, nodeCount: number): number {
  const crowd = Math.min(1.1, Math.max(0.3, (REFERENCE_COUNT / Math.max(1, nodeCount)) ** 0.25));
  return Math.min(17, 4 + 2.2 * Math.sqrt(degree)) * crowd;
}

/** Longest label drawn, in characters; the card shows the whole. */
export const LABEL_CHARACTERS = 26;

export function shortLabel(label: string): string {
  if (label.length <= LABEL_CHARACTERS) return label;
  const characters = [...label];
  if (characters.length <= LABEL_CHARACTERS) return label;
  return `${characters
    .slice(0, LABEL_CHARACTERS - 1)
    .join("")
    .trimEnd()}…`;
}
