import type { AnnotatedArticle, Sentence } from "../../model/layers.ts";
import type { Cues } from "../factuality/cues.ts";
import {
  attachToClosingSpeech,
  attachToLastConjunct,
  restorePaidAmounts,
  restoreResultingStates,
  returnFirstSubjects,
  splitListedNames,
} from "./attachment-repairs.ts";
import {
  attachByNumber,
  attachClaims,
  attachClosingGerunds,
  attachMarkedGerunds,
  attachRelativeClauses,
  closeRelativeClauses,
  liftFiniteConjuncts,
  restoreAskedActs,
  restoreForInfinitives,
  restoreQuotedComplements,
  restoreReportedClauses,
  restoreSaidRelatives,
  restoreUnderstoodActs,
  returnDays,
} from "./clause-repairs.ts";
import { restoreClosingSpeech } from "./closing-speech.ts";
import { restoreBareArguments, restoreMainVerb } from "./main-clause-repairs.ts";
import { restoreModalSubjects, restoreNounObjects } from "./modal-repairs.ts";
import { joinNames } from "./name-repairs.ts";
import {
  attachInterposedParticiples,
  attachOccasions,
  joinListsAfterNumbers,
  returnPhrasesOfAdverbs,
} from "./phrase-attachments.ts";
import {
  joinDoubleSubjects,
  joinGenerals,
  joinListsAfterBetween,
  joinNounAndName,
  liftHolders,
  liftPrepositions,
  restoreObliques,
  splitAmounts,
} from "./phrase-repairs.ts";
import { restoreQuestions } from "./question-repairs.ts";
import { SentenceTree, type TreeNode, toTreeNode } from "./sentence-tree.ts";
import {
  apposeSubjectNames,
  attachInterposedSpeech,
  restoreInterposedParticiples,
  restoreSetOffRelatives,
  restoreSubjectsOfParticiples,
  returnSpokenSubjects,
} from "./subject-repairs.ts";
import {
  restoreGerunds,
  restoreNominalSubjects,
  restorePassives,
  restorePluralSubjects,
  restorePrepositionalGerunds,
  restoreVoices,
} from "./tag-repairs.ts";
import { joinTimes } from "./time-repairs.ts";
import { verbLemma } from "./verb-lemmas.ts";

/** What a repair changes of a node; what is absent stays. */
export interface NodeChange {
  readonly head: number;
  readonly relation: string;
  readonly upos?: string;
  readonly xpos?: string;
  readonly lemma?: string;
  readonly nameHead?: number;
}

type Repair = (tree: SentenceTree, cues: Cues) => ReadonlyMap<number, NodeChange>;

/** In this order: words first, then clauses, then what hangs on them. */
const REPAIRS: readonly Repair[] = [
  restoreNominalSubjects,
  splitListedNames,
  returnFirstSubjects,
  returnSpokenSubjects,
  attachInterposedSpeech,
  restoreInterposedParticiples,
  restoreSetOffRelatives,
  restoreSubjectsOfParticiples,
  apposeSubjectNames,
  attachToLastConjunct,
  attachToClosingSpeech,
  restoreMainVerb,
  restoreBareArguments,
  liftPrepositions,
  splitAmounts,
  joinGenerals,
  restorePaidAmounts,
  restoreResultingStates,
  returnPhrasesOfAdverbs,
  attachOccasions,
  joinDoubleSubjects,
  joinNounAndName,
  liftHolders,
  restorePluralSubjects,
  restoreModalSubjects,
  restoreNounObjects,
  restoreObliques,
  joinListsAfterBetween,
  joinListsAfterNumbers,
  attachInterposedParticiples,
  restoreVoices,
  restorePassives,
  restoreGerunds,
  restorePrepositionalGerunds,
  restoreClosingSpeech,
  restoreReportedClauses,
  restoreQuestions,
  returnDays,
  restoreSaidRelatives,
  restoreQuotedComplements,
  attachByNumber,
  attachRelativeClauses,
  closeRelativeClauses,
  restoreUnderstoodActs,
  attachClaims,
  attachMarkedGerunds,
  attachClosingGerunds,
  liftFiniteConjuncts,
  restoreForInfinitives,
  restoreAskedActs,
];

/**
 * Builds the tree of one sentence as the rules want to see it: the parser's arcs, with general repairs of the
 * errors that a news text makes it commit. A repair never makes a cycle.
 */
export function readTree(article: AnnotatedArticle, sentence: Sentence, cues: Cues): SentenceTree {
  const { text } = article.article;
  const tokens = article.tokens.slice(sentence.firstToken, sentence.lastToken);
  const nodes = tokens.map((token, index): TreeNode => {
    const node = toTreeNode(token, index, text);
    return { ...node, lemma: verbLemma(node.form, node.xpos, node.lemma, cues) };
  });
  const names = article.names.filter((name) => name.start >= sentence.start && name.end <= sentence.end);
  const joined = applyArcs(nodes, joinNames(nodes, names));
  const times = article.times.filter((time) => time.start >= sentence.start && time.end <= sentence.end);
  const named = new SentenceTree(sentence, text, joined);
  const dated = new SentenceTree(sentence, text, applyArcs(joined, joinTimes(named, times)));
  return repairTree(dated, cues);
}

/** The tree after all repairs that need neither names nor times. */
export function repairTree(tree: SentenceTree, cues: Cues): SentenceTree {
  return REPAIRS.reduce((before, repair) => {
    const changes = repair(before, cues);
    return changes.size === 0
      ? before
      : new SentenceTree(before.sentence, before.text, applyArcs(before.nodes, changes));
  }, tree);
}

/** The nodes with some changed; if the changes together close a cycle, none is made. */
function applyArcs(nodes: readonly TreeNode[], changes: ReadonlyMap<number, NodeChange>): TreeNode[] {
  if (changes.size === 0) return [...nodes];
  const changed = nodes.map((node) => ({ ...node, ...changes.get(node.index) }));
  return [...changes.keys()].some((index) => hasCycle(changed, index)) ? [...nodes] : changed;
}

/** Whether a node hangs, however deep, on itself. */
function hasCycle(nodes: readonly TreeNode[], index: number): boolean {
  let at = nodes[index]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps <= nodes.length; steps++) {
    if (at === index) return true;
    at = nodes[at]?.head ?? -1;
  }
  return at >= 0;
}
