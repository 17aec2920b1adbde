import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const command = join(root, "dist", "cli", "main.js");

interface CodeBlock {
  readonly language: string;
  readonly line: number;
  readonly code: string;
}

function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] as string,
    line: markdown.slice(0, match.index).split("\n").length,
    code: match[2] as string,
  }));
}

/** `$ command` lines, each with the output lines under it. A line `…` stands for any number of lines. */
function transcript(code: string): { readonly input: string; readonly output: string[] }[] {
  const steps: { input: string; output: string[] }[] = [];
  for (const line of code.trimEnd().split("\n")) {
    if (line.startsWith("$ ")) steps.push({ input: line.slice(2), output: [] });
    else steps.at(-1)?.output.push(line);
  }
  return steps;
}

/** A pattern that the printed output must match: literal lines, `…` alone for any lines, `…` within a line for any characters. */
function outputPattern(lines: readonly string[]): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", ".*");
  const parts = lines.map((line) => (line.trim() === "…" ? "(?:.*\n)*?" : `${literal(line.trimEnd())} *\n`));
  return new RegExp(`^${parts.join("")}$`);
}

const readme = readFileSync(join(root, "README.md"), "utf8");
let folder = "";
/** Code blocks as files, beside the test so that they resolve the package by its name. */
let generated = "";

/** Runs a line of the README in a shell, in an empty folder beside the sample articles, with the built command. */
function run(input: string) {
  const line = input.replaceAll("npx dateline", `"${process.execPath}" "${command}"`);
  return spawnSync("sh", ["-c", line], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "120" },
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-readme-"));
  symlinkSync(join(root, "data"), join(folder, "data"));
  generated = mkdtempSync(join(import.meta.dirname, "generated-"));
  const built = run("npx dateline build data/articles --kg kg-sample --quiet");
  expect(built.status, built.stderr).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(generated, { recursive: true, force: true });
});

describe("README", () => {
  for (const block of codeBlocks(readme).filter(({ language }) => language === "console")) {
    it(`prints what its transcript at line ${block.line} shows`, () => {
      for (const { input, output } of transcript(block.code)) {
        const { stdout, stderr, status } = run(input);
        expect(status, `${input}\n${stderr}`).toBe(0);
        expect(stdout, input).toMatch(outputPattern(output));
      }
    });
  }

  for (const block of codeBlocks(readme).filter(({ language }) => language === "ts")) {
    it(`runs its code at line ${block.line}`, async () => {
      const file = join(generated, `readme-${block.line}.ts`);
      writeFileSync(file, block.code.replaceAll('"kg-sample"', JSON.stringify(join(folder, "kg-sample"))));
      await import(/* @vite-ignore */ file);
    });
  }
});

describe("the documentation", () => {
  const pages = [
    "README.md",
    "ARCHITECTURE.md",
    "DECISIONS.md",
    "GLOSSARY.md",
    "CHANGELOG.md",
    "data/README.md",
  ];
  it.each(pages)("%s links only to files that exist", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      (match) => match[1] as string,
    );
    for (const link of links) expect(existsSync(resolve(dirname(join(root, page)), link)), link).toBe(true);
  });
});
