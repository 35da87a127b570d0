/**
 * What is seen, as the text after `#` in the page's address: it never leaves the machine, and there is room for a whole plan.
 * Reading is forgiving: what is missing or wrong is left at its default.
 */
import type { Operation, SiteName } from './api/shapes.ts';
import { paneNames, tabNames, type PaneName, type TabName } from './panes.ts';
import { plainSound, readSound, writeSound, type SoundChoice } from './reading/sound-choice.ts';

export const siteNames: readonly SiteName[] = ['h', 'c', 'i', 'f', 'g', 'o'];
export type OrderBy = 'index' | 'peak' | 'band' | 'binding' | 'similarity';
export const orders: readonly OrderBy[] = ['index', 'peak', 'band', 'binding', 'similarity'];
export type WindowName = 'hann' | 'rectangular' | 'hamming' | 'blackman';
export const windows: readonly WindowName[] = ['hann', 'rectangular', 'hamming', 'blackman'];

/** Which random numbers draw which token, as the command line calls it. */
export type Generator = 'independent' | 'stream' | 'webapp';
export const generators: readonly Generator[] = ['independent', 'stream', 'webapp'];

/** The units and steps that are chosen: steps from the first up to and without the second. */
export interface Selection {
  layer: number;
  site: SiteName;
  /** Ascending. */
  units: number[];
  steps: [number, number] | null;
}

export type Shown = 'all' | 'tune' | 'difference' | 'other';
export const showns: readonly Shown[] = ['all', 'tune', 'difference', 'other'];

/** Which units are said to hold a band. */
export interface Find {
  by: 'top' | 'above';
  /** Between 0 and 1. */
  share: number;
}

/** How the screen is laid out. */
export interface Layout {
  /** Which panes a narrow screen shows. */
  tab: TabName;
  /** The panes that are folded to their heading. */
  folded: readonly PaneName[];
  /** Whether the type is large, for a projector. */
  projector: boolean;
}

/** Everything about a view. */
export interface View extends Layout {
  session: string | null;
  model: string | null;
  tune: string | null;
  /** The tune that it is compared with. */
  other: string | null;
  cursor: number;
  layer: number;
  site: SiteName;
  order: { by: OrderBy; event: string; band: [number, number] };
  /** The window of the spectra, and the brushed band of periods in steps. */
  window: WindowName;
  band: [number, number] | null;
  selection: Selection | null;
  /** The steps in sight, from the first up to and without the second; null for all. */
  sight: [number, number] | null;
  /** The rows of the heat map in sight, from the first up to and without the second; null for all. */
  rows: [number, number] | null;
  /** Which heat maps are shown while two runs are compared. */
  shown: Shown;
  /** Which units hold a band: a share of each layer, or all with more than a share of their power in it. */
  find: Find;
  /** How far from 0 a unit must be to be on; whether under minus that counts as well. */
  on: { over: number; both: boolean };
  plan: Operation[];
  /** The tonic to show and play in; null for the tune's own. */
  key: string | null;
  /** Beats a minute of the meter's beat; null for the meter's usual. */
  tempo: number | null;
  /** How it sounds. */
  sound: SoundChoice;
  seed: number;
  temperature: number;
  meter: string | null;
  mode: string | null;
  /** The tonic that the next tunes are asked for in; null for the network's C. */
  tonic: string | null;
  begin: string;
  tunes: number;
  /** A tune is cut when it holds one token more than this, the start token counted. */
  limit: number;
  /** Which random numbers draw which token. */
  generator: Generator;
}

export const plainView = (): View => ({
  session: null,
  model: null,
  tune: null,
  other: null,
  cursor: 0,
  layer: 1,
  site: 'h',
  order: { by: 'index', event: 'read', band: [8.7, 9.3] },
  window: 'hann',
  band: null,
  selection: null,
  sight: null,
  rows: null,
  shown: 'all',
  find: { by: 'top', share: 0.33 },
  on: { over: 0.3, both: false },
  plan: [],
  key: null,
  tempo: null,
  sound: plainSound,
  seed: 42,
  temperature: 1,
  meter: null,
  mode: null,
  tonic: null,
  begin: '',
  tunes: 1,
  limit: 1000,
  generator: 'independent',
  tab: 'score',
  folded: ['rewrite', 'push'],
  projector: false,
});

