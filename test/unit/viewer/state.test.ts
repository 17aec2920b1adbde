import { describe, expect, test } from "vitest";
import { projectGraphView } from "../../../src/view/project-graph-view.ts";
import { cutText } from "../../../viewer/state/cut-text.ts";
import { SearchIndex } from "../../../viewer/state/search-index.ts";
import { Store } from "../../../viewer/state/store.ts";
import { fromFragment, toFragment } from "../../../viewer/state/url-state.ts";
import { indexView, QUANTITY_TYPE, TEXT_VALUE_TYPE } from "../../../viewer/state/view-index.ts";
import { applyCommand, INITIAL_STATE, isFiltered } from "../../../viewer/state/view-state.ts";
import { countFacet, findHiddenAtFirst, findVisible } from "../../../viewer/state/visible.ts";
import { countShown, dateInWords, factSentence, speakerLine } from "../../../viewer/state/wording.ts";
import { fixtureGraph, fixtureOntology } from "../../fixtures/graph-view/fixture-graph.ts";

const index = indexView(projectGraphView(fixtureGraph(), { ontology: fixtureOntology() }));
const noWords = () => new Set<string>();
const nodeId = (label: string): string =>
  index.view.nodes.find((node) => node.label === label)?.id ?? `no node ${label}`;
const hide = (facet: "type" | "factuality" | "relation", ...values: string[]) =>
  applyCommand(INITIAL_STATE, { type: "set-hidden", facet, values, hidden: true });

describe("filters", () => {
  test("hide values other than quantities at first", () => {
    const visible = findVisible(index, INITIAL_STATE, noWords);
    const shown = [...visible.nodeIds].map((id) => index.nodes.get(id)?.valueKind);
    expect(shown).toContain("quantity");
    expect(shown).not.toContain("text");
    expect(index.view.facts.length - visible.facts.length).toBe(1);
  });

  test("that the view chose itself are told from those that a person set", () => {
    const first = findVisible(index, INITIAL_STATE, noWords);
    expect(findHiddenAtFirst(index, INITIAL_STATE, first)).toHaveLength(1);
    expect(countShown(index, INITIAL_STATE, first)).toBe(
      `${first.facts.length} facts of ${index.view.facts.length}; 1 with dates and other values is not in the picture`,
    );

    const { values } = index.columns.facets.factuality;
    const filtered = hide("factuality", ...values);
    const none = findVisible(index, filtered, noWords);
    expect(findHiddenAtFirst(index, filtered, none)).toEqual([]);
    expect(countShown(index, filtered, none)).toBe(`0 facts of ${index.view.facts.length}`);
  });

  test("hide a node with its facts, and nodes that no visible fact joins", () => {
    const visible = findVisible(index, hide("type", "Person"), noWords);
    expect(visible.nodeIds.has(nodeId("Ruth Amari"))).toBe(false);
    expect(visible.nodeIds.has(nodeId("Marrow Institute"))).toBe(false);
    expect(visible.nodeIds.has(nodeId("Storm Odile"))).toBe(true);
  });

  test("count each facet under all the other filters, not under its own", () => {
    const state = hide("factuality", "certain");
    const factualities = countFacet(index, state, findVisible(index, state, noWords), "factuality");
    expect(factualities.find(({ value }) => value === "certain")).toMatchObject({ hidden: true, count: 86 });
    const met = countFacet(index, state, findVisible(index, state, noWords), "relation").find(
      ({ value }) => value === "met",
    );
    expect(met).toMatchObject({ count: 0, hidden: false });
  });

  test("can be set to one value alone and cleared again", () => {
    const all = countFacet(
      index,
      INITIAL_STATE,
      findVisible(index, INITIAL_STATE, noWords),
      "factuality",
    ).map(({ value }) => value);
    const only = applyCommand(INITIAL_STATE, { type: "only", facet: "factuality", value: "ruled_out", all });
    expect(new Set(findVisible(index, only, noWords).facts.map((fact) => fact.factuality))).toEqual(
      new Set(["ruled_out"]),
    );
    expect(isFiltered(only)).toBe(true);
    expect(isFiltered(applyCommand(only, { type: "show-all" }))).toBe(false);
  });
});

describe("the store", () => {
  test("undoes and redoes every command to the very same state", () => {
    const store = new Store();
    const states = [store.state];
    store.dispatch({ type: "select-node", id: "a" });
    states.push(store.state);
    store.dispatch({ type: "set-hidden", facet: "type", values: ["Person"], hidden: true });
    states.push(store.state);
    store.undo();
    expect(store.state).toBe(states[1]);
    store.undo();
    expect(store.state).toBe(states[0]);
    expect(store.canUndo).toBe(false);
    store.redo();
    store.redo();
    expect(store.state).toBe(states[2]);
  });

  test("tells nobody of a command that changes nothing", () => {
    const store = new Store();
    let told = 0;
    store.subscribe(() => told++);
    store.dispatch({ type: "clear-selection" });
    store.dispatch({ type: "select-node", id: "a" });
    store.dispatch({ type: "select-node", id: "a" });
    expect(told).toBe(1);
  });
});

