import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../model/errors.ts";
import type { Context } from "./context.ts";
import { toLine } from "./exit-codes.ts";
import { styleFor } from "./terminal.ts";

/** What commands are made with, and where they leave their exit code. */
export interface CommandLine {
  readonly program: Command;
  readonly context: Context;
  /** 0 unless a command that did its work has bad news, e.g. inputs that were refused. */
  exitCode: number;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly kg: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Their names, as commander gives them; `--help` is of them too. */
export const COMMON_OPTIONS: readonly string[] = ["kg", "json", "quiet", "help"];

/** What a command's help says. */
export interface CommandHelp {
  readonly summary: string;
  /** Command lines that work as they stand. */
  readonly examples: readonly string[];
  /** What `--json` prints, for commands that have it. */
  readonly json?: string;
  /** Anything more that a user must know. */
  readonly notes?: string;
}

/** Adds a command with the options that every command has, and help with examples. */
export function addCommand(program: Command, name: string, help: CommandHelp): Command {
  const command = program.command(name).summary(help.summary).description(help.summary);
  command.option("--kg <dir>", "folder of the graph", "kg");
  if (help.json !== undefined) command.option("--json", help.json);
  command.option("-q, --quiet", "print results and errors only");
  const heading = help.examples.length === 1 ? "Example:" : "Examples:";
  const examples = help.examples.map((example) => `  $ ${example}`).join("\n");
  const notes = help.notes === undefined ? "" : `\n${help.notes}\n`;
  return command.addHelpText("after", `${notes}\n${heading}\n${examples}`);
}

/** An option that takes one of a few words. */
export function choice(
  flags: string,
  description: string,
  choices: readonly string[],
  preset?: string,
): Option {
  const option = new Option(flags, description).choices(choices);
  return preset === undefined ? option : option.default(preset);
}

/** Reads a whole number that is at least `least`, for an option. */
export function wholeNumber(
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It must be a whole number ${range}.`);
  };
}

/** Reads an ISO day, month or year, for an option. */
export function isoDate(value: string): string {
  if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)) return value;
  throw new InvalidArgumentError("It must be a date such as 2025-08-22, 2025-08 or 2025.");
}

/** The format that `--format` and its short form `--json` ask for. */
export function chosenFormat<Format extends string>(
  options: { readonly format?: Format; readonly json?: boolean },
  preset: Format,
  json: Format,
): Format {
  if (options.json !== true) return options.format ?? preset;
  if (options.format !== undefined && options.format !== json) {
    throw new UsageError(
      `--json means --format ${json}; leave one of --json and --format ${options.format} out`,
    );
  }
  return json;
}

/**
 * About two million quads: a minute to open without what is kept beside the files, and two gigabytes of memory; each SPARQL
 * engine takes one more, and ends at four.
 */
const MANY_FACTS = 30_000;

/** Says where a folder on one machine ends, once a graph comes near. */
export function printSizeRemark(
  context: Context,
  options: Pick<CommonOptions, "quiet">,
  facts: number,
): void {
  if (facts < MANY_FACTS) return;
  const count = facts.toLocaleString("en-US");
  printRemark(
    context,
    options,
    `${count} facts are about what a folder and one program's memory hold well; dateline push brings them to a SPARQL server.`,
  );
}

/** Prints an error as one line on stderr. */
export function printError(context: Context, error: unknown): void {
  const style = styleFor(context.terminal.stderr, context.environment);
  context.terminal.stderr.write(`${style.red("dateline:")} ${toLine(error)}\n`);
}

/** Prints a remark on stderr, unless the user wants none. */
export function printRemark(context: Context, options: Pick<CommonOptions, "quiet">, text: string): void {
  if (options.quiet !== true) context.terminal.stderr.write(`${text}\n`);
}
