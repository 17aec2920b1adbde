import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vite";
import viewer from "./vite.config.ts";

/**
 * The viewer as one script and one style sheet, for files that carry all they need: see `dateline publish`. In the mode
 * `sparql` with the page for queries, which the file then answers itself.
 */
export default defineConfig(({ mode }) =>
  mergeConfig(
    viewer,
    defineConfig({
      define: {
        "import.meta.env.PUBLISHED": "true",
        "import.meta.env.CARRIES_SPARQL": String(mode === "sparql"),
      },
      // Pages from disk have no origin, and browsers refuse them workers that are modules.
      worker: { format: "iife" },
      build: {
        outDir: fileURLToPath(
          new URL(mode === "sparql" ? "../dist/published-sparql" : "../dist/published", import.meta.url),
        ),
        lib: {
          entry: fileURLToPath(new URL("published.ts", import.meta.url)),
          formats: ["es"],
          fileName: () => "viewer.js",
          cssFileName: "viewer",
        },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  ),
);
