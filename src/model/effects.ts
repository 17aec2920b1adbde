/**
 * A folder of text files, as the graph store needs it. `io/` implements it over a disk, tests in memory.
 * Paths are relative to the folder, with `/` between names. Every failure is a {@link StoreError} that names the path.
 */
export interface Folder {
  /** Where it is, as given by the user: for messages only. */
  readonly path: string;
  /** Paths of all files in it and below, sorted; none where the folder does not exist. Names that begin with a dot are left out. */
  list(): Promise<readonly string[]>;
  /** The same files, each with a text that is another once the file was written again. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** @returns undefined where there is no such file */
  read(path: string): Promise<string | undefined>;
  /** The same, at once: for what is read only when somebody asks for it. */
  readNow(path: string): string | undefined;
  /** The same, whatever the file holds. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** Creates or replaces a file as a whole: whoever reads it, even after a crash, finds either the old or the new content. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Removes a file, and the folders above it that this leaves empty. A file that is not there is no error. */
  remove(path: string): Promise<void>;
  /**
   * Makes the folder if need be, and keeps other processes from writing until released; reading needs no lock.
   * @throws {@link StoreError} "… in use by process 4711" where another one holds it
   */
  lock(): Promise<FolderLock>;
}

export interface FolderLock {
  release(): Promise<void>;
}

/** A store behind SPARQL 1.1. Every failure is a {@link StoreError} that says what the store answered. */
export interface RemoteStore {
  /** Where queries go: for messages only. */
  readonly address: string;
  query(sparql: string, mediaType: string): Promise<string>;
  update(sparql: string): Promise<void>;
  /** Puts N-Triples in the place of all that a graph holds; null is the default graph. */
  putGraph(name: string | null, nTriples: string): Promise<void>;
  addToGraph(name: string | null, nTriples: string): Promise<void>;
  /** A graph that is not there is no error. */
  dropGraph(name: string | null): Promise<void>;
}

/** One sentence as numbers, for a {@link SentenceNetwork}. */
export interface EncodedSentence {
  /** Word pieces, with the marks of start and end. */
  readonly pieces: readonly number[];
  /** A casing class a piece. */
  readonly casing: readonly number[];
  /** Place of each word's first piece. */
  readonly wordStarts: readonly number[];
}

/** A network's scores for one sentence, row by row: a row a word, a column a class or, of arcs and labels, a head (0 is the root). */
export interface SentenceScores {
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  readonly names: Float32Array;
  readonly arcs: Float32Array;
  /** For every head, the number of the best label. */
  readonly labels: ArrayLike<number>;
}

/**
 * The neural network that reads sentences, as the annotator needs it: one sentence at a time, so that no sentence's
 * scores depend on another. `io/` implements it over an engine.
 */
export interface SentenceNetwork {
  score(sentence: EncodedSentence): Promise<SentenceScores>;
}
