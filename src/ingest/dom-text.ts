import type { HtmlElement, HtmlNode } from "./html-document.ts";

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);

/** Elements whose content is no running text of the article. */
const LEFT_OUT = new Set(
  (
    "audio button canvas datalist embed figcaption head iframe input math noscript object picture progress script " +
    "select style svg template textarea title video"
  ).split(" "),
);

const ELEMENT = 1;
const TEXT = 3;

/**
 * The readable text of an element, one line for each paragraph, heading, list item and table row, runs of blanks as
 * one. Scripts, styles, forms, captions and hidden parts are left out.
 */
export function toTextLines(root: HtmlElement): string {
  const lines: string[] = [];
  let line = "";
  const endLine = () => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const visit = (node: HtmlNode, preformatted: boolean): void => {
    if (node.nodeType === TEXT) {
      const [first = "", ...rest] = preformatted
        ? (node.textContent ?? "").split("\n")
        : [node.textContent ?? ""];
      line += first;
      for (const next of rest) {
        endLine();
        line = next;
      }
      return;
    }
    // A node of type 1 is an element.
    const element = node as HtmlElement;
    if (node.nodeType !== ELEMENT || isLeftOut(element)) return;
    const name = element.localName;
    if (name === "br" || BLOCKS.has(name)) endLine();
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      visit(child, preformatted || name === "pre");
    }
    if (BLOCKS.has(name)) endLine();
    else if (name === "td" || name === "th") line += " ";
  };
  visit(root, false);
  endLine();
  return lines.join("\n");
}

function isLeftOut(element: HtmlElement): boolean {
  return (
    LEFT_OUT.has(element.localName) ||
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")
  );
}
