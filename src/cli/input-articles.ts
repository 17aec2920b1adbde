import { type ArticleMetadata, type ReadOutcome, readArticles } from "../pipeline/read-source.ts";
import type { Context } from "./context.ts";

/**
 * Reads the articles of one command-line argument.
 *
 * @throws {@link DatelineError} where the argument names nothing that can be read
 */
export async function readInputArticles(
  context: Context,
  argument: string,
  metadata: ArticleMetadata,
): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  const { inputs } = await context.planInputs([argument]);
  for (const input of inputs) {
    const { location, bytes, ...carrier } = await input.read();
    const name = location === "-" ? "standard input" : location;
    outcomes.push(...readArticles(bytes, { name, ...carrier, ...metadata }));
  }
  return outcomes;
}
