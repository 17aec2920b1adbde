import { readFileSync } from "node:fs";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";

/** The text of `ontology/news.ttl` as it stands in the repository. */
export const NEWS_TURTLE = readFileSync(new URL("../../../ontology/news.ttl", import.meta.url), "utf8");

export const NEWS_ONTOLOGY = loadOntology(NEWS_TURTLE);
