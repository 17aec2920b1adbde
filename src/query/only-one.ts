import { UsageError } from "../model/errors.ts";

/**
 * The one thing that a name was found to mean.
 * @throws {@link UsageError} where it means nothing, or several things
 */
export function onlyOne<Thing extends { readonly iri: string }>(
  things: readonly Thing[],
  name: string,
): Thing {
  const [found, ...others] = things;
  if (found === undefined)
    throw new UsageError(`nothing is called "${name}"; look names up with dateline entities`);
  if (others.length > 0) {
    const iris = things.slice(0, 5).map(({ iri }) => iri);
    throw new UsageError(`"${name}" may be ${things.length} things; name one of them: ${iris.join(", ")}`);
  }
  return found;
}
