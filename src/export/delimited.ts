/** One line of tab-separated values: tabs and line breaks within a value become spaces, since the form has no escape. */
export function toTsvLine(values: readonly string[]): string {
  return `${values.map((value) => value.replace(/[\t\r\n]+/g, " ")).join("\t")}\n`;
}

/** One line of comma-separated values as RFC 4180 has them, but ended by a bare newline. */
export function toCsvLine(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",")}\n`;
}
