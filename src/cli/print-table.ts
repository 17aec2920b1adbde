import type { Context } from "./context.ts";
import { styleFor } from "./terminal.ts";
import { formatTable } from "./text-table.ts";

/**
 * Prints a table as wide as the screen at most. Where there are no rows it prints nothing: the command says what that
 * means.
 *
 * @param right columns (by index) whose cells stand at the right, as numbers do
 */
export function printTable(
  context: Pick<Context, "terminal" | "environment">,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): void {
  const { stdout } = context.terminal;
  const { bold } = styleFor(stdout, context.environment);
  stdout.write(formatTable(head, rows, { width: stdout.columns, head: bold, right }));
}
