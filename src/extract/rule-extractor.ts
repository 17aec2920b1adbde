import { createMentionFinder } from "../mentions/find-mentions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Fact } from "../model/fact.ts";
import type { AnnotatedArticle } from "../model/layers.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { findQuotations } from "./attribution/quotations.ts";
import { findSources } from "./attribution/sources.ts";
import { findSpeechFrames } from "./attribution/speech-frames.ts";
import { readPredications } from "./clauses/read-predications.ts";
import type { Extractor } from "./extractor.ts";
import { calibrateFact, readCalibration } from "./facts/calibration.ts";
import { makeFact } from "./facts/make-fact.ts";
import { selectFacts } from "./facts/select-facts.ts";
import { loadCues } from "./factuality/cues.ts";
import type { Reading } from "./reading.ts";
import { ReadingContext } from "./reading-context.ts";
import { activeFrame } from "./relations/active-frame.ts";
import { readAffiliations } from "./relations/read-affiliations.ts";
import { readCircumstances } from "./relations/read-circumstances.ts";
import { readComplements } from "./relations/read-complements.ts";
import { readCopula } from "./relations/read-copulas.ts";
import { readExistence } from "./relations/read-existence.ts";
import { readColonList } from "./relations/read-lists.ts";
import { readMeasures } from "./relations/read-measures.ts";
import { readNominal } from "./relations/read-nominals.ts";
import { readRoles } from "./relations/read-roles.ts";
import { readStructure } from "./relations/read-structure.ts";
import { readVerb } from "./relations/read-verbs.ts";
import { readTree } from "./tree/read-tree.ts";
import type { SentenceTree } from "./tree/sentence-tree.ts";

/**
 * Reads facts from dependency trees by general rules over the ontology's lexicon; no rule knows an article.
 *
 * @param lexicon lexicon files by name, as `ReaderResources.lexicon`
 * @throws {@link ModelError} where a word list is missing
 */
export function createRuleExtractor(ontology: Ontology, lexicon: ReadonlyMap<string, string>): Extractor {
  const cues = loadCues(ontology, lexicon);
  const calibration = readCalibration(lexicon);
  const finder = createMentionFinder(ontology, lexicon);
  return {
    id: "rules@1",
    extract(article) {
      const trees = article.sentences.map((sentence) => readTree(article, sentence, cues));
      const frames = new Map(trees.map((tree) => [tree, findSpeechFrames(tree, cues)] as const));
      const sources = findSources(trees, frames, findQuotations(article.article.text));
      const mentions = finder.find(asRead(article, trees));
      const context = new ReadingContext({ article, ontology, cues, mentions, sources });
      const facts = trees.flatMap((tree) => readSentence(context, tree));
      const kept = selectFacts(context, facts).map((fact) => calibrateFact(calibration, fact));
      return extraction(article, context, kept);
    },
  };
}

/** The article with the trees that the rules read, so that mentions are found in the same ones. */
function asRead(article: AnnotatedArticle, trees: readonly SentenceTree[]): AnnotatedArticle {
  const nodes = trees.flatMap((tree) => tree.nodes);
  const tokens = article.tokens.map((token, index) => {
    const { head, relation, upos, xpos } = nodes[index] ?? token;
    return { ...token, head, relation, upos, xpos };
  });
  return { ...article, tokens };
}

function readSentence(context: ReadingContext, tree: SentenceTree): readonly Fact[] {
  const readings: Reading[] = [...readRoles(context, tree)];
  for (const predication of readPredications(tree)) {
    readings.push(...readCircumstances(context, tree, predication));
    if (predication.kind === "copula") readings.push(...readCopula(context, tree, predication));
    else {
      const frame = activeFrame(predication);
      readings.push(...readVerb(context, tree, frame), ...readComplements(context, tree, frame));
    }
  }
  for (const node of tree.nodes) {
    readings.push(
      ...readNominal(context, tree, node),
      ...readStructure(context, tree, node),
      ...readAffiliations(context, tree, node),
      ...readExistence(context, tree, node),
      ...readMeasures(context, tree, node),
      ...readColonList(context, tree, node),
    );
  }
  return readings.flatMap((reading) => makeFact(context, tree, reading) ?? []);
}

function extraction(article: AnnotatedArticle, context: ReadingContext, facts: readonly Fact[]): Extraction {
  const diagnostics: Diagnostic[] = [...context.mentions.diagnostics, ...context.diagnostics];
  return {
    article: article.article,
    mentions: context.mentions.mentions,
    entities: context.mentions.entities,
    facts,
    diagnostics: diagnostics.sort(
      (left, right) =>
        (left.span?.start ?? 0) - (right.span?.start ?? 0) || (left.code < right.code ? -1 : 1),
    ),
    counts: {
      sentences: article.sentences.length,
      words: article.tokens.filter((token) => token.upos !== "PUNCT").length,
    },
  };
}
