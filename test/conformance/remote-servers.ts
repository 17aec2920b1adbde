import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RemoteAddresses, RemoteCredentials } from "../../src/io/remote-store.ts";
import { createMemoryGraph } from "../../src/query/open-graph.ts";
import { startServer } from "../../src/server/start-server.ts";
import { RESOURCES } from "../samples.ts";

/** A SPARQL server that tests may write to. */
export interface TestServer {
  readonly addresses: RemoteAddresses;
  readonly credentials?: RemoteCredentials;
  stop(): Promise<void>;
}

export interface TestServerKind {
  readonly name: string;
  /** Why it cannot be started here; undefined where it can. */
  readonly missing?: string;
  /** Whether it gives literals back as they were written. */
  readonly keepsLiterals: boolean;
  start(): Promise<TestServer>;
}

const fusekiJar = process.env["FUSEKI_JAR"] ?? "";
const virtuoso = spawnSync("sh", ["-c", "command -v virtuoso-t"]).status === 0;

export const SERVERS: readonly TestServerKind[] = [
  { name: "dateline serve --writable", keepsLiterals: true, start: startOwn },
  {
    name: "Apache Jena Fuseki",
    keepsLiterals: true,
    start: startFuseki,
    ...(existsSync(fusekiJar) ? {} : { missing: "FUSEKI_JAR names no jena-fuseki-server jar" }),
  },
  {
    name: "Virtuoso",
    keepsLiterals: false,
    start: startVirtuoso,
    ...(virtuoso ? {} : { missing: "there is no virtuoso-t on the path" }),
  },
];

async function startOwn(): Promise<TestServer> {
  const graph = createMemoryGraph({ resources: RESOURCES });
  const server = await startServer({ graph, port: 0, viewerFolder: "nowhere", writable: true });
  const addresses = { query: `${server.url}sparql`, graphStore: `${server.url}graph-store` };
  return { addresses, stop: () => server.close() };
}

async function startFuseki(): Promise<TestServer> {
  const port = await freePort();
  const args = ["-jar", fusekiJar, "--mem", "--update", "--localhost", "--port", String(port), "/news"];
  const child = spawn("java", args, {
    stdio: "ignore",
    env: { ...process.env, FUSEKI_BASE: join(tmpdir(), "fuseki") },
  });
  const dataset = `http://127.0.0.1:${port}/news`;
  const addresses = {
    query: `${dataset}/sparql`,
    update: `${dataset}/update`,
    graphStore: `${dataset}/data`,
  };
  await untilAnswers(addresses.query, child);
  return { addresses, stop: () => end(child) };
}

async function startVirtuoso(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "virtuoso-"));
  mkdirSync(join(folder, "db"));
  const [sql, http] = [await freePort(), await freePort()];
  writeFileSync(
    join(folder, "virtuoso.ini"),
    `[Database]
DatabaseFile = ${folder}/db/virtuoso.db
ErrorLogFile = ${folder}/db/virtuoso.log
LockFile = ${folder}/db/virtuoso.lck
TransactionFile = ${folder}/db/virtuoso.trx
xa_persistent_file = ${folder}/db/virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = ${folder}/db/virtuoso-temp.db
TransactionFile = ${folder}/db/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sql}
DisableUnixSocket = 1
DirsAllowed = ${folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerRoot = /usr/share/virtuoso-opensource-7/vsp
[SPARQL]
ResultSetMaxRows = 1000000
`,
  );
  const args = ["+foreground", "+configfile", join(folder, "virtuoso.ini")];
  const child = spawn("virtuoso-t", args, { cwd: folder, stdio: "ignore" });
  const base = `http://127.0.0.1:${http}`;
  await untilAnswers(`${base}/sparql`, child);
  spawnSync("isql-vt", [
    `127.0.0.1:${sql}`,
    ...["dba", "dba"],
    `exec=GRANT SPARQL_UPDATE TO "SPARQL"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);`,
  ]);
  return {
    addresses: {
      query: `${base}/sparql`,
      update: `${base}/sparql-auth`,
      graphStore: `${base}/sparql-graph-crud-auth`,
    },
    credentials: { user: "dba", password: "dba" },
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    if (child.exitCode !== null) throw new Error(`${url}: the server ended with ${child.exitCode}`);
    const reply = await fetch(`${url}?query=${encodeURIComponent("ASK {}")}`).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${url} does not answer`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
