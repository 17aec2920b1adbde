import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { LOOP_HALF_ANGLE, LOOP_REACH, LOOP_STEP } from "./edge-geometry.ts";

/** What this program reads of an edge besides sigma's own fields. */
export interface FactEdgeData extends EdgeDisplayData {
  readonly curvature: number;
  /** Ordinal among the loops of its node; read only where source and target are one. */
  readonly loop: number;
  /** 0 solid, 1 dashed, 2 dotted. */
  readonly dash: number;
}

const BENT_SEGMENTS = 20;
const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_pixelRatio", "u_dimensions"] as const;

const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/**
 * One instance is a ribbon along a cubic Bézier curve and an arrow head. Everything is computed in device pixels:
 * widths, dashes and heads then look the same at every zoom. With STRAIGHT the curve is its chord, and all that a curve
 * needs loops for is a quotient: tens of thousands of lines are straight, and a machine may have no graphics card.
 */
const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_fromRadius;
attribute float a_toRadius;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_loop;
attribute float a_dash;
attribute vec4 a_color;
attribute vec4 a_id;
// x: place along the body, 0 to 1; y: side, -1 or 1; z: 0 body, 1 base of the head, 2 tip
attribute vec3 a_vertex;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;

varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_dash;
varying float v_unit;

vec2 p0, p1, p2, p3;

vec2 toPixels(vec2 place) {
  return ((u_matrix * vec3(place, 1.0)).xy * 0.5 + 0.5) * u_dimensions;
}

#ifdef STRAIGHT
vec2 curveAt(float t) {
  return mix(p0, p3, t);
}

vec2 tangentAt(float t) {
  return (p3 - p0) / max(distance(p0, p3), 0.0001);
}

float leave(vec2 middle, float radius, float inside, float outside) {
  float at = inside + sign(outside - inside) * radius / max(distance(p0, p3), 0.0001);
  return inside < outside ? min(at, outside) : max(at, outside);
}
#else
vec2 curveAt(float t) {
  float s = 1.0 - t;
  return s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
}

vec2 tangentAt(float t) {
  vec2 along = curveAt(min(1.0, t + 0.01)) - curveAt(max(0.0, t - 0.01));
  return along / max(length(along), 0.0001);
}

// Where the curve leaves the disc around a point: between t inside and t outside, by halving.
float leave(vec2 middle, float radius, float inside, float outside) {
  for (int step = 0; step < 12; step++) {
    float t = (inside + outside) * 0.5;
    if (distance(curveAt(t), middle) < radius) inside = t; else outside = t;
  }
  return (inside + outside) * 0.5;
}
#endif

