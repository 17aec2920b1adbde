import { expect, it } from "vitest";
import { loadEngine } from "../../../src/library/engine.ts";
import { readInThreads } from "../../../src/library/reading-threads.ts";
import { makeArticle } from "../../../src/model/ids.ts";

const articles = ["Oslo", "Bergen", "Tromsø", "Narvik", "Bodø", "Hamar", "Molde", "Voss", "Alta"].map(
  (town) =>
    makeArticle({ text: `Anna Lind, the mayor of ${town}, resigned on Friday.`, title: "", language: "en" }),
);

it("reads many articles in two threads as in one", { timeout: 120_000 }, async () => {
  const { reader } = await loadEngine();
  let readHere = 0;
  const here = {
    extract: (article: (typeof articles)[number]) => {
      readHere++;
      return reader.extract(article);
    },
  };
  const threads = readInThreads(here, 2);
  const read = await Promise.all(articles.map((article) => threads.extract(article)));
  await threads.close();
  expect(readHere).toBeLessThan(articles.length);
  expect(read).toEqual(await Promise.all(articles.map((article) => reader.extract(article))));
});

it("reads nothing more once it is closed", async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { reader } = await loadEngine();
  const threads = readInThreads({ extract: (article) => slow.then(() => reader.extract(article)) }, 1);
  const [atHand, waiting] = articles.slice(0, 2).map((article) => threads.extract(article));
  await threads.close();
  finish();
  await expect(waiting).rejects.toThrow("reading was ended");
  expect((await atHand)?.article).toEqual(articles[0]);
});
