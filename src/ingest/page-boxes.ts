import type { HtmlDocument, HtmlElement } from "./html-document.ts";

/** Elements that pages make boxes of; the article itself is never one. */
const BOX_ELEMENTS = ["aside", "div", "section", "ul", "ol", "p", "form", "nav", "footer"];

/** What news sites call the boxes that stand within an article and are none of it, as words of class or id. */
const BOX_NAME = new RegExp(
  "(?:^|[\\s_-])(?:" +
    "newsletters?|sign-?up|subscri(?:be|ption)|paywall|cookies?|consent|advert(?:isement)?s?|sponsored|promos?|" +
    "related(?:-?(?:articles?|stories|content|links|posts?|topics?))?|recirc(?:ulation)?|read-?more|more-?on|trending|most-?(?:read|viewed|popular)|" +
    "share-?(?:bar|buttons?|tools|links?|icons?)|sharing|social-?(?:share|sharing|links?|bar|buttons?)|breadcrumbs?|comments?(?:-section)?" +
    ")(?:$|[\\s_-])",
  "i",
);

/** A box is small; what is longer may be the article in a badly named element. */
const MOST_CHARACTERS = 1_500;

/**
 * Takes out of a page what asks for subscriptions, shares or clicks: by the names that its authors gave it. Readability
 * judges boxes by their links and commas, so that a well-worded invitation passes for a paragraph.
 */
export function takeBoxesOut(document: HtmlDocument): void {
  // A list first: what is taken out changes what is walked.
  const boxes = [...document.querySelectorAll(BOX_ELEMENTS.join(","))].filter(isBox);
  for (const box of boxes) box.remove();
}

function isBox(element: HtmlElement): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return BOX_NAME.test(names) && (element.textContent ?? "").length <= MOST_CHARACTERS;
}
