/**
 * A number with the noun that it counts.
 *
 * @example
 * counted(1, "article"); // "1 article"
 * counted(2_400, "fact"); // "2,400 facts"
 */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
