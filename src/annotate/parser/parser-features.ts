import { mixHash } from "../weights/feature-hash.ts";
import { type Configuration, NONE } from "./configuration.ts";
import { FEATURE_TEMPLATES } from "./feature-templates.ts";

/** A tagged sentence as the parser sees it, one value per word. */
export interface ParserInput {
  /** Hashes of the words. */
  readonly words: Int32Array;
  /** Tags: any numbers that tell tags apart. */
  readonly tags: Int32Array;
  readonly clusters: Int32Array;
  /** Number of commas (and semicolons) before each word, one entry more than words. */
  readonly commasBefore: Int32Array;
  /** Number of quotation marks before each word, one entry more than words. */
  readonly quotesBefore: Int32Array;
}

const PLACES = [
  "s0",
  "s1",
  "s2",
  "b0",
  "b1",
  "b2",
  "b3",
  "s0.l",
  "s0.l2",
  "s0.r",
  "s0.r2",
  "s1.l",
  "s1.l2",
  "s1.r",
  "s1.r2",
  "b0.l",
  "b0.l2",
  "s0+1",
  "b0-1",
] as const;
const PROPERTIES = ["w", "t", "c", "l"] as const;
const COUNTS = [
  "s0:vl",
  "s0:vr",
  "s0:sl",
  "s0:sr",
  "s1:vl",
  "s1:vr",
  "s1:sl",
  "s1:sr",
  "b0:vl",
  "b0:sl",
  "near",
  "far",
  "commas",
  "farcommas",
  "quotes",
] as const;

const ATOM_NAMES: readonly string[] = [
  ...PLACES.flatMap((place) => PROPERTIES.map((property) => `${place}:${property}`)),
  ...COUNTS,
];
const FIRST_COUNT = PLACES.length * PROPERTIES.length;
/** Values of words that are not there, and of the root. */
const ABSENT = 0x3c6ef372;
const ROOT = 0x1f83d9ab;

/** All templates one after the other: the number of atoms, then the atoms. */
const PROGRAM: Int32Array = compileTemplates(FEATURE_TEMPLATES);
export const PARSER_FEATURE_COUNT = FEATURE_TEMPLATES.trim().split("\n").length;

function compileTemplates(templates: string): Int32Array {
  const program: number[] = [];
  for (const line of templates.trim().split("\n")) {
    const atoms = line.split(" ").map((name) => ATOM_NAMES.indexOf(name));
    if (atoms.includes(-1)) throw new Error(`unknown atom in feature template "${line}"`);
    program.push(atoms.length, ...atoms);
  }
  return Int32Array.from(program);
}

/** Turns configurations of one parser into features; one instance is reused for all. */
export class ParserFeatures {
  readonly hashes = new Int32Array(PARSER_FEATURE_COUNT);
  readonly #atoms = new Int32Array(ATOM_NAMES.length);
  readonly #places = new Int32Array(PLACES.length);

  collect(configuration: Configuration, input: ParserInput): void {
    this.#findPlaces(configuration);
    this.#fillWords(configuration, input);
    this.#fillCounts(configuration, input);
    const atoms = this.#atoms;
    let position = 0;
    for (let template = 0; template < PARSER_FEATURE_COUNT; template++) {
      const last = position + (PROGRAM[position] as number);
      let hash = Math.imul(template + 1, 0x27d4eb2f);
      while (position < last) {
        position++;
        hash = mixHash(hash, atoms[PROGRAM[position] as number] as number);
      }
      position++;
      this.hashes[template] = hash;
    }
  }

