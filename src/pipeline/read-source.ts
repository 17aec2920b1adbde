/*
 * The door to `ingest/` for those who run the pipeline by hand: one input, one line.
 */
export {
  type ArticleMetadata,
  articleFromLine,
  checkMetadata,
  type ReadOutcome,
  readArticles,
} from "../ingest/read-article.ts";
