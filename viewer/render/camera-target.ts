import type { CameraState } from "sigma/types";
import type { Box, Point } from "../../src/layout/layout-input.ts";

/** The camera that shows the whole graph. */
export const OVERVIEW: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };

export interface CameraSurroundings {
  readonly width: number;
  readonly height: number;
  /** Panels over the picture. */
  readonly reserved: readonly Box[];
  readonly camera: CameraState;
  /** Where a place of the framed graph (0 to 1, y upwards) stands on screen, for this camera or another. */
  readonly toScreen: (place: Point, camera?: CameraState) => Point;
}

/** Kept free around what is looked at, for its labels. */
const ROOM_X = 170;
const ROOM_Y = 120;
/** What stands this far from the edges counts as on screen. */
const EDGE = 50;
/** What takes this share of the picture counts as large enough to read; so does all, once the camera is this close. */
const READABLE_SHARE = 0.45;
const CLOSE_RATIO = 0.7;
const NEAREST = 0.42;
const FARTHEST = 1.6;

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The part of the picture that no tall panel at the right and no wide one at the bottom covers. */
function freeBox({ width, height, reserved }: CameraSurroundings): Box {
  let [right, bottom] = [width, height];
  for (const box of reserved) {
    if (box.bottom - box.top > height * 0.5 && box.left > width * 0.25) right = Math.min(right, box.left);
    else if (box.right - box.left > width * 0.7 && box.bottom - box.top > height * 0.2)
      bottom = Math.min(bottom, box.top);
  }
  return { left: 0, top: 0, right, bottom };
}

/**
 * The camera that brings places into the free part of the picture.
 *
 * @returns undefined where they stand there already at a readable size: then the picture does not move
 */
export function findCamera(places: readonly Point[], around: CameraSurroundings): CameraState | undefined {
  if (places.length === 0) return undefined;
  const { width, height, camera, toScreen } = around;
  const free = freeBox(around);
  const [freeWidth, freeHeight] = [free.right - free.left, free.bottom - free.top];
  const now = boundsOf(places.map((place) => toScreen(place)));
  const isInside =
    now.left > free.left + EDGE &&
    now.right < free.right - EDGE &&
    now.top > free.top + EDGE / 2 &&
    now.bottom < free.bottom - EDGE;
  const share = Math.max((now.right - now.left) / freeWidth, (now.bottom - now.top) / freeHeight);
  if (isInside && (share > READABLE_SHARE || camera.ratio < CLOSE_RATIO)) return undefined;

  /** Pixels that the side of the framed graph takes in the overview. */
  const unit = toScreen({ x: 1, y: 0 }, OVERVIEW).x - toScreen({ x: 0, y: 0 }, OVERVIEW).x;
  const box = boundsOf(places);
  const needed = Math.max(
    ((box.right - box.left) * unit) / Math.max(100, freeWidth - ROOM_X),
    ((box.bottom - box.top) * unit) / Math.max(100, freeHeight - ROOM_Y),
  );
  const ratio = Math.min(FARTHEST, Math.max(NEAREST, needed));
  return {
    angle: 0,
    ratio,
    x: (box.left + box.right) / 2 - (((free.left + free.right) / 2 - width / 2) / unit) * ratio,
    y: (box.top + box.bottom) / 2 + (((free.top + free.bottom) / 2 - height / 2) / unit) * ratio,
  };
}
