import { UsageError } from "../model/errors.ts";
import type { Context } from "./context.ts";

/** SPARQL as users give it: itself, a file that holds it, or "-" for standard input. @throws {@link UsageError} where it is empty */
export async function readQuery(context: Context, argument: string): Promise<string> {
  if (argument === "-") return new TextDecoder().decode(await context.readStandardInput());
  const isFile =
    /\.(rq|sparql)$/i.test(argument) || (!/\s/.test(argument) && (await context.fileExists(argument)));
  const sparql = isFile ? await context.readTextFile(argument) : argument;
  if (sparql.trim() === "") throw new UsageError("the query is empty; give SPARQL, or a file that holds it");
  return sparql;
}
