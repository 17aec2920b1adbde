import type { RepairReport } from "../../query/repair-graph.ts";
import { addCommand, type CommandLine, type CommonOptions } from "../command-line.ts";
import { counted } from "../counted.ts";
import { BAD_DATA } from "../exit-codes.ts";

interface RepairOptions extends CommonOptions {
  readonly check?: boolean;
}

/** `dateline repair`: checks all files of a graph, and mends what follows from others. */
export function addRepairCommand(line: CommandLine): void {
  addCommand(line.program, "repair", {
    summary: "check every file of the graph against its checksum, and mend what can be mended",
    json: "print what was found and done as JSON",
    examples: ["dateline repair --check", "dateline repair --kg kg"],
    notes:
      "An article whose facts are damaged and whose text is whole is read again. What follows from nothing else is\n" +
      "set aside in damaged/, so that the rest opens; build or import it again from its source. Exit code 65:\n" +
      "something could not be mended, or with --check: was found.",
  })
    .option("--check", "find and tell, change nothing")
    .action(async (options: RepairOptions) => {
      const report = await line.context.repair(options.kg, options.check === true);
      const { stdout } = line.context.terminal;
      stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : formatReport(report, options));
      if (report.repairs.some(({ mended }) => !mended)) line.exitCode = BAD_DATA;
    });
}

function formatReport({ articles, imports, repairs }: RepairReport, { kg, quiet }: RepairOptions): string {
  const whole = `${counted(articles, "article")} and ${counted(imports, "imported graph")} of ${kg} are whole.\n`;
  return repairs.map(({ found, done }) => `${found}\n  ${done}\n`).join("") + (quiet === true ? "" : whole);
}
