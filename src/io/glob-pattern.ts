/** Whether a command-line argument holds wildcards. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

/** The folder of a pattern before its first wildcard: where a search for it begins. "." for none. */
export function globBase(pattern: string): string {
  const wildcard = pattern.search(/[*?[{]/);
  const slash = pattern.lastIndexOf("/", wildcard);
  if (slash === -1) return ".";
  return slash === 0 ? "/" : pattern.slice(0, slash);
}

/**
 * Compiles a glob to a regular expression over whole paths with `/`: `*` and `?` stay within a name and do not match a
 * leading dot, `**` crosses folders, `[a-z]`, `[!a]` and `{a,b}` as in shells.
 *
 * Shells do this themselves; it is for patterns in quotes, and for Windows.
 *
 * @example
 * globToRegExp("news/**\/*.txt").test("news/2025/08/visit.txt"); // true
 */
export function globToRegExp(pattern: string): RegExp {
  let source = "";
  let braces = 0;
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern[index] ?? "";
    const startsName = index === 0 || pattern[index - 1] === "/";
    if (pattern.startsWith("**/", index) && startsName) {
      source += "(?:(?!\\.)[^/]+/)*";
      index += 2;
    } else if (pattern.startsWith("**", index)) {
      source += ".*";
      index++;
    } else if (char === "*") source += startsName ? "(?!\\.)[^/]*" : "[^/]*";
    else if (char === "?") source += startsName ? "(?!\\.)[^/]" : "[^/]";
    else if (char === "[" && pattern.indexOf("]", index + 2) !== -1) {
      const end = pattern.indexOf("]", index + 2);
      source += `[${pattern
        .slice(index + 1, end)
        .replace(/^!/, "^")
        .replace(/[\\[]/g, "\\$&")}]`;
      index = end;
    } else if (char === "{" && pattern.indexOf("}", index) !== -1) {
      source += "(?:";
      braces++;
    } else if (char === "}" && braces > 0) {
      source += ")";
      braces--;
    } else if (char === "," && braces > 0) source += "|";
    else source += char.replace(/[.+^$()|\\[\]{}*?]/g, "\\$&");
  }
  return new RegExp(`^${source}$`);
}
