import type { Evidence } from "../../model/fact.ts";
import { containsSpan, type Span } from "../../model/span.ts";
import type { Reading } from "../reading.ts";
import { type SentenceTree, spanOf } from "../tree/sentence-tree.ts";

/** The smallest passage that states the reading: from the first to the last of subject, relation words and object in its sentence. */
export function evidenceOf(tree: SentenceTree, reading: Reading): Evidence {
  const { sentence } = tree;
  const inSentence = (span: Span): boolean => containsSpan(sentence, span);
  const parts: Span[] = [...reading.words, reading.object.span, reading.subject.span].filter(inSentence);
  const span = spanOf(parts as never) ?? reading.anchor;
  return { start: span.start, end: span.end, quote: tree.text.slice(span.start, span.end) };
}

/** The relation's words as they stand: joined by spaces, as they follow each other. */
export function surfaceRelation(reading: Reading): string {
  const nodes = [...new Set(reading.words)].sort((left, right) => left.index - right.index);
  let text = "";
  let last: number | undefined;
  for (const node of nodes) {
    const glued = last !== undefined && last === node.start;
    text += (text === "" || glued ? "" : " ") + node.form;
    last = node.end;
  }
  return text;
}
