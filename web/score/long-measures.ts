import abcjs from 'abcjs';

interface Element {
  el_type: string;
  startBeam?: boolean;
  endBeam?: boolean;
  startTriplet?: unknown;
  endTriplet?: unknown;
  /** As it was drawn: where, and the room that it takes to its right, and to its left, counted down. */
  abselem?: { x: number; w: number; minspacing: number; extraw: number };
}
interface Staff {
  key?: unknown;
  clef?: unknown;
  meter?: unknown;
  voices: Element[][];
}
interface Line {
  staff?: Staff[];
  staffGroup?: { startx: number };
}
interface Lines {
  lines: Line[];
}
/** Where a line of notes is broken: before which element of each voice of each staff. */
type Break = number[][];

/** How far a line may be squeezed before it is broken. */
const squeezed = 1.1;
/** How much wider than at its closest a line is to be. */
const loose = 1.4;

/**
 * Draws a tune as `abcjs.renderAbc` does. That breaks lines at bars alone, so that a measure of eighty notes is one line, and the whole
 * picture as wide: lines that come out wider than there is room are broken within their measures, between two beams where there are two.
 * What sounds, and when, stays.
 * @param params with `staffwidth`.
 */
export function renderLines(place: HTMLElement, abc: string, params: Parameters<typeof abcjs.renderAbc>[2]): unknown {
  const { staffwidth, afterParsing } = params as { staffwidth: number; afterParsing?: (parsed: Lines) => void };
  const [first] = abcjs.renderAbc(place, abc, params) as unknown as (Lines | undefined)[];
  const breaks = first?.lines.map((line) => breaksOf(line, staffwidth)) ?? [];
  if (breaks.every(({ length }) => length === 0)) return first;
  place.querySelector('svg')?.remove();
  const again = (parsed: Lines): void => {
    afterParsing?.(parsed);
    parsed.lines = parsed.lines.flatMap((line, i) => broken(line, breaks[i] ?? []));
  };
  return abcjs.renderAbc(place, abc, { ...params, afterParsing: again } as unknown as Parameters<typeof abcjs.renderAbc>[2])[0];
}

/** Where a drawn line is to be broken so that each part has room; nowhere where it has, or where no place is one of all its voices. */
function breaksOf({ staff = [], staffGroup }: Line, width: number): Break[] {
  const voices = staff.flatMap((one) => one.voices);
  if (staffGroup === undefined || voices.length === 0) return [];
  // As wide as the line was drawn says nothing: abcjs makes all lines as wide as the widest before them.
  const crowded = voices.reduce((most, voice) => (roomOf(voice) > roomOf(most) ? voice : most));
  const room = width - staffGroup.startx;
  const whole = roomOf(crowded);
  if (whole <= room * squeezed) return [];
  const parts = Math.ceil((whole * loose) / room);
  const part = whole / parts;
  const places = placesOf(voices).map((place) => ({
    ...place,
    before: roomOf(
      crowded.slice(
        0,
        crowded.findIndex((element) => stands(element, place.x)),
      ),
    ),
  }));
  const chosen: typeof places = [];
  for (let i = 1; i < parts; i++) {
    const cost = ({ before, apart }: (typeof places)[number]): number => Math.abs(before - i * part) + apart * part;
    const free = places.filter(({ before }) => before > (chosen.at(-1)?.before ?? 0) + part / 4);
    if (free.length > 0) chosen.push(free.reduce((least, one) => (cost(one) < cost(least) ? one : least)));
  }
  return chosen.map(({ x }) => staff.map((one) => one.voices.map((voice) => voice.findIndex((element) => stands(element, x)))));
}

/** The room that elements of one voice take at the closest, in pixels. */
const roomOf = (elements: readonly Element[]): number =>
  elements.reduce((sum, { abselem }) => sum + (abselem === undefined ? 0 : abselem.w + abselem.minspacing - abselem.extraw), 0);