void main() {
  float scale = u_pixelRatio / u_sizeRatio;
  p0 = toPixels(a_from);
  p3 = toPixels(a_to);
  #ifndef STRAIGHT
  bool isLoop = a_from == a_to;
  if (isLoop) {
    // Pixels grow upwards here, and downwards in edge-geometry.ts: hence the opposite angle.
    float angle = ${float(Math.PI / 2)} - a_loop * ${float(LOOP_STEP)};
    float reach = ${float(LOOP_REACH)} * scale;
    p1 = p0 + vec2(cos(angle + ${float(LOOP_HALF_ANGLE)}), sin(angle + ${float(LOOP_HALF_ANGLE)})) * reach;
    p2 = p0 + vec2(cos(angle - ${float(LOOP_HALF_ANGLE)}), sin(angle - ${float(LOOP_HALF_ANGLE)})) * reach;
  } else {
    vec2 chord = p3 - p0;
    vec2 control = (p0 + p3) * 0.5 + vec2(chord.y, -chord.x) * a_curvature;
    p1 = p0 + (control - p0) * (2.0 / 3.0);
    p2 = p3 + (control - p3) * (2.0 / 3.0);
  }
  #endif

  float thickness = max(a_thickness * scale, 1.15 * u_pixelRatio);
  float headLength = thickness * 3.2 + 3.4 * u_pixelRatio;
  float headHalf = thickness * 1.15 + 1.5 * u_pixelRatio;
  float gap = 2.0 * u_pixelRatio;
  float middle = 0.5;
  float start = leave(p0, a_fromRadius * scale + gap, 0.0, middle);
  float end = leave(p3, a_toRadius * scale + gap, 1.0, middle);
  vec2 tip = curveAt(end);
  float base = leave(tip, headLength, end, start);

  float t = a_vertex.z > 1.5 ? end : mix(start, base, a_vertex.x);
  vec2 place = curveAt(t);
  vec2 along = a_vertex.z > 0.5 ? normalize(tip - curveAt(base) + vec2(0.0001)) : tangentAt(t);
  vec2 across = vec2(-along.y, along.x);

  float feather = u_pixelRatio;
  float halfWidth = thickness * 0.5;
  if (a_vertex.z > 1.5) halfWidth = 0.0;
  else if (a_vertex.z > 0.5) halfWidth = headHalf;
  #ifdef PICKING_MODE
  halfWidth = max(halfWidth, 4.0 * u_pixelRatio);
  #endif
  float reachOut = halfWidth + feather;

  // Length of the body up to here, for the dashes.
  #ifdef STRAIGHT
  float walked = distance(curveAt(start), place);
  #else
  float walked = 0.0;
  vec2 last = curveAt(start);
  for (int step = 1; step <= 16; step++) {
    vec2 next = curveAt(mix(start, t, float(step) / 16.0));
    walked += distance(last, next);
    last = next;
  }
  #endif

  gl_Position = vec4((place + across * a_vertex.y * reachOut) / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
  v_side = a_vertex.y * reachOut;
  v_half = halfWidth;
  v_along = walked;
  v_dash = a_vertex.z > 0.5 ? 0.0 : a_dash;
  v_unit = max(u_pixelRatio, thickness * 0.75);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_dash;
varying float v_unit;

void main() {
  float cover = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
  #ifdef PICKING_MODE
  if (cover < 0.5) discard;
  gl_FragColor = v_color;
  #else
  if (v_dash > 1.5) {
    float period = v_unit * 4.4;
    float place = mod(v_along, period) - period * 0.5;
    cover = clamp(v_unit * 0.95 + 0.5 - length(vec2(place, v_side)), 0.0, 1.0);
  } else if (v_dash > 0.5) {
    float period = v_unit * 9.5;
    float place = mod(v_along, period) - period * 0.5;
    cover *= clamp(v_unit * 2.9 + 0.5 - abs(place), 0.0, 1.0);
  }
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * cover;
  #endif
}
`;

function ribbon(segments: number): number[][] {
  const vertices: number[][] = [];
  for (let segment = 0; segment <= segments; segment++)
    for (const side of [-1, 1]) vertices.push([segment / segments, side, 0]);
  for (const part of [1, 2]) for (const side of [-1, 1]) vertices.push([1, side, part]);
  return vertices;
}

const BENT_RIBBON = ribbon(BENT_SEGMENTS);
const STRAIGHT_RIBBON = ribbon(1);

/** Draws facts: straight, bent or looping, solid, dashed or dotted, with an arrow head. */
export class FactEdgeProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    return {
      VERTICES: BENT_RIBBON.length,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLE_STRIP as 5,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_from", size: 2, type: FLOAT },
        { name: "a_to", size: 2, type: FLOAT },
        { name: "a_fromRadius", size: 1, type: FLOAT },
        { name: "a_toRadius", size: 1, type: FLOAT },
        { name: "a_thickness", size: 1, type: FLOAT },
        { name: "a_curvature", size: 1, type: FLOAT },
        { name: "a_loop", size: 1, type: FLOAT },
        { name: "a_dash", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_vertex", size: 3, type: FLOAT }],
      CONSTANT_DATA: BENT_RIBBON,
    };
  }

  processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    edge: EdgeDisplayData,
  ): void {
    const data = edge as FactEdgeData;
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        source.size,
        target.size,
        data.size,
        data.curvature,
        data.loop,
        data.dash,
        floatColor(data.color),
        edgeIndex,
      ],
      startIndex,
    );
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations["u_pixelRatio"] ?? null, params.pixelRatio);
    gl.uniform2f(
      uniformLocations["u_dimensions"] ?? null,
      params.width * params.pixelRatio,
      params.height * params.pixelRatio,
    );
  }
}

/** Draws the straight ones among them, with a sixth of the work. */
export class StraightFactEdgeProgram extends FactEdgeProgram {
  override getDefinition() {
    return {
      ...super.getDefinition(),
      VERTICES: STRAIGHT_RIBBON.length,
      VERTEX_SHADER_SOURCE: `#define STRAIGHT\n${VERTEX_SHADER}`,
      CONSTANT_DATA: STRAIGHT_RIBBON,
    };
  }
}
