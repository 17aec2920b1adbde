import type { Article } from "../model/article.ts";
import type { Folder } from "../model/effects.ts";
import { DecisionError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import { loadOntology } from "../ontology/load-ontology.ts";
import { DEFAULT_BASE } from "../ontology/vocabulary.ts";
import { extractionToQuads } from "../rdf/extraction-to-quads.ts";
import { makeIris } from "../rdf/iris.ts";
import { parseDecisions } from "../resolve/decisions.ts";
import type { StoredArticle } from "../store/article-files.ts";
import { GraphFolder } from "../store/graph-folder.ts";

/** What was found wrong with one file, and what became of it. */
export interface Repair {
  /** Names the file, and says what is wrong with it. */
  readonly found: string;
  readonly done: string;
  /** False where something was set aside or left as it is, and in a dry run. */
  readonly mended: boolean;
}

export interface RepairReport {
  /** That were found whole. */
  readonly articles: number;
  readonly imports: number;
  readonly repairs: readonly Repair[];
}

/**
 * Checks every file of a graph. An article whose facts are damaged and whose text is whole is read again; what cannot be
 * derived is set aside in `damaged/`, so that the rest opens.
 *
 * @param reread reads an article's text into facts
 */
export async function repairGraph(
  folder: Folder,
  options: {
    /** Turtle of the ontology. */
    readonly ontology: string;
    readonly reread: (article: Article) => Extraction | Promise<Extraction>;
    /** Find, and change nothing. */
    readonly dryRun?: boolean;
  },
): Promise<RepairReport> {
  const ontology = loadOntology(options.ontology);
  const fresh = { ontologyVersion: ontology.version, base: DEFAULT_BASE };
  const { dryRun = false } = options;
  const repairs: Repair[] = [];
  const manifest = await GraphFolder.findManifestDamage(folder, fresh, !dryRun);
  if (manifest !== undefined) {
    repairs.push({ found: manifest, done: dryRun ? "can be made anew" : "made anew", mended: !dryRun });
    if (dryRun) return { articles: 0, imports: 0, repairs };
  }
  const disk = await GraphFolder.open(folder, fresh, dryRun ? "read" : "write");
  try {
    const { articles, imports, damages } = disk.load((await disk.stamps()).keys());
    const reread = async (held: Omit<StoredArticle, "quads">) => {
      const extraction = await options.reread(held.article);
      const quads = extractionToQuads(extraction, makeIris(disk.base), ontology);
      await disk.write({ ...held, facts: extraction.facts.length, quads }, ontology.version);
      return `read again: ${extraction.facts.length} facts`;
    };
    for (const damage of damages) {
      const held = damage.article === undefined ? undefined : await disk.readArticleAlone(damage.article);
      const inPlace = held !== undefined && !damage.what.includes("wrong folder");
      if (dryRun) {
        const done = inPlace ? "its text is whole and can be read again" : "would be set aside";
        repairs.push({ found: damage.what, done, mended: false });
      } else if (inPlace) {
        repairs.push({ found: damage.what, done: await reread(held), mended: true });
      } else {
        const moved = await disk.setAside(damage);
        repairs.push({ found: damage.what, done: `set aside as ${moved.join(", ")}`, mended: false });
      }
    }
    const unreadable = await findBrokenDecisions(disk);
    if (unreadable !== undefined)
      repairs.push({
        found: unreadable,
        done: "left as it is: mend the line by hand, or remove it",
        mended: false,
      });
    return { articles: articles.length, imports: imports.length, repairs };
  } finally {
    await disk.close();
  }
}

/** People's decisions follow from nothing: none is ever dropped by a program. */
async function findBrokenDecisions(disk: GraphFolder): Promise<string | undefined> {
  try {
    parseDecisions(await disk.readDecisions());
    return undefined;
  } catch (error) {
    if (error instanceof DecisionError) return `${disk.path}/${error.message}`;
    throw error;
  }
}
