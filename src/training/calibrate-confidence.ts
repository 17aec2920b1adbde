/*
 * Makes data/lexicon/fact-confidence.tsv: npm run train:confidence. Fits the share of right facts to the score of their
 * reading (Platt scaling: logistic regression of two parameters) on the development part of data/gold; prints, for each
 * article, what the others would have predicted. The held-out part is not looked at.
 *
 * The rules were written with the development articles in sight, most of them for few sentences, so that what they get
 * right there promises too much. Each rule is therefore given one more right and one more wrong fact, as Laplace's rule of
 * succession has it: a rule that was right twice of two is not always right.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrationOf, type JudgedConfidence, judgeConfidences } from "../evaluate/calibration.ts";
import { scorableLines } from "../evaluate/evaluate-suite.ts";
import { readGoldSuite } from "../evaluate/gold-suite.ts";
import { sum } from "../evaluate/rates.ts";
import { CALIBRATION_FILE, type Calibration, calibrated } from "../extract/facts/calibration.ts";
import { loadResources, packageRoot } from "../io/package-resources.ts";
import { createReader } from "../pipeline/create-reader.ts";
import { makeExtractionRecords } from "../pipeline/extraction-records.ts";
import { readArticles } from "../pipeline/read-source.ts";

const data = join(packageRoot, "data");

interface RuleFact extends JudgedConfidence {
  readonly rule: string;
}

/** One more right and one more wrong fact for each rule, at the mean of its scores. */
function succession(facts: readonly RuleFact[]): readonly JudgedConfidence[] {
  const rules = [...new Set(facts.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const own = facts.filter((fact) => fact.rule === rule);
    const confidence = sum(own.map((fact) => fact.confidence)) / own.length;
    return [true, false].map((right) => ({ confidence, right }));
  });
}

/** The likeliest parameters, by Newton's method. */
function fitCalibration(found: readonly RuleFact[]): Calibration {
  const judged = [...found, ...succession(found)];
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { confidence: score, right } of judged) {
      const share = 1 / (1 + Math.exp(-(intercept + slope * score)));
      const [error, weight] = [Number(right) - share, share * (1 - share)];
      g0 += error;
      g1 += error * score;
      h00 += weight;
      h01 += weight * score;
      h11 += weight * score * score;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return { intercept, slope };
}

async function judgeDevelopment(): Promise<ReadonlyMap<string, readonly RuleFact[]>> {
  const resources = await loadResources();
  const lexicon = new Map([...resources.lexicon].filter(([name]) => name !== CALIBRATION_FILE));
  const reader = createReader({ ...resources, lexicon });
  const toRecords = makeExtractionRecords(resources);
  const folder = join(data, "gold");
  const files = readdirSync(folder).filter((name) => /\.(?:jsonl|json|txt|md)$/.test(name));
  const gold = new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const judged = new Map<string, readonly RuleFact[]>();
  for (const article of readGoldSuite(gold, folder)) {
    if (article.part !== "development") continue;
    const name = `${article.slug}.md`;
    const content = gold.get(name) ?? readFileSync(join(data, "articles", name), "utf8");
    const [outcome] = readArticles(new TextEncoder().encode(content), { name });
    if (outcome?.kind !== "article") throw new Error(`${name} is no article`);
    const extraction = await reader.extract(outcome.article);
    const rules = new Map(extraction.facts.map(({ id, rule }) => [id, rule]));
    const records = toRecords(extraction).map((record) => ({ ...record, rule: rules.get(record.id) ?? "" }));
    const lines = scorableLines(records, outcome.article.text);
    judged.set(article.slug, judgeConfidences(article, records, lines));
  }
  return judged;
}

const judged = await judgeDevelopment();
const without = (left: string) => [...judged].flatMap(([slug, facts]) => (slug === left ? [] : facts));
const predicted = [...judged].flatMap(([slug, facts]) => {
  const calibration = fitCalibration(without(slug));
  return facts.map(({ confidence, right }) => ({ confidence: calibrated(calibration, confidence), right }));
});
const { intercept, slope } = fitCalibration(without(""));
console.log(`bare scores: expected calibration error ${calibrationOf(without("")).expectedError}`);
console.log(`each article by the others: ${calibrationOf(predicted).expectedError}`);
console.log(`intercept ${intercept.toFixed(4)}, slope ${slope.toFixed(4)}, ${predicted.length} facts`);
writeFileSync(
  join(data, "lexicon", CALIBRATION_FILE),
  [
    "# Confidence of a fact = 1 / (1 + exp(-(intercept + weight * score))), its score being rule, arcs and pronouns taken together.",
    `# Fitted by npm run train:confidence on the ${predicted.length} facts found in the development articles of data/gold. Licence: Apache-2.0.`,
    `intercept\t${intercept.toFixed(4)}`,
    `score\t${slope.toFixed(4)}`,
    "",
  ].join("\n"),
);
