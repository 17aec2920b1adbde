import { addCommand, type CommandLine, type CommonOptions } from "../command-line.ts";
import { BAD_DATA } from "../exit-codes.ts";
import { styleFor } from "../terminal.ts";

/** `dateline validate`: holds the graph against the SHACL shapes. */
export function addValidateCommand(line: CommandLine): void {
  addCommand(line.program, "validate", {
    summary: "check the graph against its SHACL shapes",
    json: "print one JSON object for each finding, a line each",
    examples: ["dateline validate", "dateline validate --json"],
    notes: "The exit code is 65 where the graph violates a shape; warnings alone leave it 0.",
  }).action((options: CommonOptions) => validate(line, options));
}

async function validate(line: CommandLine, options: CommonOptions): Promise<void> {
  const { stdout } = line.context.terminal;
  const graph = await line.context.openGraph(options.kg, "read");
  try {
    const issues = await graph.validate();
    const violations = issues.filter(({ severity }) => severity === "violation").length;
    if (violations > 0) line.exitCode = BAD_DATA;
    if (options.json === true) {
      stdout.write(issues.map((issue) => `${JSON.stringify(issue)}\n`).join(""));
      return;
    }
    const style = styleFor(stdout, line.context.environment);
    for (const { severity, message, node, path, value } of issues) {
      const mark = severity === "violation" ? style.red(severity) : severity;
      const where = [node, path, value].filter((part) => part !== null).join("  ");
      stdout.write(`${mark}: ${message}\n  ${style.dim(where)}\n`);
    }
    const warnings = issues.length - violations;
    const verdict =
      violations === 0 ? "is valid" : `has ${violations} ${violations === 1 ? "violation" : "violations"}`;
    const remark = warnings === 0 ? "" : `, with ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
    if (options.quiet !== true) stdout.write(`${options.kg} ${verdict}${remark}.\n`);
  } finally {
    await graph.close();
  }
}
