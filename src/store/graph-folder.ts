import type { Folder, FolderLock } from "../model/effects.ts";
import { RdfSyntaxError, StoreError } from "../model/errors.ts";
import {
  type ArticleFiles,
  articlePaths,
  committedArticle,
  parseArticle,
  parseArticleText,
  type StoredArticle,
  serializeArticle,
} from "./article-files.ts";
import { checkedText, withChecksum } from "./checksum.ts";
import {
  type ImportedGraph,
  importedGraphPath,
  isImportedGraph,
  parseImportedGraph,
  serializeImportedGraph,
} from "./imported-graphs.ts";

/** Layout of the folder; a later layout takes the next number. */
const FORMAT = 1;
const MANIFEST = "manifest.json";
const DECISIONS = "decisions.jsonl";
const CACHE = ".cache/look-ups.json";
/** While it stands, the article that it names is being written or removed: files of it without facts were never committed. */
const WRITING = ".writing";

/** What was found when all files were read. */
export interface FolderContents {
  /** By id. */
  readonly articles: readonly StoredArticle[];
  readonly imports: readonly ImportedGraph[];
  readonly damages: readonly Damage[];
}

export interface Damage {
  /** The file that makes the article or graph count. */
  readonly path: string;
  /** Its id; undefined for an imported graph. */
  readonly article: string | undefined;
  /** Names the file that is not as it was written, and says why. */
  readonly what: string;
}

export interface Manifest {
  readonly format: number;
  readonly ontologyVersion: string;
  readonly base: string;
}

/**
 * A graph on disk: `manifest.json`, three files per article under `articles/`, and one per imported graph under `graphs/`. An article is held from the moment its
 * `.nq` file stands, which is written last and removed first: a process killed at any point leaves every article whole or absent.
 */
export class GraphFolder {
  readonly #folder: Folder;
  readonly #lock: FolderLock | undefined;
  #manifest: Manifest;
  #manifestWritten: boolean;

  private constructor(folder: Folder, lock: FolderLock | undefined, manifest: Manifest, written: boolean) {
    this.#folder = folder;
    this.#lock = lock;
    this.#manifest = manifest;
    this.#manifestWritten = written;
  }

