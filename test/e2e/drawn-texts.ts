import type { Page } from "playwright-core";

export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Runs in the page before its own scripts: keeps the texts of the last frame that a canvas was drawn with, with the
 * boxes of their ink, as the browser measures them.
 */
export const RECORD_TEXTS = `
  window.drawnTexts = [];
  const prototype = CanvasRenderingContext2D.prototype;
  const { clearRect, fillText } = prototype;
  prototype.clearRect = function (...box) {
    if (this.canvas.className.includes("overlay")) window.drawnTexts = [];
    return clearRect.apply(this, box);
  };
  prototype.fillText = function (text, x, y) {
    const ink = this.measureText(text);
    window.drawnTexts.push({
      text,
      left: x - ink.actualBoundingBoxLeft,
      right: x + ink.actualBoundingBoxRight,
      top: y - ink.actualBoundingBoxAscent,
      bottom: y + ink.actualBoundingBoxDescent,
    });
    return fillText.call(this, text, x, y);
  };
`;

export function drawnTexts(page: Page): Promise<DrawnText[]> {
  return page.evaluate("window.drawnTexts") as Promise<DrawnText[]>;
}

/** Every two texts whose ink overlaps. */
export function overlappingPairs(texts: readonly DrawnText[]): string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}
