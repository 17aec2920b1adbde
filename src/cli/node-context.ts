import { fetchArticle } from "../io/fetch-article.ts";
import { fileExists, readAll, readTextFile, streamFile } from "../io/input-streams.ts";
import { writeFileWhole } from "../io/output-files.ts";
import { readPackageText } from "../io/package-resources.ts";
import { type InputSources, planInputs } from "../io/read-inputs.ts";
import { openBrowser } from "./browser.ts";
import type { Context } from "./context.ts";
import {
  graphStateOf,
  isViewKept,
  loadEngine,
  openGraphFolder,
  prepareView,
  readInThreads,
  repairGraphFolder,
  serveGraph,
} from "./services.ts";
import type { Output } from "./terminal.ts";

/** Bytes of standard input that are held at once. */
const MAX_STDIN_BYTES = 500_000_000;

/** The world as Node has it. */
export async function makeContext(process: NodeJS.Process): Promise<Context> {
  const { env: environment, stdin } = process;
  const readStandardInput = () => readAll(stdin, "standard input", MAX_STDIN_BYTES);
  const sources: InputSources = {
    workingFolder: process.cwd(),
    readStandardInput,
    fetch: (url) => fetchArticle(url),
  };
  const { version } = JSON.parse(await readPackageText("package.json")) as { version: string };
  return {
    terminal: {
      stdout: toOutput(process.stdout, environment["COLUMNS"]),
      stderr: toOutput(process.stderr, environment["COLUMNS"]),
    },
    environment,
    version,
    planInputs: (args) => planInputs(args, sources),
    readStandardInput,
    now: () => performance.now(),
    catchInterrupts: () => catchInterrupts(process),
    streamInput: (path) => (path === "-" ? stdin : streamFile(path)),
    readTextFile,
    readPackageText,
    fileExists,
    writeFile: writeFileWhole,
    loadEngine,
    readInThreads,
    openGraph: openGraphFolder,
    repair: repairGraphFolder,
    graphState: graphStateOf,
    isViewKept,
    prepareView,
    serve: serveGraph,
    openBrowser: (url) => openBrowser(url, process.platform, environment),
  };
}

function toOutput(stream: NodeJS.WriteStream, columns: string | undefined): Output {
  return {
    write: (text) => {
      if (text !== "") stream.write(text);
    },
    isTTY: stream.isTTY === true,
    // A terminal may be resized while a command runs. In a pipe `COLUMNS` says how wide the reader's page is.
    get columns() {
      const width = stream.isTTY ? stream.columns : Number(columns);
      return width > 0 ? width : undefined;
    },
  };
}

/** Handlers that run once: the second signal finds none, and ends the process as it would any other. */
function catchInterrupts(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
