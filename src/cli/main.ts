#!/usr/bin/env node
import process from "node:process";
import { makeContext } from "./node-context.ts";
import { runCli } from "./program.ts";

/* The only place where the process ends. */

// A reader that has seen enough, such as `head`, closes the pipe: no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

process.exitCode = await runCli(process.argv.slice(2), await makeContext(process));
