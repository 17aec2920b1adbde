/*
 * What one input may weigh. News articles are far below all of these; what lies above is no article, or is hostile,
 * and is refused with a message that names the limit instead of exhausting the machine.
 */

/** Bytes of a file that holds one article. */
export const MAX_ARTICLE_BYTES = 20_000_000;

/** Bytes of a file of JSON lines, which is read one line at a time. */
export const MAX_JSON_LINES_BYTES = 500_000_000;

/** Code units of an article's text after normalisation: some 350,000 words, longer than most books. */
export const MAX_TEXT_LENGTH = 2_000_000;

/** Code units of one line (one paragraph) of text, and bytes of one JSON line. */
export const MAX_LINE_LENGTH = 1_000_000;

/** Elements of an HTML page. Pages of news sites have 1,000 to 10,000. */
export const MAX_HTML_ELEMENTS = 100_000;

/** Levels of nesting of an HTML page. Pages of news sites have 20 to 60; pages with unclosed tags, a few hundred. */
export const MAX_HTML_DEPTH = 1_000;