describe("the address", () => {
  const fact = index.view.facts[12]?.id ?? "";
  const states = [
    INITIAL_STATE,
    applyCommand(INITIAL_STATE, { type: "select-node", id: nodeId("Émile Duroc") }),
    applyCommand(hide("relation", "met", "praised"), {
      type: "select-fact",
      id: fact,
      from: nodeId("Émile Duroc"),
    }),
    applyCommand(hide("type", QUANTITY_TYPE), { type: "show-tab", tab: "facts" }),
    applyCommand(INITIAL_STATE, {
      type: "set-hidden",
      facet: "type",
      values: [TEXT_VALUE_TYPE],
      hidden: false,
    }),
    applyCommand(INITIAL_STATE, {
      type: "select-path",
      from: nodeId("Émile Duroc"),
      to: nodeId("Port Verin"),
      rank: 2,
    }),
    applyCommand(INITIAL_STATE, { type: "set-words", words: "harbour & bay" }),
    applyCommand(INITIAL_STATE, {
      type: "set-period",
      period: { by: "published", from: "2031-03-01", to: "2031-03-31" },
      compared: { from: "2031-04-01", to: "2031-04-30" },
    }),
    applyCommand(INITIAL_STATE, { type: "show-only", ids: [nodeId("Port Verin"), nodeId("Storm Odile")] }),
    applyCommand(INITIAL_STATE, { type: "pin", id: nodeId("Port Verin"), place: { x: -12, y: 340.5 } }),
    applyCommand(INITIAL_STATE, { type: "note", id: nodeId("Port Verin"), text: "Ask the pilot,\ntwice" }),
    applyCommand(INITIAL_STATE, { type: "move-camera", camera: { x: 0.41, y: 0.6, ratio: 0.5 } }),
  ];

  test.each(states.map((state) => [toFragment(state, index), state] as const))(
    "#%s holds the whole state",
    (fragment, state) => {
      expect(fromFragment(`#${fragment}`, index)).toEqual(state);
    },
  );

  test("is empty for the initial state", () => {
    expect(toFragment(INITIAL_STATE, index)).toBe("");
  });

  test("that names what the graph does not have selects nothing", () => {
    expect(fromFragment("#fact=nonsense&node=none", index)).toEqual(INITIAL_STATE);
  });
});

describe("search", () => {
  const search = new SearchIndex(index);

  test("finds a name without its accents and from its first letters", () => {
    expect(search.find("emile dur")[0]).toMatchObject({ kind: "node", title: "Émile Duroc" });
    expect(search.find("elysor")[0]?.title).toBe("Élysor Palace");
  });

  test("finds a node by an alias", () => {
    expect(search.find("the accord").map((hit) => hit.title)).toContain("Harbour Accord");
  });

  test("finds a fact by the words of its evidence", () => {
    const hit = search.find("warship berth")[0];
    expect(hit).toMatchObject({ kind: "fact", title: "Montrel deployed to Ostrava Bay" });
  });

  test("forgives a slip in a long word", () => {
    expect(search.find("lindqist").map((hit) => hit.title)).toContain("Nora Lindqvist");
  });

  test("finds nothing for nothing", () => {
    expect(search.find("  ")).toEqual([]);
    expect(search.find("zzzzqqq")).toEqual([]);
  });
});

describe("wording", () => {
  test.each([
    ["2025-08-22", "22 August 2025"],
    ["2025-08-22T10:00:00Z", "22 August 2025"],
    ["2025-08", "August 2025"],
    ["2025", "2025"],
    ["--08-22", "22 August"],
    ["2025-08-01/2025-08-03", "1 August 2025 to 3 August 2025"],
    ["../2025-08-03", "until 3 August 2025"],
  ])("says the date %s as %s", (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test("names the chain of sources from the nearest on", () => {
    const rest = { addressee: null, setting: null, date: null };
    expect(
      speakerLine([
        { ...rest, speaker: "aides", verb: "say", setting: "press conference" },
        { ...rest, speaker: "The Gazette", verb: "report" },
      ]),
    ).toBe("aides (say) at a press conference, according to The Gazette (report)");
  });

  test("says a fact as a sentence", () => {
    const fact = index.view.facts[12];
    expect(fact && factSentence(index, fact)).toBe(
      "Émile Duroc ruled out stationing naval vessels in the bay",
    );
  });
});

describe("the article's text", () => {
  const marked = (text: string, start: number, end: number): string[] =>
    cutText(text, { start, end }).flatMap(({ pieces }) =>
      pieces.filter((piece) => piece.marked).map((piece) => piece.text),
    );

  test("is cut at the ends of the quote, in code units", () => {
    const text = "One 😀 two.\n\nThree four.";
    expect(marked(text, 7, 10)).toEqual(["two"]);
  });

  test("marks a quote that runs over two paragraphs in both", () => {
    expect(marked("One two.\nThree four.", 4, 14)).toEqual(["two.", "Three"]);
  });

  test("loses no character but line ends", () => {
    const text = "One two.\n\nThree four.";
    const whole = cutText(text, { start: 4, end: 7 }).map(({ pieces }) =>
      pieces.map((piece) => piece.text).join(""),
    );
    expect(whole).toEqual(["One two.", "Three four."]);
  });
});
