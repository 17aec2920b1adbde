import { loadResources } from "../../../src/io/package-resources.ts";
import type { Fact } from "../../../src/model/fact.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";

const reader = createReader(await loadResources());

/** Facts of a text, each with the words of its mentions by id. */
export async function readText(
  text: string,
  published?: string,
): Promise<
  readonly { readonly fact: Fact; readonly words: (mention: string) => string; readonly object: string }[]
> {
  const dated = published === undefined ? {} : { published };
  const { facts, mentions } = await reader.extract(
    makeArticle({ text, title: "", language: "en", ...dated }),
  );
  const byId = new Map(mentions.map(({ id, text }) => [id, text]));
  const words = (mention: string) => byId.get(mention) ?? "";
  return facts.map((fact) => ({
    fact,
    words,
    object: fact.object.kind === "mention" ? words(fact.object.mentionId) : fact.object.value,
  }));
}

/** "subject relation object factuality @date by speakers" of every fact of a text of 11 June 2025, a line each. */
export async function factLines(text: string): Promise<string> {
  const read = await readText(text, "2025-06-11");
  return read
    .map(({ fact, words, object }) => {
      const { subject, relation, factuality, date, speakers } = fact;
      return [
        ...[words(subject), relation, object, factuality],
        ...(date === undefined ? [] : [`@${date}`]),
        ...(speakers.length === 0 ? [] : ["by", speakers.map(({ speaker }) => words(speaker)).join(" < ")]),
      ].join(" ");
    })
    .join("\n");
}
