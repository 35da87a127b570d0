import type { components } from '../api/types.ts';
import { runPlan } from '../network/run-plan.ts';
import type { PaneName } from '../panes.ts';
import type { Player } from '../reading/player.svelte.ts';
import type { StudioState } from '../state.svelte.ts';
import { writeTunes } from '../writing/write.ts';

/** One step of the tour: what there is to know, and a button that does it. */
export interface TourStep {
  title: string;
  text: (studio: StudioState) => string;
  /** What its button says. */
  button: string;
  act: (studio: StudioState, player: Player) => Promise<void> | void;
  /** The pane where it happens. */
  pane: PaneName;
  /** Whether the card stands at the right, since what is shown is at the left. */
  aside?: true;
  /** Whether the page is so far that it can be done. */
  can: (studio: StudioState) => boolean;
}

type Shapes = components['schemas'];

/** The share of a layer that the article cut. */
const articleShare = 0.33;

const hasTune = ({ tune, writing }: StudioState): boolean => tune !== null && writing === null;

/** The tune that the network wrote untouched: the one in sight, or its baseline. */
const untouched = ({ tune, other }: StudioState) => (tune !== null && other !== null && tune.baseline === other.id ? other : tune);

/** The band of periods about the tune's own measure, as the study takes it; the article's own where a tune has no measures. */
async function measureBand(studio: StudioState, id: string): Promise<[number, number]> {
  const { band } = await studio.api.get<Shapes['SpectraView']>(['tunes', id, 'spectra'], { site: 'h', window: studio.spectrum.window });
  return band === null ? [8.7, 9.3] : [band[0]!, band[1]!];
}

/** Cuts a layer's third that beats most with the measures, and runs again. */
async function cut(studio: StudioState, layer: number): Promise<void> {
  const from = untouched(studio);
  if (from === null) return;
  const [low, high] = studio.spectrum.band ?? (await measureBand(studio, from.id));
  const band = await studio.api.get<Shapes['BandView']>(['tunes', from.id, 'band'], { site: 'h', low, high, top: articleShare });
  const units = (band.layers.find((one) => one.layer === layer)?.units ?? []).map(({ unit }) => unit).toSorted((a, b) => a - b);
  if (units.length === 0) return;
  studio.layer = layer;
  studio.site = 'h';
  studio.selection = { layer, site: 'h', units, steps: null };
  studio.usePlan([{ op: 'excise', layer, units }]);
  await runPlan(studio);
}

const outcome = (studio: StudioState): string => {
  const { tune, other } = studio;
  if (tune === null || other === null || tune.baseline !== other.id) return '';
  return `Untouched, ${other.tune.counted} of ${other.tune.total} measures are counted; cut, ${tune.tune.counted} of ${tune.tune.total}. `;
};

/** The article's experiment in six steps. */
export const tour: readonly TourStep[] = [
  {
    title: 'The network writes a tune',
    text: () =>
      'It draws one token after another: a meter, a mode, notes, lengths, bar lines. The seed fixes all chance: 42 gives this tune every time, on every machine.',
    button: 'Write with seed 42',
    pane: 'write',
    can: ({ writing, model }) => writing === null && model !== null,
    act: (studio) => {
      const meter = studio.model?.meters.includes('M:4/4') === true ? 'M:4/4' : null;
      const mode = studio.model?.modes.includes('K:Cmaj') === true ? 'K:Cmaj' : null;
      Object.assign(studio.next, { seed: 42, temperature: 1, meter, mode, begin: '', count: 1 });
      studio.plan = [];
      return writeTunes(studio, { prime: [meter, mode].filter((token) => token !== null).join(' '), seed: 42, tunes: 1, temperature: 1 });
    },
  },
  {
    title: 'Hear it',
    text: () =>
      'One cursor runs over the notes, the tokens and the network. Under each measure stands whether its length adds up: “full”, a “pickup”, “short by 1/8”.',
    button: 'Play',
    pane: 'score',
    can: hasTune,
    act: async (studio, player) => {
      if (!studio.playing) await player.play();
    },
  },
  {
    title: 'Look inside',
    text: ({ model }) =>
      `Each row is one of the ${model?.units ?? 512} units of a layer, each column a step: red is over zero, blue under it. Sorted by the period at which each beats most, slow units stand at one side and quick ones at the other.`,
    button: 'Show layer 1 by period',
    pane: 'network',
    aside: true,
    can: hasTune,
    act: (studio) => {
      Object.assign(studio, { layer: 1, site: 'h', order: { ...studio.order, by: 'peak' } });
    },
  },
  {
    title: 'Find what beats with the measures',
    text: () =>
      'Bar lines come at an even pace, about every nine steps in the article, and the mean spectra of all layers have a peak there. Brush a band about it: in each layer, the units that have most of their power in it are found.',
    button: 'Brush that band',
    pane: 'spectra',
    aside: true,
    can: hasTune,
    act: async (studio) => {
      const from = untouched(studio);
      if (from !== null) studio.spectrum = { ...studio.spectrum, band: await measureBand(studio, from.id) };
    },
  },
  {
    title: 'Cut them out of layer 1',
    text: (studio) =>
      `${outcome(studio)}The article cut a third of its network’s first layer this way and ran again with the same random numbers: the tune changed, and every measure but one was still counted.`,
    button: 'Cut a third of layer 1, run again',
    pane: 'plan',
    can: hasTune,
    act: (studio) => cut(studio, 1),
  },
  {
    title: 'Now the last layer',
    text: (studio) =>
      `${outcome(studio)}In the article the same cut in the last layer harmed the counting. Look whether it does here, listen to both (key t), and mind that one tune proves little: lilt study part7 holds the cut against random ones.`,
    button: 'Cut a third of the last layer',
    pane: 'score',
    can: hasTune,
    act: (studio) => cut(studio, studio.model?.layers ?? 3),
  },
];
