/*
 * How many entities of a set with Wikidata ids the curated table links, and how many of these rightly:
 * `npx tsx test/bench/linking.ts FILE`, FILE being KnowledgeNet's folds as JSON lines (passages with facts whose subject and object have URIs).
 */
import { readFileSync } from "node:fs";
import { loadEngine } from "../../src/library/engine.ts";
import { makeArticle } from "../../src/model/ids.ts";
import { parseIdentityLexicon } from "../../src/resolve/identity-lexicon.ts";
import { parseKnownEntities } from "../../src/resolve/known-entities.ts";
import { resolveEntities } from "../../src/resolve/resolve-entities.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

interface Passage {
  readonly passageId: string;
  readonly text: string;
  readonly facts: readonly Record<"subject" | "object" | "subjectUri" | "objectUri", string>[] &
    readonly Record<"start" | "end" | "objectStart" | "objectEnd", number>[];
}

const [file = ""] = process.argv.slice(2);
const read = (name: string) => readFileSync(`data/lexicon/${name}`, "utf8");
const known = parseKnownEntities(read("known-entities.tsv"));
const lexicon = parseIdentityLexicon({
  nicknames: read("nicknames.tsv"),
  roleFields: read("role-fields.tsv"),
  namesakes: read("known-namesakes.tsv"),
});
const { reader } = await loadEngine();

const uris = new Set<string>();
const linkedUris = new Set<string>();
const wrong = new Map<string, number>();
let mentions = 0;
let linked = 0;
let right = 0;
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "") continue;
  for (const passage of (JSON.parse(line) as { passages: readonly Passage[] }).passages)
    await readPassage(passage);
}

async function readPassage({ passageId, text, facts }: Passage): Promise<void> {
  const gold = new Map<string, { start: number; end: number; uri: string; name: string }>();
  for (const { subject, subjectUri, start, end, object, objectUri, objectStart, objectEnd } of facts) {
    gold.set(`${start}-${end}`, { start, end, uri: subjectUri, name: subject });
    gold.set(`${objectStart}-${objectEnd}`, {
      start: objectStart,
      end: objectEnd,
      uri: objectUri,
      name: object,
    });
  }
  const named = [...gold.values()].filter(
    ({ uri, start }) => uri !== "" && /\p{Lu}/u.test(text[start] ?? ""),
  );
  if (named.length === 0) return;
  const extraction = await reader.extract(makeArticle({ text, title: passageId, language: "en" }));
  const { article } = extraction;
  const { find } = resolveEntities(
    [{ articleId: article.id, mentions: extraction.mentions, entities: extraction.entities }],
    { base: "https://kg.example/", known, lexicon },
  );
  for (const { start, end, uri, name } of named) {
    mentions++;
    uris.add(uri);
    const mention = extraction.mentions.find((one) => one.start === start && one.end === end);
    const wikidata = mention === undefined ? undefined : find(article.id, mention.entityId)?.wikidata;
    if (wikidata === undefined) continue;
    linked++;
    if (uri.endsWith(`/${wikidata}`)) {
      right++;
      linkedUris.add(uri);
    } else {
      const key = `${name}: ${wikidata}, gold ${uri.slice(uri.lastIndexOf("/") + 1)}`;
      wrong.set(key, (wrong.get(key) ?? 0) + 1);
    }
  }
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
print(`entities   ${linkedUris.size} of ${uris.size} linked (${percent(linkedUris.size, uris.size)})`);
print(`mentions   ${linked} of ${mentions} linked (${percent(linked, mentions)})`);
print(`precision  ${(right / linked).toFixed(4)} (${right} of ${linked})`);
for (const [words, count] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 25))
  print(`  ${count}  ${words}`);
