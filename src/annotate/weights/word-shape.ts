/** @example wordShape("U.S.") // "X.X." */
export function wordShape(form: string): string {
  return form
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{L}/gu, (letter) => (letter === "X" ? "X" : "x"))
    .replace(/\d/g, "d")
    .replace(/(.)\1+/g, "$1$1");
}
