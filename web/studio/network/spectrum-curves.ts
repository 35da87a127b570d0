import type { LayerSpectrum, Spectra, UnitAnswer } from './answers.ts';
import { decibels } from './curves.ts';

/** A curve over the spectrum's frequencies, in dB. */
export interface Curve {
  name: string;
  colour: string;
  /** [F] */
  decibels: number[];
  /** [F] The band around it, or null. */
  low: number[] | null;
  high: number[] | null;
  peaks: { period: number; decibels: number; prominence: number; stands: boolean }[];
}

/** A peak of less prominence is not marked. */
const markedFrom = 3;

/** The layers' mean spectra relative to the largest mean of layer 1, the band from m − SEM to m + SEM. */
export function layerCurves({ layers }: Spectra, colour: (layer: number) => string): Curve[] {
  const reference = Math.max(...(layers.find(({ layer }) => layer === 1) ?? layers[0])?.mean ?? [1]);
  return layers.map(({ layer, mean, sem, peaks }: LayerSpectrum): Curve => ({
    name: `L${layer}`,
    colour: colour(layer),
    decibels: mean.map((m) => decibels(m, reference)),
    low: mean.map((m, k) => decibels(m - sem[k]!, reference)),
    high: mean.map((m, k) => decibels(m + sem[k]!, reference)),
    peaks: peaks.flatMap(({ period, magnitude, prominence, standing }) =>
      (period === null || prominence < markedFrom ? [] : [{ period, decibels: decibels(magnitude, reference), prominence, stands: standing.toLowerCase() === 'stands' }])),
  }));
}

/** A unit's spectrum in dB: 10 log₁₀ of its power over a reference, by default the power at its own peak. */
export function unitCurve(name: string, colour: string, spectrum: NonNullable<UnitAnswer['spectrum']>, reference = peakPower(spectrum)): Curve {
  return { name, colour, decibels: spectrum.power.map((p) => decibels(Math.sqrt(p), Math.sqrt(reference))), low: null, high: null, peaks: [] };
}

/** The power at a unit's peak, where the lobe of its mean about frequency 0 is left out; 0 for a silent unit. */
export const peakPower = ({ frequencies, power, peakPeriod }: NonNullable<UnitAnswer['spectrum']>): number =>
  (peakPeriod === null ? 0 : power[binOf(frequencies, peakPeriod)]!);

/** The bin nearest to a period. */
export function binOf(frequencies: readonly number[], period: number): number {
  const last = frequencies.length - 1;
  return Math.min(last, Math.max(1, Math.round((1 / period / frequencies[last]!) * last)));
}

/** The range of dB to show: from the highest visible point down, at most so deep. */
export function decibelRange(curves: readonly Curve[], frequencies: readonly number[], longest: number, deepest = 45): [number, number] {
  let top = -Infinity;
  let lowest = Infinity;
  for (const { decibels: values, high } of curves) {
    for (let k = 1; k < frequencies.length; k++) {
      if (1 / frequencies[k]! > longest) continue;
      top = Math.max(top, (high ?? values)[k]!);
      lowest = Math.min(lowest, values[k]!);
    }
  }
  return top === -Infinity ? [-1, 0] : [Math.max(lowest - 1, top - deepest), top + 2];
}

/** Peaks with room for a name each, the highest first. */
export function namedPeaks(curves: readonly Curve[], place: (period: number) => number, apart = 30): { period: number; decibels: number; stands: boolean }[] {
  const named: { period: number; decibels: number; stands: boolean }[] = [];
  for (const peak of curves.flatMap(({ peaks }) => peaks).sort((a, b) => b.decibels - a.decibels)) {
    if (named.every((other) => Math.abs(place(other.period) - place(peak.period)) >= apart)) named.push(peak);
  }
  return named;
}
