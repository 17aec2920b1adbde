import type { MarginCalibration } from "../annotate/language-model.ts";
import type { ScoredArc } from "./score-model.ts";

/** Fits the chance that an arc's head is right as a logistic function of its margin (Platt scaling), by Newton's method. */
export function calibrateMargins(arcs: readonly ScoredArc[]): MarginCalibration {
  // Margins are scaled to about unit size so that the two unknowns are of like size.
  const unit = arcs.reduce((sum, arc) => sum + arc.margin, 0) / Math.max(1, arcs.length) || 1;
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 25; round++) {
    let [gradientSlope, gradientOffset] = [0, 0];
    let [curveSlope, curveBoth, curveOffset] = [1e-9, 0, 1e-9];
    for (const arc of arcs) {
      const margin = arc.margin / unit;
      const chance = 1 / (1 + Math.exp(-(slope * margin + offset)));
      const error = (arc.right ? 1 : 0) - chance;
      const curve = chance * (1 - chance);
      gradientSlope += error * margin;
      gradientOffset += error;
      curveSlope += curve * margin * margin;
      curveBoth += curve * margin;
      curveOffset += curve;
    }
    const determinant = curveSlope * curveOffset - curveBoth * curveBoth;
    if (Math.abs(determinant) < 1e-9) break;
    slope += (curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant;
    offset += (curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant;
  }
  return { slope: Number((slope / unit).toPrecision(6)), offset: Number(offset.toPrecision(6)) };
}
