/**
 * Chooses a media type by an Accept header (RFC 9110, section 12.5.1): the best-liked of those on offer, the earlier one
 * where several are liked equally.
 *
 * @returns undefined where none is acceptable
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === "") return offered[0];
  const wishes = accept.split(",").map((part) => {
    const [range = "", ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    return { range, quality: Number.isFinite(quality) ? quality : 0 };
  });
  const qualityOf = (type: string): number => {
    // The most specific range that fits decides.
    const ranges = [type, `${type.split("/")[0]}/*`, "*/*"];
    for (const range of ranges) {
      const wish = wishes.find((candidate) => candidate.range === range);
      if (wish !== undefined) return wish.quality;
    }
    return 0;
  };
  let best: { readonly type: string; readonly quality: number } | undefined;
  for (const type of offered) {
    const quality = qualityOf(type);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type;
}
