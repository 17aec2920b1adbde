import {
  type DrawnLine,
  FONT_FAMILY,
  fontOf,
  HALO_WIDTH,
  PILL,
  runsLeftwards,
  type StyledNode,
} from "../render/drawn.ts";
import { trimCurve } from "../render/edge-geometry.ts";
import { arrowOf, dashesOf, shapePath } from "../render/shapes.ts";
import type { Snapshot } from "../render/snapshot.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for markup. Control characters, which XML does not have, are left out. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? "")
  );
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

function writeLine(line: DrawnLine): string {
  const { tip, left, right, base } = arrowOf(line);
  const [from, control1, control2] = trimCurve(line.curve, line.sourceRadius + 2, base);
  const to = base.place;
  const path = `M${n(from.x)} ${n(from.y)}C${n(control1.x)} ${n(control1.y)} ${n(control2.x)} ${n(control2.y)} ${n(to.x)} ${n(to.y)}`;
  const dashes = dashesOf(line.style, line.width);
  const dashing = dashes === null ? "" : ` stroke-dasharray="${dashes.map(n).join(" ")}"`;
  const cap = line.style === "dotted" ? ' stroke-linecap="round"' : "";
  return [
    `<path d="${path}" stroke="${line.color}" stroke-width="${n(line.width)}"${dashing}${cap}/>`,
    `<path d="M${n(tip.x)} ${n(tip.y)}L${n(left.x)} ${n(left.y)} ${n(right.x)} ${n(right.y)}z" fill="${line.color}" stroke="none"/>`,
  ].join("");
}

function writeNode(node: StyledNode, ground: string): string {
  const outer = `<path d="${shapePath(node.shape, node.x, node.y, node.radius)}" fill="${node.color}" stroke="${ground}" stroke-width="1.6"/>`;
  if (!node.hollow) return outer;
  return `${outer}<path d="${shapePath(node.shape, node.x, node.y, Math.max(0.5, node.radius - 1.8))}" fill="${ground}" fill-opacity="0.82"/>`;
}

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface SvgTexts {
  readonly title: string;
  /** What stands beneath the picture: where it is from. */
  readonly credit: string;
}

/** Height of the line of credit. */
const CREDIT_HEIGHT = 26;

/** The picture as a drawing with live text, exactly what is on screen. */
export function toSvg(snapshot: Snapshot, { title, credit }: SvgTexts): Drawing {
  const { width, height, palette, nodes, lines, marks } = snapshot;
  const texts = marks.labels
    .filter((label) => !label.isRaised)
    .map(({ text, style, box, color }) => {
      const x = n((box.left + box.right) / 2);
      const y = n((box.top + box.bottom) / 2 + 0.5);
      const direction = runsLeftwards(text) ? ' direction="rtl"' : "";
      return `<text x="${x}" y="${y}" style="font:${escapeXml(fontOf(style))}" fill="${color}"${direction}>${escapeXml(text)}</text>`;
    });
  const pills = marks.pills.map(({ text, box, fill, stroke, color, isStrong }) => {
    const [w, h] = [box.right - box.left, box.bottom - box.top];
    return [
      `<rect x="${n(box.left)}" y="${n(box.top)}" width="${n(w)}" height="${n(h)}" rx="${n(h / 2)}" fill="${fill}" stroke="${stroke}" stroke-width="${isStrong ? 2 : 1}"/>`,
      `<text x="${n(box.left + w / 2)}" y="${n(box.top + h / 2 + 0.5)}" style="font:${escapeXml(fontOf(PILL))}" fill="${color}">${escapeXml(text)}</text>`,
    ].join("");
  });
  const bars = marks.bars.map(
    ({ from, to, color }) =>
      `<path d="M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}" stroke="${color}" stroke-width="1.8"/>`,
  );
  const signs = marks.signs.map(({ kind, x, y, color }) =>
    kind === "note"
      ? `<circle cx="${n(x)}" cy="${n(y)}" r="3.5" fill="${color}"/>`
      : `<circle cx="${n(x)}" cy="${n(y)}" r="4" fill="${palette.ground}" stroke="${color}" stroke-width="1.6"/>`,
  );
  const whole = height + CREDIT_HEIGHT;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" aria-label="${escapeXml(title)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${whole}" fill="${palette.ground}"/>`,
    `<g fill="none">${lines.map(writeLine).join("")}</g>`,
    `<g stroke-linecap="round">${bars.join("")}</g>`,
    `<g>${[...nodes]
      .reverse()
      .map((node) => writeNode(node, palette.ground))
      .join("")}${signs.join("")}</g>`,
    `<g text-anchor="middle" dominant-baseline="central" paint-order="stroke" stroke="${palette.ground}" stroke-width="${HALO_WIDTH}" stroke-linejoin="round">${texts.join("")}</g>`,
    `<g text-anchor="middle" dominant-baseline="central">${pills.join("")}</g>`,
    `<text x="12" y="${height + 17}" style="font:400 11px ${escapeXml(FONT_FAMILY)}" fill="${palette.quietText}">${escapeXml(credit)}</text>`,
    "</svg>",
  ].join("\n");
  return { svg, width, height: whole };
}