  /**
   * @param fresh the manifest of a new graph
   * @param access all but `read` keep other writers out until {@link close}; with `create`, a folder that does not exist or
   *   is empty becomes a graph
   * @throws {@link StoreError} where there is no graph, one that this version cannot read, or one in use by another writer
   */
  static async open(
    folder: Folder,
    fresh: Omit<Manifest, "format">,
    access: "read" | "write" | "create",
  ): Promise<GraphFolder> {
    if (access === "write" && (await folder.read(MANIFEST)) === undefined) await refuse(folder, access);
    const lock = access === "read" ? undefined : await folder.lock();
    try {
      const json = await folder.read(MANIFEST);
      if (json === undefined) {
        await refuse(folder, access);
        return new GraphFolder(folder, lock, { format: FORMAT, ...fresh }, false);
      }
      const opened = new GraphFolder(folder, lock, parseManifest(json, folder.path), true);
      if (lock !== undefined) await opened.#sweep();
      return opened;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  /**
   * Makes a manifest that is damaged or lost anew: its base stands in the names of the articles' graphs.
   * @returns what was wrong, or undefined where nothing was, or no article is there to tell the base
   */
  static async findManifestDamage(
    folder: Folder,
    fresh: Omit<Manifest, "format">,
    mend: boolean,
  ): Promise<string | undefined> {
    const json = await folder.read(MANIFEST);
    let what = `${folder.path}/${MANIFEST}: missing`;
    try {
      if (json !== undefined && parseManifest(json, folder.path)) return undefined;
    } catch (error) {
      if (!(error instanceof StoreError) || error.message.includes("has format")) throw error;
      what = error.message;
    }
    for (const path of await folder.list()) {
      if (committedArticle(path) === undefined) continue;
      const base = /<([^<> ]+\/)article\/[0-9a-f]{16}> \.$/m.exec((await folder.read(path)) ?? "")?.[1];
      if (base === undefined) continue;
      if (mend) {
        const lock = await folder.lock();
        try {
          const manifest: Manifest = { format: FORMAT, ...fresh, base };
          await folder.write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
        } finally {
          await lock.release();
        }
      }
      return what;
    }
    return undefined;
  }

  get base(): string {
    return this.#manifest.base;
  }

  get path(): string {
    return this.#folder.path;
  }

  /**
   * All that is held, checked; what is damaged is told, and left out.
   *
   * @param paths the files, as {@link stamps} has them
   */
  load(paths: Iterable<string>): FolderContents {
    const files = [...paths].sort();
    const articles: StoredArticle[] = [];
    const imports: ImportedGraph[] = [];
    const damages: Damage[] = [];
    for (const path of files) {
      const id = committedArticle(path);
      try {
        if (id !== undefined) articles.push(parseArticle(id, this.#articleFiles(id, path), this.path));
        else if (isImportedGraph(path)) imports.push(this.#readImport(path));
      } catch (error) {
        if (!(error instanceof StoreError || error instanceof RdfSyntaxError)) throw error;
        damages.push({ path, article: id, what: error.message });
      }
    }
    for (const id of withoutFacts(files).keys()) {
      const path = articlePaths(id).graph;
      if (this.#isLost(id)) damages.push({ path, article: id, what: `${this.path}/${path}: missing` });
    }
    return { articles, imports, damages };
  }

  /** Whether an article whose facts were not listed has lost them. A reader may have listed what a writer is at. */
  #isLost(id: string): boolean {
    const isWritten = () => this.#folder.readNow(WRITING)?.trim() === id;
    const { graph, text, metadata } = articlePaths(id);
    if (isWritten() || this.#folder.readNow(graph) !== undefined || isWritten()) return false;
    return this.#folder.readNow(text) !== undefined || this.#folder.readNow(metadata) !== undefined;
  }

  #articleFiles(id: string, path: string): Partial<ArticleFiles> {
    const paths = articlePaths(id);
    if (path !== paths.graph) throw new StoreError(`${this.path}/${path} stands in the wrong folder`);
    const held = Object.entries(paths).map(([part, file]) => [part, this.#folder.readNow(file)] as const);
    return Object.fromEntries(held.filter(([, content]) => content !== undefined));
  }

  #readImport(path: string): ImportedGraph {
    const imported = parseImportedGraph(path, this.#folder.readNow(path) ?? "", this.path);
    if (importedGraphPath(imported.name) !== path)
      throw new StoreError(`${this.path}/${path} holds the graph of another file; rename or remove it`);
    return imported;
  }

  /** The files with a text each that is another once the file was written again. */
  stamps(): Promise<ReadonlyMap<string, string>> {
    return this.#folder.stamps();
  }

  /** What {@link writeCache} kept under the key; undefined where it kept nothing, or it was changed since. */
  async readCache(key: string): Promise<string | undefined> {
    const cached = await this.#folder.read(CACHE).catch(() => undefined);
    return cached?.startsWith(`${key}\n`) ? checkedText(cached)?.slice(key.length + 1) : undefined;
  }

  /** Keeps what follows from the files beside them. Readers may: where the folder cannot be written, nothing is kept. */
  async writeCache(key: string, content: string): Promise<void> {
    try {
      await this.#folder.write(".cache/.gitignore", "*\n");
      await this.#folder.write(CACHE, withChecksum(`${key}\n${content}\n`));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  /** An article whose graph file is damaged, if text and metadata are whole. */
  async readArticleAlone(id: string): Promise<Omit<StoredArticle, "quads"> | undefined> {
    const { text, metadata } = articlePaths(id);
    try {
      const [held, described] = [await this.#folder.read(text), await this.#folder.read(metadata)];
      if (held === undefined || described === undefined) return undefined;
      return parseArticleText(id, { text: held, metadata: described }, this.path);
    } catch (error) {
      if (error instanceof StoreError) return undefined;
      throw error;
    }
  }

  /**
   * Takes what is damaged out of the graph, into `damaged/`, for people to look at.
   * @returns where the files went
   */
  async setAside({ path, article }: Damage): Promise<readonly string[]> {
    this.#requireLock();
    const paths = article === undefined ? undefined : articlePaths(article);
    // What counts goes first: at any break the article is damaged as before, or gone.
    const files = paths?.graph === path ? [path, paths.metadata, paths.text] : [path];
    const moved: string[] = [];
    for (const file of files) {
      const content = await this.#folder.readBytes(file);
      if (content === undefined) continue;
      await this.#folder.write(`damaged/${file}`, content);
      moved.push(`damaged/${file}`);
    }
    for (const file of files) await this.#folder.remove(file);
    return moved;
  }

  /** In the place of what the graph held. @throws {@link StoreError} */
  async writeImport(imported: ImportedGraph, ontologyVersion: string): Promise<void> {
    await this.#writeManifest(ontologyVersion);
    await this.#folder.write(importedGraphPath(imported.name), serializeImportedGraph(imported));
  }

  async removeImport(name: string | null): Promise<void> {
    this.#requireLock();
    await this.#folder.remove(importedGraphPath(name));
  }

  /** @throws {@link StoreError} where the graph was opened for reading, or the disk fails */
  async write(stored: StoredArticle, ontologyVersion: string): Promise<void> {
    await this.#writeManifest(ontologyVersion);
    const { id } = stored.article;
    const paths = articlePaths(id);
    const files = serializeArticle(stored);
    await this.#folder.write(WRITING, `${id}\n`);
    await this.#folder.write(paths.text, files.text);
    await this.#folder.write(paths.metadata, files.metadata);
    await this.#folder.write(paths.graph, files.graph);
    await this.#folder.remove(WRITING);
  }

  async remove(articleId: string): Promise<void> {
    this.#requireLock();
    const paths = articlePaths(articleId);
    await this.#folder.write(WRITING, `${articleId}\n`);
    await this.#folder.remove(paths.graph);
    await this.#folder.remove(paths.metadata);
    await this.#folder.remove(paths.text);
    await this.#folder.remove(WRITING);
  }

  /** The log of decisions about identity; empty where none were made. */
  async readDecisions(): Promise<string> {
    return (await this.#folder.read(DECISIONS)) ?? "";
  }

  /** @param log the whole log: what was there, with what was added at its end */
  async writeDecisions(log: string): Promise<void> {
    this.#requireLock();
    await this.#folder.write(DECISIONS, log);
  }

  async close(): Promise<void> {
    await this.#lock?.release();
  }

  async #writeManifest(ontologyVersion: string): Promise<void> {
    this.#requireLock();
    if (this.#manifestWritten && this.#manifest.ontologyVersion === ontologyVersion) return;
    this.#manifest = { ...this.#manifest, ontologyVersion };
    await this.#folder.write(MANIFEST, `${JSON.stringify(this.#manifest, null, 2)}\n`);
    this.#manifestWritten = true;
  }

  #requireLock(): void {
    if (this.#lock === undefined) throw new StoreError(`${this.path} was opened for reading only`);
  }

  /** Ends what a killed process was at: removes text and metadata of the article that it had not committed. */
  async #sweep(): Promise<void> {
    const id = (await this.#folder.read(WRITING))?.trim();
    if (id === undefined) return;
    for (const file of withoutFacts(await this.#folder.list()).get(id) ?? []) await this.#folder.remove(file);
    await this.#folder.remove(WRITING);
  }
}

/** Texts and metadata beside which no facts lie, by the article's id. */
function withoutFacts(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const held = new Set(files.flatMap((path) => committedArticle(path) ?? []));
  const found = new Map<string, readonly string[]>();
  for (const path of files) {
    const id = /^articles\/[0-9a-f]{2}\/([0-9a-f]{16})\.(?:txt|json)$/.exec(path)?.[1];
    if (id !== undefined && !held.has(id)) found.set(id, [...(found.get(id) ?? []), path]);
  }
  return found;
}

/** Says why a folder without a manifest cannot be opened; with `create`, an empty one can. */
async function refuse(folder: Folder, access: "read" | "write" | "create"): Promise<void> {
  const [file] = await folder.list();
  if (file !== undefined) {
    const found = `it holds ${file}, but no ${MANIFEST}`;
    throw new StoreError(`${folder.path} is not a graph: ${found}; choose another folder`);
  }
  if (access !== "create")
    throw new StoreError(`there is no graph at ${folder.path}; make one with "dateline build"`);
}

function parseManifest(json: string, path: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new StoreError(`${path}/${MANIFEST}: not JSON`, { cause: error });
  }
  const { format, ontologyVersion, base } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof format !== "number" || typeof ontologyVersion !== "string" || typeof base !== "string") {
    throw new StoreError(`${path}/${MANIFEST}: needs "format", "ontologyVersion" and "base"`);
  }
  if (format !== FORMAT) {
    throw new StoreError(
      `${path} has format ${format}, and this version reads format ${FORMAT}; build it again from its articles`,
    );
  }
  return { format, ontologyVersion, base };
}
