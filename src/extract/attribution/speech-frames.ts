import { conjuncts } from "../clauses/noun-phrases.ts";
import { antecedentOf, findSubject, isPassive } from "../clauses/subjects.ts";
import { type Cues, governorKey } from "../factuality/cues.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** Somebody says something: who, to whom, on what occasion, and what. */
export interface SpeechFrame {
  readonly tree: SentenceTree;
  /** The reporting verb or noun, or the source's name after "according to". */
  readonly head: TreeNode;
  /** Lemma of the reporting verb; "according to". */
  readonly verb: string;
  readonly speakers: readonly TreeNode[];
  readonly addressees: readonly TreeNode[];
  /** Head noun of the occasion: "conference" in "at a press conference". */
  readonly setting: TreeNode | undefined;
  /** Head of the clause that is said; undefined where it is a quotation beside the verb or stands in another sentence. */
  readonly content: TreeNode | undefined;
  /** A plan or decision rather than words: it is the source of the act it is about, but of no quotation. */
  readonly act: boolean;
}

/** Every frame of a sentence, in word order. */
export function findSpeechFrames(tree: SentenceTree, cues: Cues): readonly SpeechFrame[] {
  const frames: SpeechFrame[] = [];
  for (const node of tree.nodes) {
    const frame = verbFrame(tree, node, cues) ?? accordingFrame(tree, node) ?? nounFrame(tree, node, cues);
    if (frame) frames.push(frame, ...quotedBy(frame));
  }
  return frames;
}

/** "an official quoted by an agency": who passes on what the speaker says is the source behind the speaker. */
function quotedBy(frame: SpeechFrame): readonly SpeechFrame[] {
  const { tree } = frame;
  const clauses = frame.speakers.flatMap((speaker) =>
    tree
      .childrenBy(speaker, "acl")
      .filter((node) => /^(?:quote|cite)$/.test(node.lemma) && node.xpos === "VBN"),
  );
  return clauses.flatMap((head) => {
    const agents = tree.childrenBy(head, "obl").filter((node) => tree.marker(node, "case") === "by");
    const speakers = agents.flatMap((node) => conjuncts(tree, node));
    return speakers.length === 0 ? [] : [{ ...frame, head, verb: head.lemma, speakers, addressees: [] }];
  });
}

function verbFrame(tree: SentenceTree, verb: TreeNode, cues: Cues): SpeechFrame | undefined {
  if (verb.upos !== "VERB" || hasRelation(verb, "amod", "compound")) return undefined;
  const particle = tree.childBy(verb, "compound:prt");
  const lemma = particle ? `${verb.lemma} ${particle.lemma}` : verb.lemma;
  const kind = cues.reporting.get(lemma);
  if (!kind) return undefined;
  const content = contentOf(
    tree,
    verb,
    kind === "act" || cues.governors.has(governorKey(lemma, "verb")),
    cues,
  );
  if (kind !== "say" && kind !== "tell" && !content) return undefined;
  const speakers = speakersOf(tree, verb).filter((node) => kind !== "find" || mayFind(node));
  const addressee = tree.childBy(verb, "iobj") ?? (kind === "tell" ? tree.childBy(verb, "obj") : undefined);
  const toWhom = addressee ?? tree.childrenBy(verb, "obl").find((node) => tree.marker(node, "case") === "to");
  const isClause = toWhom === content;
  return {
    tree,
    head: verb,
    verb: lemma,
    speakers,
    addressees: toWhom && !isClause ? conjuncts(tree, antecedentOf(tree, toWhom)) : [],
    setting: tree.childrenBy(verb, "obl", "nmod").find((node) => isSetting(tree, node, cues)),
    content,
    act: kind === "act" || content?.relation === "xcomp" || kind === "hold",
  };
}

/** "The vote showed how weak …" has no source: to show or find, a thing must be a study or a document. */
function mayFind(node: TreeNode): boolean {
  return node.upos !== "NOUN" || FINDERS.test(node.lemma);
}

const FINDERS =
  /(?:study|survey|poll|report|data|result|research|review|analysis|inquiry|investigation|audit|figure|statistic|document|record|paper|test|trial|court|judge|jury|panel|tribunal|commission|committee|regulator|agency|er|or|ist|ian|team|official|police)s?$/;

function speakersOf(tree: SentenceTree, verb: TreeNode): readonly TreeNode[] {
  if (isPassive(tree, verb)) {
    const agents = tree.childrenBy(verb, "obl").filter((node) => tree.marker(node, "case") === "by");
    return agents.flatMap((node) => conjuncts(tree, antecedentOf(tree, node)));
  }
  const subject = findSubject(tree, verb);
  if (!subject || subject.node.lemma === "it" || subject.node.lemma === "there") return [];
  return conjuncts(tree, subject.node);
}

function isSetting(tree: SentenceTree, node: TreeNode, cues: Cues): boolean {
  return (
    cues.settingNouns.has(node.lemma) &&
    /^(?:at|in|during|on|following|after)$/.test(tree.marker(node, "case"))
  );
}

