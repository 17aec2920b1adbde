export type EngineRequest =
  | { readonly ask: "open"; readonly engine: ArrayBuffer; readonly quads: string }
  | { readonly ask: "query"; readonly query: string };

export type EngineReply =
  | { readonly kind: "open" }
  | { readonly kind: "answered"; readonly isTable: boolean; readonly text: string }
  | { readonly kind: "failed"; readonly message: string };

/** A thread with an engine in it. It is given one request at a time. */
export interface EngineThread {
  put(request: EngineRequest): Promise<EngineReply>;
  end(): void;
}

export interface TurnOptions {
  /** Gathers what the engine is opened with. */
  readonly opening: () => Promise<EngineRequest>;
  readonly start: () => EngineThread;
  readonly limitMs: number;
}

/** Waits no longer than the limit. */
function within<T>(limitMs: number, waited: Promise<T>, otherwise: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(otherwise)), limitMs);
    waited.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}

/**
 * Puts queries to an engine one after the other. It is started with the first query, and anew after one that had to be
 * ended, or where it could not be opened.
 *
 * @returns what puts a query, which is written when its turn has come
 */
export function takeTurns({ opening, start, limitMs }: TurnOptions) {
  const seconds = `${limitMs / 1000} seconds`;
  let thread: EngineThread | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function put(write: () => string): Promise<EngineReply> {
    try {
      if (thread === undefined) {
        const request = await opening();
        thread = start();
        const reply = await within(
          limitMs,
          thread.put(request),
          `The query engine did not start within ${seconds}.`,
        );
        if (reply.kind === "failed")
          throw new Error(`The query engine could not be started: ${reply.message}`);
      }
      return await within(
        limitMs,
        thread.put({ ask: "query", query: write() }),
        `The query was ended after ${seconds}; add a LIMIT.`,
      );
    } catch (error) {
      thread?.end();
      thread = undefined;
      throw error;
    }
  }

  return (write: () => string): Promise<EngineReply> => {
    const turn = last.then(() => put(write));
    last = turn.catch(() => {});
    return turn;
  };
}
