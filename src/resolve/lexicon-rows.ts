/** Rows of a lexicon file, split at tabs; empty lines and comments (`#`) are left out. */
export function lexiconRows(tsv: string): readonly (readonly string[])[] {
  return tsv
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