/** The clause said: a complement; the clause that the verb interrupts or follows; a clause beside the verb that nothing else holds. */
function contentOf(
  tree: SentenceTree,
  verb: TreeNode,
  takesGerund: boolean,
  cues: Cues,
): TreeNode | undefined {
  const complement = tree.childBy(verb, "ccomp");
  if (complement) return complement;
  if (hasRelation(verb, "parataxis")) {
    const host = tree.parent(verb);
    // "X, Rutte said" hangs the verb on what is said; a clause after a semicolon hangs there too, but has its own content.
    if (host && !separated(tree, host, verb)) return host;
  }
  if (takesGerund) {
    const act = tree
      .childrenBy(verb, "xcomp", "obj", "advcl", "obl")
      .find(
        (node) =>
          node.upos === "VERB" &&
          (node.xpos === "VBG" ||
            hasRelation(node, "xcomp") ||
            tree.childrenBy(node, "aux").some(({ xpos }) => xpos === "VBG")) &&
          node.index > verb.index,
      );
    if (act && !tree.childBy(act, "det")) return act;
  }
  if (cues.reporting.get(verb.lemma) === "act") return undefined;
  return tree
    .childrenBy(verb, "parataxis", "advcl", "dep", "obj")
    .find((node) => node.index < verb.index && node.upos === "VERB" && !tree.childBy(node, "mark"));
}

function separated(tree: SentenceTree, host: TreeNode, verb: TreeNode): boolean {
  const between = tree.nodes.slice(Math.min(host.index, verb.index), Math.max(host.index, verb.index));
  return between.some((node) => node.form === ";" || node.form === ":");
}

/** "according to X": whatever the clause says is X's. */
function accordingFrame(tree: SentenceTree, source: TreeNode): SpeechFrame | undefined {
  const marker = tree.marker(source, "case");
  // "per share", "per person" name no source.
  if (marker !== "according to" && !(marker === "per" && source.upos === "PROPN")) return undefined;
  const clause = tree.parent(source);
  if (!clause || !hasRelation(source, "obl", "nmod", "advcl", "dep", "parataxis", "nsubj")) return undefined;
  if (isOfNumber(tree, source, clause)) return undefined;
  return {
    tree,
    head: source,
    verb: "according to",
    speakers: conjuncts(tree, source),
    addressees: [],
    setting: undefined,
    content: coordination(tree, clauseOf(tree, clause), source),
    act: false,
  };
}

/** "Some 20,000 people, according to police, marched": set off before the verb, the source is that of the number alone. */
function isOfNumber(tree: SentenceTree, source: TreeNode, host: TreeNode): boolean {
  const opening = tree.childrenBy(source, "case")[0];
  const before = opening && tree.node(opening.index - 2);
  if (!opening || !before || tree.node(opening.index - 1)?.form !== ",") return false;
  const verb = host.upos === "VERB" ? host : tree.parent(host);
  const subject = verb && tree.childBy(verb, "nsubj");
  if (!verb || !subject || source.index > verb.index || !tree.isBelow(before, subject)) return false;
  return tree.childBy(subject, "nummod") !== undefined;
}

/** "would begin in May and cost €3m, according to X": set off at the end, the source speaks for all verbs of one subject. */
function coordination(tree: SentenceTree, clause: TreeNode, source: TreeNode): TreeNode {
  const opening = tree.childrenBy(source, "case")[0];
  const comma = opening && tree.node(opening.index - 1);
  if (comma?.form !== ",") return clause;
  let at = clause;
  for (let above = tree.parent(at); above && hasRelation(at, "conj"); above = tree.parent(at)) {
    if (tree.childBy(at, "nsubj")) break;
    at = above;
  }
  return at;
}

/** A phrase that a parser hung on a noun at the clause's edge still speaks of the whole clause. */
function clauseOf(tree: SentenceTree, node: TreeNode): TreeNode {
  const path = [node, ...tree.ancestors(node)];
  return (
    path.find((each) => each.upos === "VERB" || tree.childBy(each, "cop", "nsubj") !== undefined) ?? node
  );
}

/** "X's claim that C", "a statement by X that C". */
function nounFrame(tree: SentenceTree, noun: TreeNode, cues: Cues): SpeechFrame | undefined {
  if (noun.upos !== "NOUN" || !cues.statementNouns.has(noun.lemma)) return undefined;
  const content = tree
    .childrenBy(noun, "acl", "ccomp")
    .find((node) => tree.marker(node, "mark") === "that" && tree.childBy(node, "nsubj") !== undefined);
  if (!content) return undefined;
  const author = tree
    .childrenBy(noun, "nmod")
    .find((node) => node.relation === "nmod:poss" || /^(?:by|from)$/.test(tree.marker(node, "case")));
  return {
    tree,
    head: noun,
    verb: noun.lemma,
    speakers: author ? conjuncts(tree, author) : [],
    addressees: [],
    setting: undefined,
    content,
    act: false,
  };
}
