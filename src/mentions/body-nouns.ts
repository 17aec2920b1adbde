/** Nouns for bodies of any kind: no word of the name need be the noun. */
export const PLAIN_BODIES = new Set(
  "company firm group organization organisation body agency carmaker automaker manufacturer retailer lender airline startup start-up publisher broadcaster newspaper club team charity operator drugmaker chipmaker giant carrier brewer brewery miner insurer utility developer supplier broker chain studio conglomerate builder contractor shipbuilder planemaker supermarket grocer bank union magazine network streamer multinational subsidiary".split(
    " ",
  ),
);

/** Nouns that people and bodies go by alike: "their employer, Mercy Health", "the rival Busch Mobil". */
export const PARTIES = new Set(
  "employer owner maker manufacturer producer supplier rival operator developer builder lender publisher broadcaster retailer insurer provider partner parent sponsor backer contractor landlord client customer competitor distributor buyer seller winner bidder creditor shareholder investor opponent exporter importer processor neighbour neighbor ally successor predecessor".split(
    " ",
  ),
);
