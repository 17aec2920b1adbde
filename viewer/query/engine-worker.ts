import { initSync, Store } from "oxigraph/web.js";
import type { EngineReply, EngineRequest } from "./engine-turns.ts";
import { asksForTable } from "./query-form.ts";

let store: Store | undefined;

function answer(request: EngineRequest): EngineReply {
  if (request.ask === "open") {
    initSync({ module: request.engine });
    store = new Store();
    store.load(request.quads, { format: "application/n-quads", no_transaction: true, lenient: true });
    return { kind: "open" };
  }
  const isTable = asksForTable(request.query);
  const text = store?.query(request.query, {
    results_format: isTable ? "application/sparql-results+json" : "application/n-triples",
    use_default_graph_as_union: true,
  });
  return { kind: "answered", isTable, text: String(text) };
}

// Blocks this thread while it works: whoever asks may end it.
addEventListener("message", (event: MessageEvent<EngineRequest>) => {
  let reply: EngineReply;
  try {
    reply = answer(event.data);
  } catch (error) {
    reply = { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
  postMessage(reply);
});
