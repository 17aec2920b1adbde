import { strToU8 } from "fflate";
import { ModelError } from "../model/errors.ts";
import { type LemmaRules, Lemmatiser } from "./lemmas/lemmatiser.ts";
import { Parser, type ParserInventory } from "./parser/parser.ts";
import { Tagger, type TagInventory } from "./tagger/tagger.ts";
import type { WordClusters } from "./tagger/word-features.ts";
import { HashedWeights } from "./weights/hashed-weights.ts";
import {
  byteSection,
  type ModelSections,
  packModel,
  textSection,
  unpackModel,
} from "./weights/model-file.ts";

/** Maps the parser's margin to a confidence: 1 / (1 + e^-(slope · margin + offset)), fitted on development data. */
export interface MarginCalibration {
  readonly slope: number;
  readonly offset: number;
}

/** All that training learns. */
export interface LanguageModelParts {
  readonly tags: TagInventory;
  readonly xposWeights: HashedWeights;
  readonly uposWeights: HashedWeights;
  readonly parser: ParserInventory;
  readonly parserWeights: HashedWeights;
  readonly calibration: MarginCalibration;
  readonly lemmas: LemmaRules;
  readonly clusters: WordClusters;
}

/** The models of one language, ready to read. */
export interface LanguageModel {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly lemmatiser: Lemmatiser;
  readonly clusters: WordClusters;
  readonly calibration: MarginCalibration;
}

interface Header {
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly uposOfXpos: readonly (readonly number[])[];
  readonly parser: ParserInventory;
  readonly calibration: MarginCalibration;
  readonly bits: { readonly xpos: number; readonly upos: number; readonly parser: number };
}

/** Puts the parts together for use. */
export function assembleModel(parts: LanguageModelParts): LanguageModel {
  return {
    tagger: new Tagger(parts.tags, parts.xposWeights, parts.uposWeights),
    parser: new Parser(parts.parser, parts.parserWeights),
    lemmatiser: new Lemmatiser(parts.lemmas),
    clusters: parts.clusters,
    calibration: parts.calibration,
  };
}

/** Writes the parts as one file. Weights must be bytes already. */
export function saveModel(parts: LanguageModelParts): Uint8Array {
  const { xpos, upos, uposOfXpos, settled } = parts.tags;
  const header: Header = {
    xpos,
    upos,
    uposOfXpos,
    parser: parts.parser,
    calibration: parts.calibration,
    bits: {
      xpos: parts.xposWeights.bits,
      upos: parts.uposWeights.bits,
      parser: parts.parserWeights.bits,
    },
  };
  return packModel(
    new Map([
      ["header", strToU8(JSON.stringify(header))],
      ["settled", strToU8(tableText(settled))],
      ["lemmas", strToU8(tableText(parts.lemmas))],
      ["clusters", strToU8(tableText(parts.clusters))],
      ["xpos", weightBytes(parts.xposWeights)],
      ["upos", weightBytes(parts.uposWeights)],
      ["parser", weightBytes(parts.parserWeights)],
    ]),
  );
}

/** Reads a file that {@link saveModel} wrote. Throws {@link ModelError} where it cannot be used. */
export function loadModel(file: Uint8Array): LanguageModel {
  const sections = unpackModel(file);
  const header = JSON.parse(textSection(sections, "header")) as Header;
  const numbers = (name: string): Map<string, number> =>
    readTable(textSection(sections, name), (value) => Number(value));
  const settled = numbers("settled");
  return assembleModel({
    tags: { xpos: header.xpos, upos: header.upos, uposOfXpos: header.uposOfXpos, settled },
    xposWeights: readWeights(sections, "xpos", header.bits.xpos, header.xpos.length),
    uposWeights: readWeights(sections, "upos", header.bits.upos, header.upos.length),
    parser: header.parser,
    parserWeights: readWeights(sections, "parser", header.bits.parser, header.parser.moves.length),
    calibration: header.calibration,
    lemmas: readTable(textSection(sections, "lemmas"), (value) => value),
    clusters: numbers("clusters"),
  });
}

function readWeights(sections: ModelSections, name: string, bits: number, classes: number): HashedWeights {
  const bytes = byteSection(sections, name);
  // The bytes are signed weights; the view shares their memory.
  return new HashedWeights(bits, classes, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}

function weightBytes(weights: HashedWeights): Uint8Array {
  const { table } = weights;
  if (!(table instanceof Int8Array)) throw new ModelError("weights must be quantised before they are saved");
  return new Uint8Array(table.buffer, table.byteOffset, table.length);
}

/** Lines of value, tab, key: keys may hold tabs, values do not. */
function tableText(table: ReadonlyMap<string, string | number>): string {
  return [...table].map(([key, value]) => `${value}\t${key}`).join("\n");
}

function readTable<Value>(text: string, read: (value: string) => Value): Map<string, Value> {
  const table = new Map<string, Value>();
  if (text === "") return table;
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    table.set(line.slice(tab + 1), read(line.slice(0, tab)));
  }
  return table;
}
