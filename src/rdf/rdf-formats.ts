/** How RDF files are written, wherever they come from. */
export interface RdfFileFormat {
  readonly name: string;
  readonly mediaType: string;
  /** File name endings, without dot. */
  readonly extensions: readonly string[];
}

export const RDF_FILE_FORMATS = [
  { name: "turtle", mediaType: "text/turtle", extensions: ["ttl"] },
  { name: "trig", mediaType: "application/trig", extensions: ["trig"] },
  { name: "ntriples", mediaType: "application/n-triples", extensions: ["nt"] },
  { name: "nquads", mediaType: "application/n-quads", extensions: ["nq"] },
  { name: "jsonld", mediaType: "application/ld+json", extensions: ["jsonld", "json"] },
  { name: "rdfxml", mediaType: "application/rdf+xml", extensions: ["rdf", "owl", "xml"] },
] as const satisfies readonly RdfFileFormat[];

export type RdfFormatName = (typeof RDF_FILE_FORMATS)[number]["name"];
