import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  printRemark,
  wholeNumber,
} from "../command-line.ts";

/** The viewer itself arranges fewer things in about a second. */
const ARRANGED_BEFORE = 2000;

interface ViewOptions extends CommonOptions {
  readonly port: number;
  readonly timeout: number;
  readonly open?: boolean;
  readonly writable?: boolean;
}

/** `dateline view` and `dateline serve`: the viewer and the SPARQL endpoint, until interrupted. */
export function addViewCommands(line: CommandLine): void {
  const serverOptions = (name: string, summary: string, example: string) =>
    addCommand(line.program, name, {
      summary,
      json: "print the address as JSON",
      examples: [example],
      notes:
        "It listens on this machine only (loopback), until Ctrl-C.\n" +
        "/sparql speaks the SPARQL 1.1 Protocol, /graph-store the Graph Store Protocol.",
    })
      .option("--port <n>", "port to listen on; 0 takes any that is free", wholeNumber(0, 65_535), 8600)
      .option("--timeout <seconds>", "end a SPARQL query after this long", wholeNumber(1, 86_400), 30)
      .option(
        "--writable",
        "let clients add and remove articles, and change imported graphs; begins a graph where there is none",
      );
  serverOptions("view", "browse the graph by eye", "dateline view")
    .option("--no-open", "do not open a browser")
    .action((options: ViewOptions) => view(line, options));
  serverOptions(
    "serve",
    "serve viewer and SPARQL endpoint, without opening a browser",
    "dateline serve --port 9000",
  ).action((options: ViewOptions) => view(line, { ...options, open: false }));
}

async function view(line: CommandLine, options: ViewOptions): Promise<void> {
  const { context } = line;
  const writable = options.writable === true;
  const limits = { seconds: options.timeout };
  // Before the graph is read: what is written meanwhile is then another state.
  const state = await context.graphState(options.kg);
  const open = () => context.openGraph(options.kg, writable ? "create" : "read", limits);
  // Who may write keeps others out from the start.
  const waits = writable || !(await context.isViewKept(options.kg, state));
  const graph = waits ? await open() : null;
  try {
    const interrupted = context.catchInterrupts();
    if (graph !== null)
      await context.prepareView(graph, {
        state,
        atLeast: ARRANGED_BEFORE,
        onStart: (things) =>
          printRemark(context, options, `Arranging ${things} things; they are kept where they stand.`),
      });
    const server = await context.serve({
      folder: options.kg,
      graph,
      port: options.port,
      writable,
      state,
      // A graph that is open for writing is written by nobody else.
      ...(writable ? {} : { open }),
    });
    if (options.json === true) context.terminal.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
    else context.terminal.stdout.write(`${options.kg} is on view at ${server.url}\n`);
    if (options.open !== false) context.openBrowser(server.url);
    await untilAborted(interrupted);
    await server.close();
  } finally {
    await graph?.close();
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}
