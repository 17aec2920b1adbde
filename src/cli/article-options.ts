import type { Command } from "commander";
import { UsageError } from "../model/errors.ts";
import { type ArticleMetadata, checkMetadata } from "../pipeline/read-source.ts";

export interface ArticleOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
}

/** Adds the options by which a user says what an input does not, or corrects what it says. */
export function addArticleOptions(command: Command): Command {
  return command
    .option("--published <date>", "date of publication, e.g. 2025-08-22; wins over what the input says")
    .option("--outlet <name>", "who published it; wins over what the input says")
    .option("--title <text>", "headline, for a single article")
    .option("--url <url>", "address of the article, for a single article");
}

/** @throws {@link UsageError} where a value cannot be used, or is meant for one article and `inputs` are more */
export function toMetadata(options: ArticleOptions, inputs: number): ArticleMetadata {
  for (const name of ["title", "url"] as const) {
    if (options[name] !== undefined && inputs > 1) {
      throw new UsageError(
        `--${name} is for one article, but there are ${inputs} inputs; read them one by one`,
      );
    }
  }
  return checkMetadata(options);
}
