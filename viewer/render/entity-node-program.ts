import type { NodeProgramType, ProgramInfo } from "sigma/rendering";
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { NodeGroup } from "../../src/view/graph-view.ts";
import { toUnitRgb } from "./palette.ts";

/** What this program reads of a node besides sigma's own fields. */
export interface EntityNodeData extends NodeDisplayData {
  readonly shape: number;
  /** Outlined only: a description or phrase, not a name. */
  readonly hollow: number;
}

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_pixelRatio", "u_correctionRatio", "u_ground"] as const;

/** Shapes tell the groups apart where colours do not. */
export const SHAPE_OF_GROUP: Readonly<Record<NodeGroup, number>> = {
  person: 0,
  organization: 1,
  place: 2,
  event: 3,
  idea: 0,
  thing: 0,
  value: 4,
};

/** A triangle around each node; the fragment shader cuts the shape out of it by its signed distance. */
const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_hollow;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
varying float v_hollow;
varying float v_pixel;

void main() {
  float radius = a_size * u_pixelRatio / u_sizeRatio;
  // Reach of the triangle in pixels: the ring of ground colour around the node included.
  float reach = (radius + 4.0 * u_pixelRatio) * 2.0;
  vec2 turn = vec2(cos(a_angle), sin(a_angle));
  vec2 offset = turn * reach / u_pixelRatio * u_correctionRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1.0)).xy, 0.0, 1.0);
  v_place = turn * reach;
  v_radius = radius;
  v_shape = a_shape;
  v_hollow = a_hollow;
  v_pixel = u_pixelRatio;
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

uniform vec3 u_ground;

varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
varying float v_hollow;
varying float v_pixel;

float box(vec2 place, vec2 halfSize, float corner) {
  vec2 beyond = abs(place) - halfSize + corner;
  return length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - corner;
}

float hexagon(vec2 place, float radius) {
  const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
  place = abs(place);
  place -= 2.0 * min(dot(k.xy, place), 0.0) * k.xy;
  place -= vec2(clamp(place.x, -k.z * radius, k.z * radius), radius);
  return length(place) * sign(place.y);
}

float shapeDistance() {
  float r = v_radius;
  if (v_shape < 0.5) return length(v_place) - r;
  if (v_shape < 1.5) return box(v_place, vec2(r * 0.88), r * 0.3);
  if (v_shape < 2.5) {
    vec2 turned = vec2(v_place.x + v_place.y, v_place.y - v_place.x) * 0.70710678;
    return box(turned, vec2(r * 0.8), r * 0.2);
  }
  if (v_shape < 3.5) return hexagon(v_place, r * 0.9) - r * 0.04;
  return box(v_place, vec2(r, r * 0.62), r * 0.3);
}

void main() {
  float away = shapeDistance();
  #ifdef PICKING_MODE
  if (away > 2.0 * v_pixel) discard;
  gl_FragColor = v_color;
  #else
  float ring = 1.6 * v_pixel;
  float whole = clamp(ring + 0.5 - away, 0.0, 1.0);
  float disc = clamp(0.5 - away, 0.0, 1.0);
  float inner = clamp(0.5 - (away + 1.8 * v_pixel), 0.0, 1.0) * v_hollow;
  vec3 fill = mix(v_color.rgb, u_ground, inner * 0.82);
  // A hidden node comes as zeros: it must not leave its ring behind.
  gl_FragColor = vec4(mix(u_ground, fill, disc), 1.0) * whole * step(0.001, v_color.a);
  #endif
}
`;

/** Makes the program that draws entities. @param ground gives the colour of the ground, as it is at each frame */
export function makeEntityNodeProgram(ground: () => string): NodeProgramType {
  return class EntityNodeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLES as 4,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_hollow", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    processVisibleItem(nodeIndex: number, startIndex: number, node: NodeDisplayData): void {
      const data = node as EntityNodeData;
      this.array.set(
        [data.x, data.y, data.size, data.shape, data.hollow, floatColor(data.color), nodeIndex],
        startIndex,
      );
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
      gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
      gl.uniform1f(uniformLocations["u_pixelRatio"] ?? null, params.pixelRatio);
      gl.uniform1f(uniformLocations["u_correctionRatio"] ?? null, params.correctionRatio);
      gl.uniform3f(uniformLocations["u_ground"] ?? null, ...toUnitRgb(ground()));
    }
  };
}
