import {
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import type { ViewIndex } from "../state/view-index.ts";

export interface Editor {
  text(): string;
  end(): void;
}

const PREFIXES = ["news", "rel", "rdf", "rdfs", "xsd", "schema", "prov", "oa", "sem", "skos", "gaf"];
const TERMS: readonly (readonly [string, string])[] = [
  ["news:Fact", "a fact with its evidence"],
  ["news:factuality", "how sure: news:Certain, news:Possible …"],
  ["news:asserted", "whether the plain triple stands"],
  ["news:evidence", "the passage that says so"],
  ["news:attributedTo", "who said it"],
  ["news:statedOn", "when it was said"],
  ["news:confidence", "how sure the reading is"],
  ["oa:hasSelector", "where the passage stands"],
  ["oa:exact", "the very words"],
  ["sem:hasTimeStamp", "when it holds"],
  ["prov:wasDerivedFrom", "the article"],
  ["rdf:subject", "subject of a fact"],
  ["rdf:predicate", "relation of a fact"],
  ["rdf:object", "object of a fact"],
  ["skos:prefLabel", "name"],
  ["skos:altLabel", "other name"],
];
const KEYWORDS =
  "SELECT CONSTRUCT ASK DESCRIBE WHERE FILTER OPTIONAL UNION MINUS BIND VALUES GROUP ORDER BY LIMIT DISTINCT COUNT".split(
    " ",
  );

/** The words that can stand where the cursor is: terms of the vocabulary, and the relations and classes of this graph. */
function completionsOf(index: ViewIndex): Completion[] {
  const relations = index.view.relations.map(({ name, label }) => ({
    label: name.startsWith("rel:") ? name : `news:${name}`,
    detail: label,
    type: "property",
  }));
  const classes = index.view.types.map(({ name, label }) => ({
    label: `news:${name}`,
    detail: label,
    type: "class",
  }));
  return [
    ...relations,
    ...classes,
    ...TERMS.map(([label, detail]) => ({ label, detail, type: "property" })),
    ...PREFIXES.map((name) => ({ label: `${name}:`, type: "namespace" })),
    ...KEYWORDS.map((label) => ({ label, type: "keyword" })),
  ];
}

/** Colours by classes of the page's style sheet, which knows both themes. */
const HIGHLIGHTING = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.literal, tags.number], color: "var(--code-value)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
  { tag: [tags.namespace, tags.propertyName, tags.typeName], color: "var(--code-name)" },
]);

/**
 * An editor for SPARQL in an element. It lives in a shadow root, where its styles are adopted sheets, which a strict
 * content security policy lets pass.
 */
export function createEditor(
  element: HTMLElement,
  text: string,
  index: ViewIndex,
  onAsk: () => void,
): Editor {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const words = completionsOf(index);
  const complete = (context: CompletionContext) => {
    const word = context.matchBefore(/[\w:]+/);
    return word === null && !context.explicit ? null : { from: word?.from ?? context.pos, options: words };
  };
  const view = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        sparql(),
        syntaxHighlighting(HIGHLIGHTING),
        autocompletion({ override: [complete], icons: false }),
        Prec.highest(
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                onAsk();
                return true;
              },
            },
          ]),
        ),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": "SPARQL query; Escape and then Tab lead out of it",
          tabindex: "0",
        }),
        EditorView.theme({
          "&": { height: "100%", fontSize: "13px", color: "var(--text)" },
          "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
          ".cm-gutters": { background: "var(--sunken)", color: "var(--quiet)", border: "0" },
          ".cm-cursor": { borderLeftColor: "var(--text)" },
          ".cm-content": { fontFamily: "ui-monospace, monospace" },
          ".cm-tooltip": {
            background: "var(--surface)",
            color: "var(--text)",
            border: "1px solid var(--line)",
          },
          ".cm-tooltip-autocomplete ul li[aria-selected]": {
            background: "var(--accent-soft)",
            color: "var(--text)",
          },
        }),
      ],
    }),
  });
  return { text: () => view.state.doc.toString(), end: () => view.destroy() };
}
