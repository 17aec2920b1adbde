import { normaliseName } from "../annotate/names/name-lexicon.ts";
import type { Word } from "../annotate/names/reading.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { MentionForm } from "../model/mention.ts";
import type { ArticleView, PlacedName } from "./article-view.ts";
import { EntityDraft, type Gender } from "./entity-draft.ts";
import { governmentOf, usedAs } from "./metonymy.ts";
import { isAcronymOf, isFirstWordOf, isShortenedName, plainName } from "./organization-names.ts";
import { isShortOf, nameParts, sameFullName } from "./person-names.ts";

const FEMALE_TITLES =
  /^(mrs|ms|miss|madame|lady|dame|queen|princess|duchess|baroness|sister|.*(woman|actress))\.?$/i;
const MALE_TITLES = /^(mr|sir|lord|king|prince|duke|baron|father|brother|pope|.*(?<!wo)man)\.?$/i;

/** Words before a name that make it a place. */
const WHERE = new Set(
  "in at near from to into across around outside inside through towards toward via of between".split(" "),
);

/** Types that a single word gets which may be a firm's short name. */
const SHORT_TYPES = new Set(["Organization", "Person", "Thing"]);

/** Nouns for one person of a nation, which are no adjectives. */
const ONE_OF_NATION =
  /^(?:(?!German|Oman|Roman|Ottoman).*(?:man|woman)|Spaniard|Briton|Brit|Dane|Swede|Finn|Turk|Pole|Scot|Serb|Croat|Slovene|Kurd)$/;

/** Words that show that an article is about sport. */
const OF_SPORT = new Set("club coach goal season midfielder striker goalkeeper defender league".split(" "));

/** What a player does of a club. */
const CHANGES_CLUB = /^(?:join|rejoin|leave|captain|coach|manage)$/;

/** What two teams do to each other. */
const MATCHES = /^(?:beat|defeat|play|thrash|edge|overcome|trounce|rout|outplay|hammer|crush)$/;

/** What one has in a body, not in a town. */
const HELD_IN =
  /^(?:share|stake|stock|bond|interest|investment|invest|investor|shareholder|shareholding|confidence|faith|trust|believe)$/;

/** What none but a country has. */
const OF_COUNTRIES =
  /^(?:parliament|constitution|army|navy|border|capital|currency|economy|embassy|ambassador|voter|ministry|coast|president)$/;

