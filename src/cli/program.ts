import { Command, CommanderError, Help, type Option } from "commander";
import { DatelineError } from "../model/errors.ts";
import { COMMON_OPTIONS, type CommandLine, printError } from "./command-line.ts";
import { addAnnotateCommand } from "./commands/annotate.ts";
import { addArticlesCommand } from "./commands/articles.ts";
import { addBriefCommand } from "./commands/brief.ts";
import { addBuildCommand } from "./commands/build.ts";
import { addDecisionCommands } from "./commands/decide.ts";
import { addCandidatesCommand, addDecisionsCommand } from "./commands/decisions.ts";
import { addEntitiesCommand } from "./commands/entities.ts";
import { addEvalCommand } from "./commands/eval.ts";
import { addExportCommand } from "./commands/export.ts";
import { addExtractCommand } from "./commands/extract.ts";
import { addFindCommand } from "./commands/find.ts";
import { addImportCommand } from "./commands/import.ts";
import { addLinkCommand } from "./commands/link.ts";
import { addPublishCommand } from "./commands/publish.ts";
import { addPushCommand } from "./commands/push.ts";
import { addQueryCommand } from "./commands/query.ts";
import { addRemoveCommand } from "./commands/remove.ts";
import { addRepairCommand } from "./commands/repair.ts";
import { addStatsCommand } from "./commands/stats.ts";
import { addValidateCommand } from "./commands/validate.ts";
import { addViewCommands } from "./commands/view.ts";
import type { Context } from "./context.ts";
import { exitCodeOf, INTERNAL, USAGE } from "./exit-codes.ts";

/**
 * Runs one command line. Errors are printed as one line on stderr.
 *
 * @param args - without the names of node and script
 * @returns the exit code
 */
export async function runCli(args: readonly string[], context: Context): Promise<number> {
  const line: CommandLine = { program: makeProgram(context), context, exitCode: 0 };
  addBuildCommand(line);
  addExtractCommand(line);
  addAnnotateCommand(line);
  addFindCommand(line);
  addQueryCommand(line);
  addExportCommand(line);
  addImportCommand(line);
  addPushCommand(line);
  addViewCommands(line);
  addPublishCommand(line);
  addArticlesCommand(line);
  addRemoveCommand(line);
  addEntitiesCommand(line);
  addDecisionCommands(line);
  addDecisionsCommand(line);
  addCandidatesCommand(line);
  addLinkCommand(line);
  addBriefCommand(line);
  addStatsCommand(line);
  addValidateCommand(line);
  addRepairCommand(line);
  addEvalCommand(line);
  try {
    await line.program.parseAsync(args, { from: "user" });
    return line.exitCode;
  } catch (error) {
    // Commander has printed what it threw for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    printError(context, error);
    return error instanceof DatelineError ? exitCodeOf(error.code) : INTERNAL;
  }
}

/** What commander leaves its readers alone with. */
function explainMisuse(message: string): string {
  return /^unknown command '[^']*'$/.test(message) ? `${message}; dateline --help lists them` : message;
}

function makeProgram(context: Context): Command {
  const { stdout, stderr } = context.terminal;
  return new Command("dateline")
    .description("News articles in, a checkable knowledge graph out: every fact points at its exact words.")
    .version(context.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError(true)
    .configureHelp({
      // What sets a command apart comes first, what all commands have last.
      visibleOptions(command) {
        const options = Help.prototype.visibleOptions.call(this, command);
        const isCommon = (option: Option) => COMMON_OPTIONS.includes(option.attributeName());
        return [...options.filter((option) => !isCommon(option)), ...options.filter(isCommon)];
      },
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
      // Commander puts its suggestion on a second line.
      outputError: (text) => printError(context, explainMisuse(text.replace(/^error: /, "").trim())),
    })
    .addHelpText(
      "after",
      "\nA first graph:\n  $ dateline build articles/\n  $ dateline find --relation met\n  $ dateline view",
    );
}
