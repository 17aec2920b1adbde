import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Viewer } from "../panels/viewer.ts";
import { labelOf } from "../state/view-index.ts";
import { countOf } from "../state/wording.ts";
import { type Answer, askSparql, type Cell } from "./ask-sparql.ts";
import { createEditor, type Editor } from "./editor.ts";

const FIRST_QUERY = `# Who met whom, and where it is written. Ctrl Enter asks.
SELECT ?who ?whom ?words WHERE {
  ?fact a news:Fact ;
    rdf:subject/skos:prefLabel ?who ;
    rdf:predicate news:met ;
    rdf:object/skos:prefLabel ?whom ;
    news:evidence/oa:hasSelector/oa:exact ?words .
}
LIMIT 100`;

/** Rows that are drawn; the rest is counted. */
const MAX_ROWS = 500;

function CellView({ viewer, cell }: { viewer: Viewer; cell: Cell | undefined }) {
  if (cell === undefined) return null;
  if (cell.kind === "iri" && viewer.index.nodes.has(cell.value))
    return (
      <button
        type="button"
        class="link"
        onClick={() => viewer.dispatch({ type: "select-node", id: cell.value })}
      >
        {labelOf(viewer.index, cell.value)}
      </button>
    );
  const factId = /\/fact\/([0-9a-f]+)$/.exec(cell.value)?.[1];
  const fact = factId === undefined ? undefined : viewer.index.facts.get(`fact:${factId}`);
  if (cell.kind === "iri" && fact !== undefined)
    return (
      <button
        type="button"
        class="link"
        onClick={() => viewer.dispatch({ type: "select-fact", id: fact.id })}
      >
        {fact.id}
      </button>
    );
  return <>{cell.value}</>;
}

/** The nodes that an answer names, so that it can be seen as a graph. */
function namedNodes(viewer: Viewer, answer: Answer): string[] {
  const ids = new Set<string>();
  for (const row of answer.rows)
    for (const cell of Object.values(row)) {
      if (cell.kind !== "iri") continue;
      if (viewer.index.nodes.has(cell.value)) ids.add(cell.value);
      const factId = /\/fact\/([0-9a-f]+)$/.exec(cell.value)?.[1];
      const fact = factId === undefined ? undefined : viewer.index.facts.get(`fact:${factId}`);
      if (fact !== undefined) {
        ids.add(fact.source);
        ids.add(fact.target);
      }
    }
  return [...ids];
}

function Result({ viewer, answer }: { viewer: Viewer; answer: Answer }) {
  const ids = namedNodes(viewer, answer);
  return (
    <>
      <div class="table-top">
        <p class="quiet" role="status">
          {countOf(answer.rows.length, "row")}
          {answer.rows.length > MAX_ROWS && `, the first ${MAX_ROWS} shown`}
        </p>
        {ids.length > 0 && (
          <button
            type="button"
            onClick={() => {
              viewer.dispatch({ type: "show-only", ids });
              viewer.dispatch({ type: "show-tab", tab: "graph" });
            }}
          >
            Show {countOf(ids.length, "thing")} as a graph
          </button>
        )}
      </div>
      <div class="query-rows">
        <table>
          <thead>
            <tr>
              {answer.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.slice(0, MAX_ROWS).map((row, place) => (
              <tr key={place}>
                {answer.columns.map((name) => (
                  <td key={name}>
                    <CellView viewer={viewer} cell={row[name]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "asking" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "answered"; readonly answer: Answer };

/** Questions in SPARQL: an editor that knows the words of the ontology, answers as a table and as a graph. */
export function QueryPage({ viewer }: { viewer: Viewer }) {
  const state = useSignal<State>({ kind: "idle" });
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const asked = useRef(0);
  const ask = async (): Promise<void> => {
    // Of several questions only the last one's answer is shown, in whatever order they come.
    const turn = ++asked.current;
    const become = (next: State): void => {
      if (turn === asked.current) state.value = next;
    };
    become({ kind: "asking" });
    try {
      become({ kind: "answered", answer: await askSparql(viewer.source, editor.current?.text() ?? "") });
    } catch (error) {
      become({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  useEffect(() => {
    if (host.current === null) return;
    editor.current = createEditor(host.current, FIRST_QUERY, viewer.index, ask);
    return () => editor.current?.end();
  }, []);
  const now = state.value;
  return (
    <section class="query-page" aria-label="Query">
      <div class="editor" ref={host} />
      <div class="table-top">
        <button type="button" class="strong-button" onClick={ask} disabled={now.kind === "asking"}>
          {now.kind === "asking" ? "Asking …" : "Ask"}
        </button>
        <p class="quiet">Ctrl Enter asks; Ctrl Space completes. Escape, then Tab, leaves the editor.</p>
      </div>
      {now.kind === "failed" && (
        <p class="failure" role="alert">
          {now.message}
        </p>
      )}
      {now.kind === "answered" && <Result viewer={viewer} answer={now.answer} />}
    </section>
  );
}
