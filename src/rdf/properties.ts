import { vocabularyIri } from "../ontology/vocabulary.ts";
import { iri } from "./terms.ts";

const term = (name: string) => iri(vocabularyIri(name));

/** The properties and classes that a news dataset is made of, beside the relations of the ontology. */
export const TYPE = term("rdf:type");
export const SUBJECT = term("rdf:subject");
export const PREDICATE = term("rdf:predicate");
export const OBJECT = term("rdf:object");
export const PROPERTY = term("rdf:Property");
export const LABEL = term("rdfs:label");
export const SUB_PROPERTY_OF = term("rdfs:subPropertyOf");
export const SAME_AS = term("owl:sameAs");
export const DIFFERENT_FROM = term("owl:differentFrom");
export const COMMENT = term("rdfs:comment");
export const CLOSE_MATCH = term("skos:closeMatch");
export const PREF_LABEL = term("skos:prefLabel");
export const ALT_LABEL = term("skos:altLabel");

export const NEWS_ARTICLE = term("schema:NewsArticle");
export const HEADLINE = term("schema:headline");
export const DATE_PUBLISHED = term("schema:datePublished");
export const PUBLISHER = term("schema:publisher");
export const AUTHOR = term("schema:author");
export const URL_OF = term("schema:url");
export const IN_LANGUAGE = term("schema:inLanguage");
export const QUANTITATIVE_VALUE = term("schema:QuantitativeValue");
export const MONETARY_AMOUNT = term("schema:MonetaryAmount");
export const VALUE = term("schema:value");
export const MIN_VALUE = term("schema:minValue");
export const MAX_VALUE = term("schema:maxValue");
export const UNIT_TEXT = term("schema:unitText");
export const CURRENCY = term("schema:currency");

export const ACTIVITY = term("prov:Activity");
export const ENDED_AT = term("prov:endedAtTime");
export const DERIVED_FROM = term("prov:wasDerivedFrom");
export const AGENT = term("prov:agent");
export const HAS_SOURCE = term("oa:hasSource");
export const HAS_SELECTOR = term("oa:hasSelector");
export const POSITION_SELECTOR = term("oa:TextPositionSelector");
export const QUOTE_SELECTOR = term("oa:TextQuoteSelector");
export const START = term("oa:start");
export const END = term("oa:end");
export const EXACT = term("oa:exact");
export const BEFORE = term("oa:prefix");
export const AFTER = term("oa:suffix");
export const TIME_STAMP = term("sem:hasTimeStamp");
export const EARLIEST_BEGIN = term("sem:hasEarliestBeginTimeStamp");
export const LATEST_END = term("sem:hasLatestEndTimeStamp");
export const DENOTED_BY = term("gaf:denotedBy");

export const FUTURE = term("graspf:future");
export const NON_FUTURE = term("graspf:non-future");

export const FACT = term("Fact");
export const ATTRIBUTION_NODE = term("Attribution");
export const EVIDENCE_NODE = term("Evidence");
export const MENTION = term("Mention");
export const OPEN_RELATION = term("openRelation");
export const ASSERTED = term("asserted");
export const FACTUALITY = term("factuality");
export const TEMPORALITY = term("temporality");
export const ATTRIBUTED_TO = term("attributedTo");
export const ATTRIBUTION = term("attribution");
export const ORDER = term("order");
export const REPORTING_VERB = term("reportingVerb");
export const ADDRESSEE = term("addressee");
export const SETTING = term("setting");
export const STATED_ON = term("statedOn");
export const EVIDENCE = term("evidence");
export const CONFIDENCE = term("confidence");
export const REASONS = term("reasons");
export const RULE = term("rule");
export const SURFACE_SUBJECT = term("surfaceSubject");
export const SURFACE_RELATION = term("surfaceRelation");
export const SURFACE_OBJECT = term("surfaceObject");
export const SURFACE_MORE = term("surfaceMore");
export const SUBJECT_MENTION = term("subjectMention");
export const OBJECT_MENTION = term("objectMention");
export const OBJECT_POSITION = term("objectPosition");
export const ABOUT_EVENT = term("aboutEvent");
export const DATE_TEXT = term("dateText");
export const QUANTITY = term("quantity");
export const QUANTIFIER = term("quantifier");
export const QUANTITY_TEXT = term("quantityText");
export const MENTION_KIND = term("mentionKind");
export const GROUP_MEMBER = term("groupMember");
export const ENTITY_KIND = term("entityKind");
export const KNOWN_KEY = term("knownKey");
export const LEMMA = term("lemma");

/** A value of the news vocabulary, e.g. `news:RuledOut`. */
export const newsTerm = (name: string) => term(name);
