import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vite";
import viewer from "./vite.config.ts";

/** The viewer as one script and one style sheet, for files that carry all they need: see `dateline publish`. */
export default mergeConfig(
  viewer,
  defineConfig({
    define: { "import.meta.env.PUBLISHED": "true" },
    build: {
      outDir: fileURLToPath(new URL("../dist/published", import.meta.url)),
      lib: {
        entry: fileURLToPath(new URL("published.ts", import.meta.url)),
        formats: ["es"],
        fileName: () => "viewer.js",
        cssFileName: "viewer",
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }),
);
