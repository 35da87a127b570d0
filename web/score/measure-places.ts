import { beatOf } from './tempo.ts';

/** A measure as it is played, in whole notes: where it begins and ends, and how far into the meter's measure it begins (an upbeat, or what completes a measure after a repeat). */
export interface MeasurePlace {
  from: number;
  to: number;
  into: number;
}

/** A beat that is heard as a click. */
export interface Click {
  at: number;
  /** Whether it is a measure's first, which sounds higher. */
  first: boolean;
}

const near = 1e-6;

/** A meter's measure in whole notes; null for a free one. */
export function measureOf(meter: string): number | null {
  const found = /^(\d+)\/(\d+)$/.exec(meter);
  return found === null ? null : Number(found[1]) / Number(found[2]);
}

/** The measures between bars, as `lilt render` counts them: an upbeat ends with its measure, and two parts of one measure are counted on. */
export function placesOf(bars: readonly number[], meter: string): MeasurePlace[] {
  const full = measureOf(meter);
  let gone = 0;
  return bars.slice(0, -1).map((from, i) => {
    const to = bars[i + 1]!;
    const length = to - from;
    let into = 0;
    if (full !== null && length < full - near) {
      into = gone > near && gone + length <= full + near ? gone : i === 0 ? full - length : 0;
      gone = into + length < full - near ? into + length : 0;
    } else gone = 0;
    return { from, to, into };
  });
}

/** The beats of some measures; none in free meter. */
export function clicksOf(places: readonly MeasurePlace[], meter: string): Click[] {
  if (measureOf(meter) === null) return [];
  const beat = beatOf(meter);
  return places.flatMap(({ from, to, into }) => {
    const clicks: Click[] = [];
    for (let n = Math.ceil((into - near) / beat); from + n * beat - into < to - near; n++)
      clicks.push({ at: from + n * beat - into, first: n === 0 });
    return clicks;
  });
}

/**
 * What is clicked before the music: a measure, or two where one has fewer than three beats. An upbeat, or whatever stands further on in a
 * measure, ends the last of them, before which a whole measure is heard at least.
 * @param place the measure that the music begins in.
 * @param at where it begins.
 */
export function countIn(place: MeasurePlace | undefined, at: number, meter: string): { length: number; clicks: Click[] } {
  const beat = beatOf(meter);
  const full = measureOf(meter) ?? 4 * beat;
  const counted = full < 3 * beat - near ? 2 * full : full;
  const gone = place === undefined ? 0 : (place.into + at - place.from) % full;
  const into = gone < near || gone > full - near ? 0 : gone;
  let length = into === 0 ? counted : counted - full + into;
  if (length < full - near) length += full;
  const clicks: Click[] = [];
  for (let n = 0; n * beat < length - near; n++) clicks.push({ at: at - length + n * beat, first: (n * beat + near) % full < 2 * near });
  return { length, clicks };
}
