export { EXPORT_FORMATS, exportDataset } from "./export/export-dataset.ts";
export {
  exportGraph,
  GRAPH_EXPORT_FORMATS,
  type GraphExportFormat,
  type GraphExportOptions,
} from "./export/export-graph.ts";
export { createMemoryGraph, type OpenOptions, openGraph } from "./library/open-graph.ts";
export { extract, extractArticle, readArticle } from "./library/read-article.ts";
export type { Article } from "./model/article.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export {
  DatelineError,
  InvalidArticleError,
  ModelError,
  OntologyError,
  QueryError,
  RdfSyntaxError,
  StoreError,
  UsageError,
} from "./model/errors.ts";
export type { Extraction } from "./model/extraction.ts";
export { FACTUALITIES, type Fact, type Factuality } from "./model/fact.ts";
export type { FactRecord, SpeakerRecord } from "./model/fact-record.ts";
export type { AnnotatedArticle, Layers, Quantity, Sentence, Token } from "./model/layers.ts";
export type { ArticleEntity, Mention } from "./model/mention.ts";
export type { Span } from "./model/span.ts";
export { loadOntology } from "./ontology/load-ontology.ts";
export type { Ontology, Relation } from "./ontology/ontology.ts";
export type {
  ArticleSummary,
  EntityRecord,
  FactFilter,
  Graph,
  GraphFact,
  GraphStats,
  QueryResult,
  ValidationIssue,
} from "./query/graph.ts";
export { type GraphView, parseGraphView } from "./view/graph-view.ts";
export { projectGraphView } from "./view/project-graph-view.ts";
export { type EdgeAttributes, type NodeAttributes, toGraphology } from "./view/to-graphology.ts";
