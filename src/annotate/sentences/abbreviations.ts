const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Titles, ranks and words of comparison: their stop never ends a sentence. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = words(
  "Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Brig Gov Sen Sens Rep Reps Pres Hon " +
    "Msgr Supt Insp vs v e.g i.e",
);

/** Abbreviations whose stop ends a sentence only before a word that begins sentences: months, days, firms, states, degrees. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = words(
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Inc Ltd Corp Co Cos Bros " +
    "Pty Plc Dept Univ Assn Ave Blvd Rd Hwy Sq approx est etc al ed eds min max hr hrs sq oz lb lbs Ala Ariz Ark Calif Colo " +
    "Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo " +
    "Sr Jr St Ste Det Amb Sec Treas Atty Mt Ft cf c ca viz Fig Vol Op Ch pp",
);

/** Words that, capitalised after an abbreviation, begin a new sentence: function words that are no part of names. */
export const SENTENCE_STARTERS: ReadonlySet<string> = words(
  "The A An This That These Those It Its He She They We I You His Her Their Our My There Here But And So Yet Or In On At " +
    "By For From With After Before During Since Until While When Where Who What Why How If Although Though Because As " +
    "However Meanwhile Moreover Still Then Now Also Some Many Most Several Both All Each Every Another Other Not No " +
    "According Earlier Later Last Over Once Despite To Only Even Just Such Under Through Without Within Among Between",
);

/** Verbs of speech that follow a quoted question or exclamation within its sentence: "Is that all?" Rossi asked. */
export const SPEECH_VERBS: ReadonlySet<string> = words(
  "said says asked asks told tells wrote writes added adds shouted replied cried posted tweeted wondered exclaimed " +
    "declared answered repeated yelled joked continued insisted recalled",
);
