import { hashText } from "../model/ids.ts";

const MARK = "# sha256 ";
const LINE = /^# sha256 ([0-9a-f]{64})\n?$/;

/** The text with a last line of comment that pins it. */
export function withChecksum(text: string): string {
  return `${text}${MARK}${hashText(text)}\n`;
}

/** The text before its last line, or undefined where that line does not fit it: it was changed, or cut off. */
export function checkedText(pinned: string): string | undefined {
  const end = pinned.lastIndexOf(MARK);
  const checksum = LINE.exec(pinned.slice(Math.max(0, end)))?.[1];
  if (checksum === undefined) return undefined;
  const text = pinned.slice(0, end);
  return hashText(text) === checksum ? text : undefined;
}
