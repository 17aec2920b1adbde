/** Of more alternatives than these, none helps. */
const MOST_EXPECTED = 6;

/**
 * Says in one short line where a query stops being SPARQL and at which word. Oxigraph gives the place and every
 * character that its grammar would have taken there, in the syntax of its parser.
 *
 * @param message Oxigraph's
 * @param sparql the query as its author wrote it
 * @param shift lines that stood before it when it was parsed
 * @example
 * explainSyntaxError('error at 1:25: expected ")"', "SELECT (COUNT(?x) AS ?n WHERE {?x ?y ?z}", 0);
 * // 'line 1, column 25: ")" expected before "WHERE"'
 */
export function explainSyntaxError(message: string, sparql: string, shift: number): string {
  const [, lineText, columnText, rest] =
    /^error at (\d+):(\d+): expected (?:one of )?([\s\S]*)$/.exec(message) ?? [];
  if (rest === undefined) return message.replace(/\s+/g, " ");
  const misspelt = unknownForm(sparql);
  if (misspelt !== undefined)
    return `line ${misspelt.line}: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with "${misspelt.word}"`;
  const line = Number(lineText) - shift;
  const column = Number(columnText);
  const characters = [...(sparql.split("\n")[line - 1] ?? "")];
  // The place may be within a word, which is then named whole.
  const before = /[\w:?$<>@^]*$/.exec(characters.slice(0, column - 1).join(""))?.[0] ?? "";
  const following = characters.slice(column - 1).join("");
  const word = /^\s*([\w:?$<>@^]+|\S)/.exec(
    /^[\w:?$<>@^]/.test(following) ? before + following : following,
  )?.[1];
  const place = `line ${line}, column ${column}`;
  const found = word === undefined ? "the end of the line" : `"${word}"`;
  // What is wrong beyond the grammar, such as a variable that nothing binds, stands among the alternatives as a sentence.
  const reason = /(?:^|, )(\p{Lu}\w+ (?:\w+ )*\w+)(?=,|$)/u.exec(rest)?.[1];
  if (reason !== undefined) return `${place}, at ${found}: ${reason}`;
  const expected = rest
    .replace(/\[[^\]]*\](?:, )?/g, "")
    .split(/, (?=["\p{L}])/u)
    .filter((alternative) => alternative.trim() !== "");
  if (expected.length === 0 || expected.length > MOST_EXPECTED)
    return `${place}: ${found} is not expected here`;
  return `${place}: ${expected.join(" or ")} expected before ${found}`;
}

/** The first word after the prologue, where no query begins so. Oxigraph only says what it had expected later on. */
function unknownForm(sparql: string): { readonly word: string; readonly line: number } | undefined {
  const prologue =
    /^(?:\s|#[^\n]*(?:\n|$)|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*:\s*<[^>]*>)*/i.exec(sparql)?.[0] ?? "";
  const word = /^[a-z]+/i.exec(sparql.slice(prologue.length))?.[0];
  if (word === undefined || /^(?:select|ask|construct|describe|base|prefix)$/i.test(word)) return undefined;
  return { word, line: prologue.split("\n").length };
}
