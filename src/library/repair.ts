import { openFolder } from "../io/folder.ts";
import { readPackageText } from "../io/package-resources.ts";
import { type RepairReport, repairGraph } from "../query/repair-graph.ts";
import { extractArticle } from "./read-article.ts";

/** Checks every file of the graph in a folder, and mends what can be mended; `dryRun` only tells. */
export async function repairFolder(folder: string, dryRun: boolean): Promise<RepairReport> {
  const ontology = await readPackageText("ontology/news.ttl");
  return repairGraph(openFolder(folder), { ontology, reread: extractArticle, dryRun });
}