/** Names of one article put together: which names are one thing. */
export class NamedEntities {
  readonly drafts: EntityDraft[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #view: ArticleView;
  readonly #byName = new Map<PlacedName, EntityDraft>();
  readonly #byKnown = new Map<string, EntityDraft>();

  constructor(view: ArticleView) {
    this.#view = view;
    this.#placePeople();
    this.#placeOthers();
  }

  /** The entity that a name of the article denotes. */
  entityOf(name: PlacedName): EntityDraft | undefined {
    return this.#byName.get(name);
  }

  /** The entity of a key of the table of known things, made if need be. */
  known(key: string): EntityDraft | undefined {
    const there = this.#byKnown.get(key);
    if (there !== undefined) return there;
    const entity = this.#view.reading.lexicon.entities.get(key);
    if (entity === undefined) return undefined;
    const draft = new EntityDraft("named", entity.type);
    draft.known = key;
    draft.label = entity.label;
    this.#byKnown.set(key, draft);
    this.drafts.push(draft);
    return draft;
  }

  /** "Lestonia's parliament": who has a parliament, an army or a capital, and was taken for a person for want of better, is a country. */
  settleCountries(): void {
    for (const name of this.#view.names) {
      const draft = this.#byName.get(name);
      if (draft?.type !== "Person" || draft.gender !== "unknown" || name.title !== undefined) continue;
      if (draft.forms.some((form) => form.includes(" "))) continue;
      const { words, lexicon } = this.#view.reading;
      const mark = words[name.last];
      const noun = mark && words[mark.headIndex === name.head.index ? name.head.headIndex : -1];
      if (!noun || !/^['’]s?$/.test(mark.form) || name.head.relation !== "nmod:poss") continue;
      if (OF_COUNTRIES.test(noun.lemma) && !lexicon.givenNames.has(name.form)) draft.type = "Country";
    }
  }

  /** "Line Krogh will leave Viborg, her coach said": what people join and leave where sport is spoken of is a club, if no map has it. */
  settleClubs(): void {
    const { words, lexicon } = this.#view.reading;
    const isSport = words.some(({ lemma }) => OF_SPORT.has(lemma));
    if (!isSport) return;
    for (const name of this.#view.names) {
      const draft = this.#byName.get(name);
      if (draft?.type !== "Place" || draft.known !== undefined || lexicon.cities.has(name.form)) continue;
      const verb = words[name.head.headIndex];
      if (name.head.relation !== "obj" || verb === undefined || !CHANGES_CLUB.test(verb.lemma)) continue;
      const who = this.#view.childrenOf(verb.index).find(({ relation }) => relation === "nsubj");
      if (who !== undefined && this.#view.nameAt(who.index)?.type === "Person") draft.type = "Organization";
    }
  }

  #bind(name: PlacedName, draft: EntityDraft, form: MentionForm): void {
    this.#byName.set(name, draft);
    draft.addMention({ start: name.start, end: name.end, form });
    draft.addForm(name.form);
    if (name.title !== undefined && draft.gender === "unknown") draft.gender = titleGender(this.#view, name);
  }

  #create(type: string): EntityDraft {
    const draft = new EntityDraft("named", type);
    this.drafts.push(draft);
    return draft;
  }

  /** Full names first, so that a surname finds its bearer also where the full name comes later. */
  #placePeople(): void {
    const people = this.#view.names.filter(({ type, known }) => type === "Person" && known === undefined);
    const full: { parts: readonly string[]; draft: EntityDraft }[] = [];
    for (const name of people) {
      const parts = nameParts(name.form);
      if (parts.length < 2 || this.#isTailOfLonger(parts, people)) continue;
      const same = full.find((other) => sameFullName(parts, other.parts));
      const draft = same?.draft ?? this.#create("Person");
      full.push({ parts, draft });
      this.#bind(name, draft, "name");
      if (draft.gender === "unknown") draft.gender = givenGender(this.#view, parts[0] ?? "");
    }
    const short = new Map<string, EntityDraft>();
    for (const name of people) {
      if (this.#byName.has(name)) continue;
      const key = nameParts(name.form).join(" ");
      const bearer = this.#bearerOf(name, full);
      if (bearer === undefined && this.#isShortFirm(name)) continue;
      const draft = bearer ?? short.get(key) ?? this.#create("Person");
      if (!full.some((each) => each.draft === draft)) short.set(key, draft);
      this.#bind(name, draft, "name");
    }
    this.#placeSurnamesOfPlaces(full);
  }

  /** "Halden has lost a third of its value" beside "Halden Lines": a firm's first word, which its form alone may make a surname. */
  #isShortFirm(name: PlacedName): boolean {
    const { givenNames } = this.#view.reading.lexicon;
    return (
      name.title === undefined &&
      !givenNames.has(name.form) &&
      this.#view.names.some(
        ({ type, known, form }) =>
          type === "Organization" && known === undefined && isFirstWordOf(name.form, form),
      )
    );
  }

  /** After "Ruth Paris", "Paris said" is hers: a place's name is a surname where one full name before it ends so, and no word puts it on a map. */
  #placeSurnamesOfPlaces(full: readonly { parts: readonly string[]; draft: EntityDraft }[]): void {
    const { words } = this.#view.reading;
    for (const name of this.#view.names) {
      if (name.known === undefined || name.demonym === true || this.#byName.has(name)) continue;
      if (WHERE.has(words[name.first - 1]?.lower ?? "")) continue;
      const parts = nameParts(name.form);
      const bearers = new Set(
        full
          .filter((each) => isShortOf(parts, each.parts) === "surname")
          .filter(({ draft }) => this.#isNamedBefore(draft, name.start))
          .map(({ draft }) => draft),
      );
      const [only] = bearers;
      if (only !== undefined && bearers.size === 1) this.#bind(name, only, "name");
    }
  }

  #isNamedBefore(draft: EntityDraft, position: number): boolean {
    return [...this.#byName].some(([name, other]) => other === draft && name.start < position);
  }

  /** "von der Leyen" beside "Ursula von der Leyen" is a surname, not a full name. */
  #isTailOfLonger(parts: readonly string[], people: readonly PlacedName[]): boolean {
    return people.some((other) => isShortOf(parts, nameParts(other.form)) === "surname");
  }

  /** Who a short name means: its one bearer; of several, who went by it before or was named first, said aloud as ambiguous. */
  #bearerOf(
    name: PlacedName,
    full: readonly { parts: readonly string[]; draft: EntityDraft }[],
  ): EntityDraft | undefined {
    const parts = nameParts(name.form);
    for (const kind of ["surname", "given"] as const) {
      const bearers = new Set(
        full.filter((each) => isShortOf(parts, each.parts) === kind).map(({ draft }) => draft),
      );
      const gender = titleGender(this.#view, name);
      const fitting = [...bearers]
        .filter((draft) => gender === "unknown" || draft.gender === "unknown" || draft.gender === gender)
        .filter((draft) => kind === "surname" || !this.#goesBySurname(draft))
        .filter((draft) => kind === "given" || bearers.size > 1 || !this.#isBroughtUpLater(draft, name));
      if (fitting.length === 1) return fitting[0];
      if (fitting.length < 2) continue;
      this.diagnostics.push({
        code: "ambiguous-mention",
        severity: "note",
        message: `"${name.form}" may be ${fitting.map((draft) => draft.forms[0] ?? "").join(" or ")}`,
        span: { start: name.start, end: name.end },
      });
      return this.#calledSo(fitting, name) ?? firstIntroduced(fitting);
    }
    return undefined;
  }

  /**
   * "… invited Holm to talks. The minister, Birgitta Holm, …": a text that first tells who somebody is has not spoken of them before, save
   * in its headline; a surname that stands earlier is a namesake's.
   */
  #isBroughtUpLater(draft: EntityDraft, short: PlacedName): boolean {
    const { text } = this.#view.reading;
    const body = text.indexOf("\n\n");
    const names = [...this.#byName].filter(
      ([name, other]) => other === draft && nameParts(name.form).length > 1,
    );
    const first = names.map(([name]) => name).sort((left, right) => left.start - right.start)[0];
    if (first === undefined || body < 0 || short.start < body || first.start < short.start) return false;
    const introduced = first.title !== undefined || first.head.relation === "appos";
    return introduced && first.head.sentence !== short.head.sentence && first.start > short.start;
  }

  /** Somebody of whom the article says "Petrova said" is not called "Kalina" in it, unless kin bear the surname too. */
  #goesBySurname(draft: EntityDraft): boolean {
    const names = [...this.#byName]
      .filter(([, other]) => other === draft)
      .map(([name]) => nameParts(name.form));
    const full = names.find((parts) => parts.length > 1);
    if (full === undefined || !names.some((parts) => isShortOf(parts, full) === "surname")) return false;
    return ![...this.#byName].some(
      ([name, other]) => other !== draft && nameParts(name.form).at(-1) === full.at(-1),
    );
  }

  /** Who went by the short name before. */
  #calledSo(drafts: readonly EntityDraft[], name: PlacedName): EntityDraft | undefined {
    const before = [...this.#byName].filter(
      ([other]) => other.start < name.start && other.form === name.form,
    );
    const last = before.sort(([left], [right]) => right.start - left.start)[0]?.[1];
    return last !== undefined && drafts.includes(last) ? last : undefined;
  }

  #placeOthers(): void {
    const later: PlacedName[] = [];
    for (const name of this.#view.names) {
      if (this.#byName.has(name)) continue;
      if (name.known !== undefined) this.#placeKnown(name, name.known);
      else later.push(name);
    }
    // Long names first: what they are short for must be there before them.
    const byLength = [...later].sort(
      (left, right) => right.form.length - left.form.length || left.start - right.start,
    );
    const towns = new Map<string, EntityDraft>();
    for (const name of byLength) {
      const town = this.#isTownOfTeam(name);
      const draft = town ? towns.get(name.form) : this.#sameThing(name, new Set(towns.values()));
      const placed = draft ?? this.#create(town ? "City" : name.type);
      if (town) towns.set(name.form, placed);
      this.#bind(name, placed, "name");
    }
  }

  /** "Viborg beat Randers … the hall in Viborg": a team that bears a town's name is not where things stand. */
  #isTownOfTeam(name: PlacedName): boolean {
    const { words } = this.#view.reading;
    if (!/^(?:in|near|outside)$/.test(words[name.first - 1]?.lower ?? "")) return false;
    const governor = words[name.head.headIndex];
    if (governor !== undefined && HELD_IN.test(governor.lemma)) return false;
    return this.#view.names.some(({ form, head }) => form === name.form && this.#isInMatch(head));
  }

  /** Whether a name is one of the two sides of a match: "Viborg beat Randers". */
  #isInMatch(head: Word): boolean {
    const verb = this.#view.reading.words[head.headIndex];
    if (verb === undefined || !MATCHES.test(verb.lemma) || !/^(?:nsubj|obj)$/.test(head.relation))
      return false;
    const sides = this.#view
      .childrenOf(verb.index)
      .flatMap(({ relation, index }) =>
        /^(?:nsubj|obj)$/.test(relation) ? (this.#view.nameAt(index) ?? []) : [],
      );
    return sides.length > 1 && sides.every(({ type }) => type !== "Person");
  }

  #placeKnown(name: PlacedName, key: string): void {
    const seat = governmentOf(this.#view, name);
    if (seat !== undefined) {
      const draft = this.known(seat.key);
      if (draft !== undefined) this.#bind(name, draft, "metonym");
      return;
    }
    const forms = this.#view.reading.lexicon.forms.get(normaliseName(name.form)) ?? [];
    if (forms.length > 0 && forms.every(({ as }) => as === "metonym")) {
      // The seat as a building: "outside the Kremlin".
      const same = this.drafts.find((draft) => draft.known === undefined && draft.forms.includes(name.form));
      this.#bind(name, same ?? this.#create("Place"), "name");
      return;
    }
    if (name.type === "Group" && name.demonym === true && !this.#meansTheState(name)) {
      const same = this.drafts.find((draft) => draft.kind === "described" && draft.forms.includes(name.form));
      const people = same ?? new EntityDraft("described", "Group");
      if (same === undefined) this.drafts.push(people);
      people.wanted = true;
      this.#bind(name, people, "name");
      return;
    }
    // "the Spaniard": somebody of the nation, not the nation.
    if (name.demonym === true && ONE_OF_NATION.test(name.form) && !this.#isBesidePerson(name)) {
      const somebody = new EntityDraft("described", "Person");
      this.drafts.push(somebody);
      somebody.wanted = true;
      this.#bind(name, somebody, "nominal");
      return;
    }
    const draft = this.known(key);
    if (draft === undefined) return;
    this.#bind(name, draft, name.demonym === true ? "demonym" : "name");
    if (draft.type === "Place" && this.#actsAsGroup(name)) draft.type = "Group";
  }

  /** "Frenchman Bastien Corlay". */
  #isBesidePerson({ last }: PlacedName): boolean {
    return this.#view.names.some((other) => other.first === last && other.type === "Person");
  }

  /** "the Europeans" acts for Europe; "two Ukrainians", "thousands of Ukrainians" are just people. */
  #meansTheState(name: PlacedName): boolean {
    const before = this.#view.reading.words[name.first - 1];
    return before?.lower === "the" && before.sentence === name.head.sentence;
  }

  /** A continent or region that speaks, gives or promises stands for its states together. */
  #actsAsGroup(name: PlacedName): boolean {
    if (name.type === "Group") return true;
    return name.demonym !== true && usedAs(this.#view, name.head, name) === "actor";
  }

  /** A name of the article that is the same thing under another form: equal, without "the", as an acronym, shortened. */
  #sameThing(name: PlacedName, towns: ReadonlySet<EntityDraft>): EntityDraft | undefined {
    const plain = plainName(name.form);
    const others = this.drafts.filter(
      (draft) => draft.kind === "named" && draft.type !== "Person" && !towns.has(draft),
    );
    const equal = others.find((draft) => draft.forms.some((form) => plainName(form) === plain));
    if (equal !== undefined) return equal;
    const matches = others.filter(
      (draft) =>
        (draft.type === name.type || name.decidedBy === "acronym" || name.confidence < 0.7) &&
        [draft.label ?? "", ...draft.forms].some(
          (form) =>
            isAcronymOf(plain, form) || isShortenedName(plain, form) || this.#isWithoutDemonym(plain, form),
        ),
    );
    if (matches.length > 0) return matches.length === 1 ? matches[0] : undefined;
    if (!SHORT_TYPES.has(name.type) || !this.#isShortFirm(name)) return undefined;
    const firms = others.filter(
      ({ type, forms }) => type === "Organization" && forms.some((form) => isFirstWordOf(plain, form)),
    );
    return firms.length === 1 ? firms[0] : undefined;
  }

  /** "Presidential Office" of "Ukrainian Presidential Office". */
  #isWithoutDemonym(short: string, long: string): boolean {
    const { lexicon } = this.#view.reading;
    if (!long.endsWith(` ${short}`)) return false;
    const lead = long.slice(0, long.length - short.length - 1);
    const words = short.split(" ").length;
    return (
      words >= 2 &&
      (lexicon.forms.get(normaliseName(lead)) ?? []).some(({ entity }) => entity.type === "Country")
    );
  }

  /** Demonyms and states that open the name of a body: "Russian" in "Russian Foreign Ministry". They are mentions of their own. */
  addNestedDemonyms(): void {
    const { reading } = this.#view;
    for (const name of this.#view.names) {
      if (name.known !== undefined || name.last - name.first < 2 || name.type === "Person") continue;
      for (let last = Math.min(name.last - 1, name.first + 3); last > name.first; last--) {
        const words = reading.words.slice(name.first, last);
        const [first, final] = [words[0], words.at(-1)];
        if (first === undefined || final === undefined) break;
        const span = { start: first.start, end: final.end };
        const form = reading.text.slice(span.start, span.end);
        const known = (reading.lexicon.forms.get(normaliseName(form)) ?? []).find(
          ({ as, entity }) => entity.type === "Country" && as !== "metonym",
        );
        if (known === undefined) continue;
        const draft = this.known(known.entity.key);
        draft?.addMention({ ...span, form: "demonym" });
        draft?.addForm(form);
        break;
      }
    }
  }
}

/** Of several bearers the surname is the one's whom the article brought up first; later ones keep their given names. */
function firstIntroduced(drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const first = (draft: EntityDraft): number => draft.firstMention()?.start ?? Number.POSITIVE_INFINITY;
  return [...drafts].sort((left, right) => first(left) - first(right))[0];
}

function titleGender(view: ArticleView, name: PlacedName): Gender {
  if (name.title === undefined) return "unknown";
  const title = view.reading.text.slice(name.title.start, name.title.end);
  const last = title.split(/\s+/).at(-1) ?? "";
  return FEMALE_TITLES.test(last)
    ? "f"
    : MALE_TITLES.test(last) && !/^(chair|spokes)/i.test(last)
      ? "m"
      : "unknown";
}

function givenGender(view: ArticleView, given: string): Gender {
  const gender = view.reading.lexicon.givenNames.get(given);
  return gender === "f" || gender === "m" ? gender : "unknown";
}