/** Numbers ascending as text, runs of them joined: 3-5,9. */
export function writeRanges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length;) {
    let end = i;
    while (end + 1 < numbers.length && numbers[end + 1] === numbers[end]! + 1) end++;
    parts.push(end === i ? String(numbers[i]) : `${numbers[i]}-${numbers[end]}`);
    i = end + 1;
  }
  return parts.join(',');
}

/** The most units that an address names; no layer has more. */
const mostUnits = 1 << 16;

/** Reads what `writeRanges` wrote; null for anything else. */
export function readRanges(text: string): number[] | null {
  if (!/^\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*$/.test(text)) return null;
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [from, to] = part.split('-').map(Number) as [number, number?];
    for (let n = from; n <= (to ?? from); n++) {
      numbers.add(n);
      if (numbers.size > mostUnits) return null;
    }
  }
  return [...numbers].toSorted((a, b) => a - b);
}

const pair = (text: string | null): [number, number] | null => {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text ?? '');
  return match === null || Number(match[1]) >= Number(match[2]) ? null : [Number(match[1]), Number(match[2])];
};
const whole = (text: string | null, least: number, most: number): number | null => {
  const value = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};
const within = (text: string | null, least: number, most: number): number | null => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return value >= least && value <= most ? value : null;
};
const oneOf = <T extends string>(text: string | null, names: readonly T[]): T | null => names.find((name) => name === text) ?? null;

const readSelection = (text: string | null): Selection | null => {
  const match = /^L(\d{1,2})\.([hcifgo])(?:\[([\d,-]*)\])?(?:@(\d+-\d+))?$/.exec(text ?? '');
  if (match === null) return null;
  const units = match[3] === undefined || match[3] === '' ? [] : readRanges(match[3]);
  const steps = pair(match[4] ?? null);
  return units === null || (units.length === 0 && steps === null)
    ? null
    : { layer: Number(match[1]), site: match[2] as SiteName, units, steps };
};
const writeSelection = ({ layer, site, units, steps }: Selection): string =>
  `L${layer}.${site}${units.length > 0 ? `[${writeRanges(units)}]` : ''}${steps === null ? '' : `@${steps[0]}-${steps[1]}`}`;

const readPlan = (text: string | null): Operation[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]', (name, inner: unknown) =>
      name === 'units' && typeof inner === 'string' && inner !== 'all' ? (readRanges(inner) ?? inner) : inner,
    );
    return Array.isArray(value) &&
      value.every((item) => typeof item === 'object' && item !== null && typeof (item as Operation).op === 'string')
      ? (value as Operation[])
      : [];
  } catch {
    return [];
  }
};
const writePlan = (plan: readonly Operation[]): string =>
  JSON.stringify(plan, (name, inner: unknown) =>
    name === 'units' && Array.isArray(inner) && inner.length > 0 && inner.every((unit) => typeof unit === 'number')
      ? writeRanges(inner.toSorted((a: number, b: number) => a - b))
      : inner,
  );

const writeFind = ({ by, share }: Find): string => `${by}-${share}`;
const readFind = (text: string | null): Find | null => {
  const match = /^(top|above)-(.+)$/.exec(text ?? '');
  const share = within(match?.[2] ?? null, 0, 1);
  return match === null || share === null ? null : { by: match[1] as Find['by'], share };
};
const writeOn = ({ over, both }: View['on']): string => `${over}${both ? '-both' : ''}`;
const readOn = (text: string | null): View['on'] | null => {
  const over = within(text?.replace(/-both$/, '') ?? null, 0, 1000);
  return over === null ? null : { over, both: text!.endsWith('-both') };
};