const near = 0.5;
const stands = ({ el_type: kind, abselem }: Element, x: number): boolean =>
  kind === 'note' && abselem !== undefined && Math.abs(abselem.x - x) < near;

/** Where a note of every voice begins, tuplets left whole; what it takes apart, as a share of a line: no beam, or one. */
function placesOf(voices: readonly Element[][]): { x: number; apart: number }[] {
  const of = voices.map((voice) => {
    const places: { x: number; apart: number }[] = [];
    let [beamed, tuplet, after] = [false, false, ''];
    for (const element of voice) {
      const { el_type: kind, abselem } = element;
      // A bar is drawn at a line's end, not at the beginning of the next; what changes between two notes stays with the second.
      if (kind === 'note' && abselem !== undefined && !tuplet && (after === 'note' || after === 'bar'))
        places.push({ x: abselem.x, apart: after === 'bar' ? 0 : beamed ? 0.6 : 0.1 });
      if (element.startBeam === true) beamed = true;
      if (element.endBeam === true) beamed = false;
      if (element.startTriplet !== undefined) tuplet = true;
      if (element.endTriplet !== undefined) tuplet = false;
      after = kind;
    }
    return places;
  });
  const [first = [], ...others] = of;
  return first.flatMap(({ x, apart }) => {
    const there = others.map((places) => places.find((place) => Math.abs(place.x - x) < near));
    return there.some((place) => place === undefined) ? [] : [{ x, apart: Math.max(apart, ...there.map((place) => place!.apart)) }];
  });
}

/** A line in its parts; each has the clef and the key that hold where it begins. */
function broken(line: Line, breaks: readonly Break[]): Line[] {
  const { staff } = line;
  if (staff === undefined || breaks.length === 0) return [line];
  return [...breaks, null].map((until, part) => ({
    ...(part === 0 ? line : {}),
    staff: staff.map((one, s) => {
      const before = (v: number): Element[] => one.voices[v]!.slice(0, part === 0 ? 0 : breaks[part - 1]![s]![v]);
      const voices = one.voices.map((voice, v) => {
        const piece = voice.slice(before(v).length, until?.[s]![v]);
        const stem = before(v).findLast(({ el_type: kind }) => kind === 'stem');
        return beamsApart(stem === undefined ? piece : [stem, ...piece]);
      });
      if (part === 0) return { ...one, voices };
      const { meter: _, ...rest } = one;
      const held = (kind: string, at: unknown): unknown => {
        const changed = before(0).findLast(({ el_type: is }) => is === kind);
        return changed === undefined ? at : unsigned(changed);
      };
      return { ...rest, clef: held('clef', one.clef), key: held('key', one.key), voices };
    }),
  }));
}

/** A change of key without the naturals that take the old one back, as it stands at a line's beginning. */
function unsigned(changed: Element): unknown {
  const { accidentals, ...rest } = changed as Element & { accidentals?: { acc: string }[] };
  return accidentals === undefined ? rest : { ...rest, accidentals: accidentals.filter(({ acc }) => acc !== 'natural') };
}

/** Ends the beam that goes out of a part of a line, and begins the one that comes into it. */
function beamsApart(piece: Element[]): Element[] {
  const notes = piece.filter(({ el_type: kind }) => kind === 'note');
  const opening = notes.findIndex(({ startBeam, endBeam }) => startBeam === true || endBeam === true);
  if (opening >= 0 && notes[opening]!.endBeam === true && notes[opening]!.startBeam !== true) {
    if (opening === 0) delete notes[0]!.endBeam;
    else notes[0]!.startBeam = true;
  }
  const closing = notes.findLastIndex(({ startBeam, endBeam }) => startBeam === true || endBeam === true);
  if (closing >= 0 && notes[closing]!.startBeam === true && notes[closing]!.endBeam !== true) {
    if (closing === notes.length - 1) delete notes[closing]!.startBeam;
    else notes.at(-1)!.endBeam = true;
  }
  return piece;
}
