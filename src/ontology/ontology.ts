/** A class of the ontology, e.g. `Person` (schema:Person) or `Position` (news:Position). */
export interface OntologyClass {
  /** Local name; unique across the vocabularies that the ontology uses. */
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  /** Local names of the direct superclasses. */
  readonly parents: readonly string[];
}

/** One way of wording a relation. */
export interface LexicalEntry {
  /**
   * Lemmas in lower case: verb + particle or fixed words + preposition ("rule out", "arrive in", "shoot dead", "take into
   * custody"; the preposition may hang on the verb or on its direct object: "hold talks with" is "hold with"), "be" + predicate
   * + preposition ("be part of"), or a noun with or without its preposition ("meeting", "victory over").
   */
  readonly key: string;
  readonly pos: "verb" | "noun";
  /** The wording has subject and object the other way round: "O died in S". */
  readonly inverse: boolean;
  /** The wording says that the relation does not hold: "acquit of". */
  readonly negated: boolean;
  /** The wording has no object: "lift off". For relations to dates, the date of the sentence is the object: "the talks began". */
  readonly intransitive: boolean;
  /** The verb's grammatical subject is the source of what the wording says: "critics called S an O". */
  readonly voiced: boolean;
  /**
   * Lemmas, one of which must head the verb's direct object, or the clause or infinitive in its place, for the wording to
   * count ("claim" + lives, "reach with" + deal, "vow to" + attack). Empty: any.
   */
  readonly objectHeads: readonly string[];
  /** Classes, one of which the object must have for this wording; empty: the relation's range decides. */
  readonly objectTypes: readonly string[];
  /** Classes, one of which the subject must have for this wording; empty: the relation's domain decides. */
  readonly subjectTypes: readonly string[];
  /** Lemmas, one of which must head the relation's subject ("court" + order, "study" + find). Empty or absent: any. */
  readonly subjectHeads?: readonly string[];
  /**
   * Verbs: which argument of the active verb is S, the relation's subject. Absent: its grammatical subject.
   *
   * - `object`: the direct object, so that "charge with" fits "prosecutors charged S with O" and "S was charged with O".
   *   O is what the key's preposition governs; without a preposition, the object complement ("call S O", "name S O").
   * - `indirectObject`: the receiver, with O the direct object: "the jury awarded S O", "S was awarded O".
   *
   * With `inverse`, S and O then change places: "sell to" reads "A sold O to S".
   */
  readonly subjectRole?: "subject" | "object" | "indirectObject";
  /** Verbs: O is the direct object although the key ends in a preposition: "pulled O from the river", "signed O from A". */
  readonly objectRole?: "object";
  /**
   * Nouns: what the noun itself denotes. `event` (default): the relation as a happening, "S's meeting with O"; `subject`: a role,
   * "S, the owner of O"; `object`: a value or counterpart, "the price of S was O", "S's headquarters in O".
   */
  readonly denotes?: "event" | "subject" | "object";
}

/** A relation of the ontology. */
export interface Relation {
  /** Local name, e.g. `met`. */
  readonly name: string;
  readonly iri: string;
  /** Reads subject → object, e.g. "met". */
  readonly label: string;
  readonly symmetric: boolean;
  /** A subject has one object at a time: of two that articles give, one is wrong or out of date. */
  readonly oneObject: boolean;
  /** An object has one subject: ever ("built"), at a time ("owns"), or any number of them (null). */
  readonly oneSubject: "ever" | "at a time" | null;
  /** It happens once to its subject, with its object: of two days that articles give, one is wrong, or it was put off. */
  readonly happensOnce: boolean;
  /** The same may happen between the same again and again: not having met in March says nothing of April. */
  readonly recurs: boolean;
  /** Local name of the inverse property, if it has one. */
  readonly inverse: string | null;
  /** Local name of the relation it refines, if any: `fined` refines `sanctioned`. */
  readonly parent: string | null;
  /** Whether the object is a literal (hasSize, hasStatus, tookPlaceOn …). */
  readonly literalObject: boolean;
  /** Class names; soft: they choose between senses, and never infer a type. */
  readonly domain: readonly string[];
  readonly range: readonly string[];
  /** One PLOVER root code, or null. */
  readonly plover: string | null;
  /** PLOVER quad category ("verbal cooperation" …), or null. */
  readonly quad: string | null;
  /** Heading it stands under in the ontology, e.g. "Contact". Used as the colour family in the viewer. */
  readonly group: string;
  /** The property of Wikidata that says the same in the same direction, e.g. "P463", or null. */
  readonly wikidata: string | null;
  readonly entries: readonly LexicalEntry[];
}

/** A wording found in the lexicon. */
export interface RelationSense {
  readonly relation: Relation;
  readonly entry: LexicalEntry;
}

/** The vocabulary and its lexicon, as read from `ontology/*.ttl`. Immutable. */
export interface Ontology {
  readonly version: string;
  readonly relations: readonly Relation[];
  readonly classes: readonly OntologyClass[];
  /** @returns undefined for names that are not declared, `rel:…` included */
  findRelation(name: string): Relation | undefined;
  findClass(name: string): OntologyClass | undefined;
  /** Whether `type` is `ancestor` or below it. `Thing` is above everything; `Actor` above Person, Organization, Country, Group. */
  isA(type: string, ancestor: string): boolean;
  /** Every relation that the lemma key may express, in the order of the ontology; `selectSenses` chooses by arguments. */
  findSenses(key: string, pos: "verb" | "noun"): readonly RelationSense[];
  /** Whether the relation's domain and range allow the types; an unknown type (`Thing`) is allowed everywhere. */
  allows(relation: Relation, subjectType: string, objectType: string | null): boolean;
  /** Whether `relation` is `ancestor` or refines it, however deep. */
  refines(relation: string, ancestor: string): boolean;
}
