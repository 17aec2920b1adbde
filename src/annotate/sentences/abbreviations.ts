/** Abbreviations that a capital may follow within the sentence: titles, ranks, "v." and the like. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "Mr Mrs Ms Mx Dr Prof Rev Fr Sr Jr St Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Gov Sen Rep Pres Hon Msgr Supt " +
    "Insp Det Amb Sec Treas Pfc Brig vs v No Nos Fig Vol Op Art Ch pp Mt Ft"
  ).split(" "),
);

/** Abbreviations that end a sentence only where a capitalised word follows that begins sentences: months, firms, measures. */
export const PLAIN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Inc Ltd Corp Co Bros LLC " +
    "Cos Dept Univ Assn Ave Blvd Rd Hwy approx est etc al ca cf ed eds min max sq ft in oz lb lbs mph Calif Fla Mass Pa " +
    "Tex Va Wash Ill Mich Minn Ariz Colo Conn Ga Ind Kan Ky La Md Mo Mont Neb Nev Okla Ore Tenn Vt Wis Wyo a.m p.m i.e e.g " +
    "Ph.D M.D B.A M.A D.C"
  ).split(" "),
);

/** Words that, capitalised after an abbreviation, begin a new sentence: function words that are no part of names. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    "The A An This That These Those It Its He She They We I You His Her Their Our My There Here But And So Yet Or In On At " +
    "By For From With After Before During Since Until While When Where Who What Why How If Although Though Because As " +
    "However Meanwhile Moreover Still Then Now Also Some Many Most Several Both All Each Every Another Other Not No Asked " +
    "According Earlier Later Last Under Over Once Despite"
  ).split(" "),
);
