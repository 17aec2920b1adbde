/**
 * PLOVER: the root codes of political events and their quad categories, as in the codebook of the Open Event Data
 * Alliance (github.com/openeventdata/PLOVER).
 */
export const PLOVER_QUADS: Readonly<Record<string, string>> = {
  AGREE: "verbal cooperation",
  CONSULT: "verbal cooperation",
  SUPPORT: "verbal cooperation",
  CONCEDE: "verbal cooperation",
  COOPERATE: "material cooperation",
  AID: "material cooperation",
  RETREAT: "material cooperation",
  REQUEST: "verbal conflict",
  ACCUSE: "verbal conflict",
  REJECT: "verbal conflict",
  THREATEN: "verbal conflict",
  PROTEST: "material conflict",
  SANCTION: "material conflict",
  MOBILIZE: "material conflict",
  COERCE: "material conflict",
  ASSAULT: "material conflict",
};

/**
 * The code that records carry. The set with published results (Hu et al., ACL 2024) has one code, YIELD, where the
 * codebook tells verbal concessions from material ones.
 */
export function recordedPloverCode(root: string): string {
  return root === "CONCEDE" || root === "RETREAT" ? "YIELD" : root;
}
