import MiniSearch from "minisearch";
import { labelOf, type ViewIndex } from "./view-index.ts";
import { factSentence } from "./wording.ts";

export interface SearchHit {
  readonly kind: "node" | "fact";
  readonly id: string;
  readonly title: string;
  /** Type of the node, or the words of the fact. */
  readonly detail: string;
}

interface SearchEntry {
  readonly key: string;
  readonly label: string;
  readonly aliases: string;
  readonly evidence: string;
}

const MAX_NODES = 8;
const MAX_FACTS = 6;

/** Letters that Unicode does not decompose into a base letter and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
};

/** Cuts a text into words; in scripts written without spaces, into single letters. */
function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu,
    ) ?? []
  );
}

/** Lower case, without diacritics: "Émile Čapek" → "emile capek". */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øđłßæœıþ]/g, (letter) => FOLDED[letter] ?? letter);
}

/** Looks nodes up by label and alias, and facts by their names and the words of their evidence. Made when first asked. */
export class SearchIndex {
  readonly #index: ViewIndex;
  #made: MiniSearch<SearchEntry> | undefined;

  constructor(index: ViewIndex) {
    this.#index = index;
  }

  get #entries(): MiniSearch<SearchEntry> {
    this.#made ??= this.#make();
    return this.#made;
  }

  #make(): MiniSearch<SearchEntry> {
    const { view } = this.#index;
    const entries = new MiniSearch<SearchEntry>({
      idField: "key",
      fields: ["label", "aliases", "evidence"],
      tokenize: wordsOf,
      processTerm: (term) => foldText(term),
    });
    entries.addAll(
      view.nodes.map((node) => ({
        key: `node ${node.id}`,
        label: node.label,
        aliases: node.aliases.join(" "),
        evidence: "",
      })),
    );
    entries.addAll(
      view.facts.map((fact) => ({
        key: `fact ${fact.id}`,
        label: "",
        aliases: factSentence(this.#index, fact),
        evidence: fact.evidence.quote,
      })),
    );
    return entries;
  }

  /** The facts that have all the words, in names, aliases or evidence; the last may be unfinished. */
  findFacts(words: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { id } of this.#entries.search(words, { combineWith: "AND", prefix: true })) {
      const key = String(id);
      if (key.startsWith("fact ")) found.add(key.slice(5));
      else for (const fact of this.#index.factsOf.get(key.slice(5)) ?? []) found.add(fact.id);
    }
    return found;
  }

  /** Best first: nodes, then facts. A word may be unfinished, and may have a slip in it. */
  find(query: string): SearchHit[] {
    if (query.trim() === "") return [];
    const results = this.#entries.search(query, {
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { label: 3, aliases: 1.5 },
      boostDocument: (key) => this.#weight(String(key)),
    });
    const hits = results.map((result) => this.#toHit(String(result.id)));
    return [
      ...hits.filter((hit) => hit.kind === "node").slice(0, MAX_NODES),
      ...hits.filter((hit) => hit.kind === "fact").slice(0, MAX_FACTS),
    ];
  }

  /** Among equal matches the better connected comes first. */
  #weight(key: string): number {
    const degree = this.#index.nodes.get(key.slice(5))?.degree ?? 0;
    return 1 + Math.log1p(degree) / 4;
  }

  #toHit(key: string): SearchHit {
    const id = key.slice(5);
    const fact = this.#index.facts.get(id);
    if (key.startsWith("fact ") && fact !== undefined)
      return { kind: "fact", id, title: factSentence(this.#index, fact), detail: fact.evidence.quote };
    const type = this.#index.nodes.get(id)?.type ?? "";
    return {
      kind: "node",
      id,
      title: labelOf(this.#index, id),
      detail: this.#index.types.get(type)?.label ?? type,
    };
  }
}
