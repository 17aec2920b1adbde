/** Closed word classes and irregular forms that matching of labels and relation wordings rests on. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

export const DETERMINERS = words("the a an this these that those its his her their our my some");

export const PREPOSITIONS = words(
  "of for in to from with by on at against about as into over under after before between among through during " +
    "without within near behind toward towards via off until up around together along",
);

export const RELATIVES = words("that which who whom whose where when while because if");

/** Words that say nothing of what a relation wording means: auxiliaries, hedges, adverbs of time. */
export const AUXILIARIES = words(
  "be will would could can may might shall should must do have to also now then already still currently " +
    "reportedly the a an its that was itself",
);

export const NEGATIONS = words("not never no nobody none neither nor cannot n't");

export const MODALS_OF_POSSIBILITY = words("could may might");

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, value) => [word, value]),
);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
]);

/** Verbs that make a fact a report of speech, as stems. */
export const REPORTING_VERBS =
  "say tell add state report announce claim note argue write declare insist explain confirm stress warn estimate " +
  "believe according comment remark reveal quote respond rule blame fear";

/** Relations that say what a thing is or is called, not what happened. */
export const NAMING_RELATIONS: ReadonlySet<string> = new Set([
  "type",
  "is a",
  "has type",
  "instance of",
  "same as",
  "also known as",
  "alternate name",
  "alt label",
  "label",
  "mentions",
  "name",
]);

const IRREGULAR: readonly (readonly [base: string, forms: string])[] = [
  ["be", "is are was were been being am"],
  ["meet", "met meets meeting"],
  ["say", "said says saying"],
  ["tell", "told tells telling"],
  ["hold", "held holds"],
  ["win", "won wins winning"],
  ["lead", "led leads"],
  ["leave", "left leaves"],
  ["buy", "bought"],
  ["sell", "sold"],
  ["send", "sent"],
  ["give", "gave given"],
  ["get", "got gotten"],
  ["take", "took taken"],
  ["make", "made"],
  ["come", "came"],
  ["go", "went gone"],
  ["rise", "rose risen"],
  ["fall", "fell fallen"],
  ["strike", "struck stricken"],
  ["fly", "flew flown flies"],
  ["speak", "spoke spoken"],
  ["write", "wrote written"],
  ["seek", "sought"],
  ["become", "became"],
  ["begin", "began begun"],
  ["break", "broke broken"],
  ["bring", "brought"],
  ["build", "built"],
  ["choose", "chose chosen"],
  ["find", "found"],
  ["fight", "fought"],
  ["hear", "heard"],
  ["keep", "kept"],
  ["know", "knew known"],
  ["lose", "lost"],
  ["pay", "paid"],
  ["see", "saw seen"],
  ["shoot", "shot"],
  ["steal", "stole stolen"],
  ["teach", "taught"],
  ["think", "thought"],
  ["overturn", "overturned"],
  ["withdraw", "withdrew withdrawn"],
  ["lie", "lay lain lies"],
  ["sit", "sat sitting"],
  ["set", "setting"],
  ["run", "ran running"],
  ["put", "putting"],
  ["cut", "cutting"],
  ["hit", "hitting"],
  ["fire", "fired firing"],
  ["die", "died dying dies"],
  ["do", "did does done"],
  ["have", "has had having"],
  ["grow", "grew grown"],
  ["uphold", "upheld"],
  ["undergo", "underwent"],
  ["spend", "spent"],
  ["swear", "swore sworn"],
  ["beat", "beaten"],
  ["feel", "felt"],
  ["understand", "understood"],
  ["man", "men"],
  ["woman", "women"],
  ["person", "people"],
  ["child", "children"],
  ["country", "countries"],
];

/** Base by inflected form. */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.flatMap(([base, forms]) => forms.split(" ").map((form) => [form, base] as const)),
);
