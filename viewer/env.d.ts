interface ImportMetaEnv {
  /** Set in the build that `dateline publish` puts into its files. */
  readonly PUBLISHED?: boolean;
}