  #findPlaces(configuration: Configuration): void {
    const { length, next } = configuration;
    const s0 = configuration.stackAt(0);
    const s1 = configuration.stackAt(1);
    const places = this.#places;
    places[0] = s0;
    places[1] = s1;
    places[2] = configuration.stackAt(2);
    for (let ahead = 0; ahead < 4; ahead++) places[3 + ahead] = next + ahead <= length ? next + ahead : NONE;
    places[7] = s0 < 0 ? NONE : (configuration.left[s0] as number);
    places[8] = s0 < 0 ? NONE : (configuration.left2[s0] as number);
    places[9] = s0 < 0 ? NONE : (configuration.right[s0] as number);
    places[10] = s0 < 0 ? NONE : (configuration.right2[s0] as number);
    places[11] = s1 < 0 ? NONE : (configuration.left[s1] as number);
    places[12] = s1 < 0 ? NONE : (configuration.left2[s1] as number);
    places[13] = s1 < 0 ? NONE : (configuration.right[s1] as number);
    places[14] = s1 < 0 ? NONE : (configuration.right2[s1] as number);
    places[15] = configuration.left[next] as number;
    places[16] = configuration.left2[next] as number;
    places[17] = s0 < 0 ? NONE : s0 + 1;
    places[18] = next - 1;
  }

  #fillWords(configuration: Configuration, input: ParserInput): void {
    const atoms = this.#atoms;
    for (let place = 0; place < PLACES.length; place++) {
      const word = this.#places[place] as number;
      const first = place * PROPERTIES.length;
      if (word < 0 || word >= configuration.length) {
        const value = word < 0 ? ABSENT : ROOT;
        atoms[first] = value;
        atoms[first + 1] = value;
        atoms[first + 2] = value;
        atoms[first + 3] = value;
      } else {
        atoms[first] = input.words[word] as number;
        atoms[first + 1] = input.tags[word] as number;
        atoms[first + 2] = input.clusters[word] as number;
        atoms[first + 3] = configuration.labels[word] as number;
      }
    }
  }

  #fillCounts(configuration: Configuration, input: ParserInput): void {
    const atoms = this.#atoms;
    const { next, leftCount, rightCount, leftLabels, rightLabels } = configuration;
    const s0 = this.#places[0] as number;
    const s1 = this.#places[1] as number;
    let atom = FIRST_COUNT;
    for (const word of [s0, s1]) {
      atoms[atom++] = word < 0 ? ABSENT : (leftCount[word] as number);
      atoms[atom++] = word < 0 ? ABSENT : (rightCount[word] as number);
      atoms[atom++] = word < 0 ? ABSENT : (leftLabels[word] as number);
      atoms[atom++] = word < 0 ? ABSENT : (rightLabels[word] as number);
    }
    atoms[atom++] = leftCount[next] as number;
    atoms[atom++] = leftLabels[next] as number;
    atoms[atom++] = s0 < 0 ? ABSENT : distanceClass(next - s0);
    atoms[atom++] = s1 < 0 ? ABSENT : distanceClass(s0 - s1);
    atoms[atom++] = s0 < 0 ? ABSENT : between(input.commasBefore, s0, next);
    atoms[atom++] = s1 < 0 ? ABSENT : between(input.commasBefore, s1, s0);
    atoms[atom++] = s0 < 0 ? ABSENT : between(input.quotesBefore, s0, next);
  }
}

function between(before: Int32Array, from: number, to: number): number {
  return Math.min((before[to] as number) - (before[from] as number), 3);
}

function distanceClass(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 7) return 5;
  return distance <= 12 ? 6 : 7;
}

/** Prepares a tagged sentence for the parser. */
export function parserInput(
  forms: readonly string[],
  words: readonly { readonly key: number; readonly cluster: number }[],
  xpos: Uint8Array,
  upos: Uint8Array,
): ParserInput {
  const commasBefore = new Int32Array(forms.length + 1);
  const quotesBefore = new Int32Array(forms.length + 1);
  for (const [index, form] of forms.entries()) {
    commasBefore[index + 1] = (commasBefore[index] as number) + (form === "," || form === ";" ? 1 : 0);
    quotesBefore[index + 1] = (quotesBefore[index] as number) + (/^["“”]$|^``$|^''$/.test(form) ? 1 : 0);
  }
  return {
    words: Int32Array.from(words, (word) => word.key),
    clusters: Int32Array.from(words, (word) => word.cluster),
    tags: Int32Array.from(xpos, (tag, index) => tag * 32 + (upos[index] as number)),
    commasBefore,
    quotesBefore,
  };
}