/** The view as the text after `#`, without what is at its default. */
export function writeAddress(view: View): string {
  const plain = plainView();
  const out = new URLSearchParams();
  const set = (name: string, value: string | number | null, unless: string | number | null): void => {
    if (value !== null && value !== unless) out.set(name, String(value));
  };
  set('session', view.session, null);
  set('model', view.model, null);
  set('tune', view.tune, null);
  set('with', view.other, null);
  set('step', view.cursor, plain.cursor);
  set('layer', view.layer, plain.layer);
  set('site', view.site, plain.site);
  set('order', view.order.by, plain.order.by);
  set('event', view.order.event, plain.order.event);
  set('orderband', view.order.band.join('-'), plain.order.band.join('-'));
  set('window', view.window, plain.window);
  set('band', view.band?.join('-') ?? null, null);
  set('select', view.selection === null ? null : writeSelection(view.selection), null);
  set('sight', view.sight?.join('-') ?? null, null);
  set('rows', view.rows?.join('-') ?? null, null);
  set('shown', view.shown, plain.shown);
  set('find', writeFind(view.find), writeFind(plain.find));
  set('on', writeOn(view.on), writeOn(plain.on));
  set('plan', view.plan.length === 0 ? null : writePlan(view.plan), null);
  set('key', view.key, null);
  set('tempo', view.tempo, null);
  set('sound', writeSound(view.sound), '');
  set('seed', view.seed, plain.seed);
  set('temperature', view.temperature, plain.temperature);
  set('meter', view.meter, null);
  set('mode', view.mode, null);
  set('tonic', view.tonic, null);
  set('begin', view.begin, '');
  set('tunes', view.tunes, plain.tunes);
  set('limit', view.limit, plain.limit);
  set('rng', view.generator, plain.generator);
  set('tab', view.tab, plain.tab);
  set('folded', view.folded.join('-') || 'none', plain.folded.join('-'));
  set('projector', view.projector ? 'yes' : null, null);
  return out.toString();
}

/** Panes in their own order; null where nothing is said of them. */
const readFolded = (text: string | null): PaneName[] | null =>
  text === null ? null : paneNames.filter((name) => text.split('-').includes(name));

export const mostSeed = 4294967295;

/** The largest limit of a tune. */
export const mostTokens = 2000;

/** Reads the text after `#`, with or without it. */
export function readAddress(text: string): View {
  const from = new URLSearchParams(text.replace(/^#/, ''));
  const plain = plainView();
  const word = (name: string): string | null => {
    const value = from.get(name);
    return value !== null && value !== '' && value.length <= 200 ? value : null;
  };
  const tonic = (name: string): string | null => (/^[A-G][#b]?$/.test(from.get(name) ?? '') ? from.get(name) : null);
  return {
    session: word('session'),
    model: word('model'),
    tune: word('tune'),
    other: word('with'),
    cursor: whole(from.get('step'), 0, 1_000_000) ?? plain.cursor,
    layer: whole(from.get('layer'), 1, 99) ?? plain.layer,
    site: oneOf(from.get('site'), siteNames) ?? plain.site,
    order: {
      by: oneOf(from.get('order'), orders) ?? plain.order.by,
      event: word('event') ?? plain.order.event,
      band: pair(from.get('orderband')) ?? plain.order.band,
    },
    window: oneOf(from.get('window'), windows) ?? plain.window,
    band: pair(from.get('band')),
    selection: readSelection(from.get('select')),
    sight: pair(from.get('sight')),
    rows: pair(from.get('rows')),
    shown: oneOf(from.get('shown'), showns) ?? plain.shown,
    find: readFind(from.get('find')) ?? plain.find,
    on: readOn(from.get('on')) ?? plain.on,
    plan: readPlan(from.get('plan')),
    key: tonic('key'),
    tempo: within(from.get('tempo'), 20, 400),
    sound: readSound(from.get('sound')),
    seed: whole(from.get('seed'), 0, mostSeed) ?? plain.seed,
    temperature: within(from.get('temperature'), 0.01, 10) ?? plain.temperature,
    meter: word('meter'),
    mode: word('mode'),
    tonic: tonic('tonic'),
    begin: (from.get('begin') ?? '').slice(0, 20_000),
    tunes: whole(from.get('tunes'), 1, 1000) ?? plain.tunes,
    limit: whole(from.get('limit'), 1, mostTokens) ?? plain.limit,
    generator: oneOf(from.get('rng'), generators) ?? plain.generator,
    tab: oneOf(from.get('tab'), tabNames) ?? plain.tab,
    folded: readFolded(from.get('folded')) ?? plain.folded,
    projector: from.get('projector') === 'yes',
  };
}
