interface ImportMetaEnv {
  /** Set in the build that `dateline publish` puts into its files. */
  readonly PUBLISHED?: boolean;
  /** Set in the build for files that answer questions in SPARQL themselves. */
  readonly CARRIES_SPARQL?: boolean;
}
