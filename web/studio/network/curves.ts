/** A line through points as an SVG path; a point that is not finite breaks it. One decimal: a tenth of a pixel. */
export function linePath(x: (i: number) => number, y: (i: number) => number, count: number): string {
  let path = '';
  let pen = false;
  for (let i = 0; i < count; i++) {
    const [across, down] = [x(i), y(i)];
    if (!Number.isFinite(across) || !Number.isFinite(down)) {
      pen = false;
      continue;
    }
    path += `${pen ? 'L' : 'M'}${across.toFixed(1)},${down.toFixed(1)}`;
    pen = true;
  }
  return path;
}

/** The area between two lines as an SVG path; points that are not finite are left out. */
export function areaPath(x: (i: number) => number, low: (i: number) => number, high: (i: number) => number, count: number): string {
  const kept: number[] = [];
  for (let i = 0; i < count; i++) if (Number.isFinite(x(i)) && Number.isFinite(low(i)) && Number.isFinite(high(i))) kept.push(i);
  if (kept.length < 2) return '';
  const there = kept.map((i) => `${x(i).toFixed(1)},${high(i).toFixed(1)}`);
  const back = kept.toReversed().map((i) => `${x(i).toFixed(1)},${low(i).toFixed(1)}`);
  return `M${there.join('L')}L${back.join('L')}Z`;
}

/** 20 log₁₀ of a ratio of magnitudes, no deeper than `floor`. */
export const decibels = (magnitude: number, reference: number, floor = -80): number =>
  magnitude > 0 && reference > 0 ? Math.max(floor, 20 * Math.log10(magnitude / reference)) : floor;

/** A few round numbers from lowest to highest, for a small axis. */
export function roundTicks(lowest: number, highest: number, about = 3): number[] {
  const rough = (highest - lowest) / Math.max(1, about);
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((of) => of * power >= 0.7 * rough) ?? 10);
  const ticks: number[] = [];
  for (let k = Math.ceil(lowest / step - 1e-9); k * step <= highest + 1e-9 * step; k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}
