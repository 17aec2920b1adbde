import { describe, expect, test } from "vitest";
import { queryForm } from "../../../src/store/sparql-text.ts";
import {
  type EngineReply,
  type EngineRequest,
  type EngineThread,
  takeTurns,
} from "../../../viewer/query/engine-turns.ts";
import { asksForTable } from "../../../viewer/query/query-form.ts";

const never = (): Promise<EngineReply> => new Promise(() => {});
const answered = (text: string): EngineReply => ({ kind: "answered", isTable: true, text });
const OPEN: EngineRequest = { ask: "open", engine: new ArrayBuffer(0), quads: "" };

/** An engine that tells what it was asked. @param replies - how the threads reply to being opened, one after the other */
function fakeEngine(...replies: (() => Promise<EngineReply>)[]) {
  const told: string[] = [];
  let busy = 0;
  const start = (): EngineThread => {
    const opened = replies.shift() ?? (async () => ({ kind: "open" }) as const);
    told.push("start");
    return {
      put: async (request) => {
        if (request.ask === "open") return opened();
        told.push(request.query);
        if (request.query === "slow") return never();
        expect(++busy).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, request.query.length));
        busy--;
        return answered(`to ${request.query}`);
      },
      end: () => {
        told.push("end");
      },
    };
  };
  const ask = takeTurns({ opening: async () => OPEN, start, limitMs: 60 });
  return { told, ask: (query: string) => ask(() => query) };
}

describe("the engine of a page", () => {
  test("is asked one query after the other, and each has its own answer", async () => {
    const { ask, told } = fakeEngine();
    const replies = await Promise.all(["a longer query", "short"].map(ask));
    expect(replies).toEqual([answered("to a longer query"), answered("to short")]);
    expect(told).toEqual(["start", "a longer query", "short"]);
  });

  test("is ended with a query that takes too long, and started anew for the next", async () => {
    const { ask, told } = fakeEngine();
    const [slow, next] = await Promise.allSettled(["slow", "next"].map(ask));
    expect(slow).toMatchObject({
      reason: { message: "The query was ended after 0.06 seconds; add a LIMIT." },
    });
    expect(next).toMatchObject({ value: answered("to next") });
    expect(told).toEqual(["start", "slow", "end", "start", "next"]);
  });

  test("that does not open is ended, is told apart from a slow query, and is opened again", async () => {
    const { ask, told } = fakeEngine(never, async () => ({ kind: "failed", message: "no memory" }));
    await expect(ask("one")).rejects.toThrow("The query engine did not start within 0.06 seconds.");
    await expect(ask("two")).rejects.toThrow("The query engine could not be started: no memory");
    expect(await ask("three")).toEqual(answered("to three"));
    expect(told).toEqual(["start", "end", "start", "end", "start", "three"]);
  });

  test("is started once what it is opened with can be had", async () => {
    const failures = [new Error("broken page")];
    const ask = takeTurns({
      opening: async () => {
        const failure = failures.pop();
        if (failure !== undefined) throw failure;
        return OPEN;
      },
      start: () => ({
        put: async ({ ask }) => (ask === "open" ? { kind: "open" } : answered("")),
        end: () => {},
      }),
      limitMs: 1000,
    });
    await expect(ask(() => "one")).rejects.toThrow("broken page");
    expect(await ask(() => "two")).toEqual(answered(""));
  });
});

describe("the form of a query", () => {
  test.each([
    ["SELECT ?describe { ?describe ?p ?o }", true],
    ["PREFIX ex: <http://x/> SELECT * { ?s ex:construct ?o }", true],
    ["SELECT * { ?s ?p 'describe', \"construct\", '''\ndescribe''' } # construct", true],
    ["PREFIX describe: <http://construct.example/> ASK { ?s a describe:construct }", true],
    ["prefix select: <http://x/> construct where { ?s select:ask ?o }", false],
    ["# select\nBASE <http://select.example/> DESCRIBE <x>", false],
    ["?", true],
  ])("of %j is that of an answer in a table: %s, as the server has it", (sparql, isTable) => {
    expect(asksForTable(sparql)).toBe(isTable);
    expect(!["construct", "describe"].includes(queryForm(sparql))).toBe(isTable);
  });
});
