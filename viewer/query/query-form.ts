/**
 * Whether a query is answered with a table, or a yes or no, and not with statements, as CONSTRUCT and DESCRIBE are: its
 * first keyword outside the prologue tells. Comments, texts, IRIs, variables and prefixed names hold no keywords.
 */
export function asksForTable(sparql: string): boolean {
  const opaque =
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g;
  const named = /[?$][\p{L}\p{N}_]+|[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.:-]*/gu;
  const keywords = sparql.replace(opaque, " ").replace(named, " ");
  const form = /\b(select|ask|construct|describe)\b/i.exec(keywords)?.[1]?.toLowerCase();
  return form !== "construct" && form !== "describe";
}
