import { describe, expect, test } from "vitest";
import { type CameraSurroundings, findCamera, OVERVIEW } from "../../../viewer/render/camera-target.ts";

const SIZE = { width: 1000, height: 700 };
/** Sigma's projection in short: the framed graph fills 700 pixels in the overview, y upwards. */
const toScreen: CameraSurroundings["toScreen"] = ({ x, y }, camera = OVERVIEW) => ({
  x: SIZE.width / 2 + ((x - camera.x) * 700) / camera.ratio,
  y: SIZE.height / 2 - ((y - camera.y) * 700) / camera.ratio,
});
const panel = { left: 600, top: 10, right: 990, bottom: 690 };
const around = (reserved: CameraSurroundings["reserved"]): CameraSurroundings => ({
  ...SIZE,
  reserved,
  camera: OVERVIEW,
  toScreen,
});

describe("the camera", () => {
  test("brings what is in focus out from under a panel, whole and centred in the free part", () => {
    const places = [
      { x: 0.8, y: 0.4 },
      { x: 0.95, y: 0.6 },
    ];
    const camera = findCamera(places, around([panel]));
    expect(camera).toBeDefined();
    const onScreen = places.map((place) => toScreen(place, camera));
    for (const point of onScreen) {
      expect(point.x).toBeGreaterThan(0);
      expect(point.x).toBeLessThan(panel.left);
      expect(point.y).toBeGreaterThan(0);
      expect(point.y).toBeLessThan(SIZE.height);
    }
    const middle = ((onScreen[0]?.x ?? 0) + (onScreen[1]?.x ?? 0)) / 2;
    expect(middle).toBeCloseTo(300, 5);
  });

  test("stays where all in focus can be read already", () => {
    const places = [
      { x: 0.2, y: 0.2 },
      { x: 0.75, y: 0.8 },
    ];
    expect(findCamera(places, around([]))).toBeUndefined();
  });

  test("does not come closer than labels need, for one node alone", () => {
    expect(findCamera([{ x: 0.9, y: 0.9 }], around([panel]))?.ratio).toBeCloseTo(0.42);
  });

  test("has nowhere to go without nodes", () => {
    expect(findCamera([], around([]))).toBeUndefined();
  });
});
