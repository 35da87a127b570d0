import type { LayerSpectrum, PeakStanding, Spectra, UnitAnswer } from './answers.ts';
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
  /** Whether it is the run that the others are held against: it is drawn thinner. */
  behind?: boolean;
}

const stands: Record<PeakStanding, boolean> = { stands: true, unresolved: false, couldBeLeakage: false };

/** A peak of less prominence is not marked. */
const markedFrom = 3;

/**
 * The layers' mean spectra in dB relative to the largest mean of layer 1, with the band from m − SEM to m + SEM. Beside a baseline both runs are
 * relative to the baseline's, and to their number of steps: a beat of one size is of one height in tunes of unlike length.
 */
export function layerCurves(spectra: Spectra, colour: (layer: number) => string, baseline: Spectra | null = null): Curve[] {
  const bins = Math.max(spectra.frequencies.length, baseline?.frequencies.length ?? 0);
  const first = baseline ?? spectra;
  const reference = Math.max(...((first.layers.find(({ layer }) => layer === 1) ?? first.layers[0])?.mean ?? [1])) / first.steps;
  const curve = ({ layer, mean, sem, peaks }: LayerSpectrum, steps: number, behind: boolean): Curve => {
    const level = (magnitude: number): number => decibels(magnitude / steps, reference);
    return {
      name: behind ? `L${layer} baseline` : `L${layer}`,
      colour: behind ? `color-mix(in srgb, ${colour(layer)} 45%, var(--lilt-faint))` : colour(layer),
      decibels: onBins(mean, bins).map(level),
      low: behind
        ? null
        : onBins(
            mean.map((m, k) => m - sem[k]!),
            bins,
          ).map(level),
      high: behind
        ? null
        : onBins(
            mean.map((m, k) => m + sem[k]!),
            bins,
          ).map(level),
      peaks: behind
        ? []
        : peaks.flatMap(({ period, magnitude, prominence, standing }) =>
            period === null || prominence < markedFrom
              ? []
              : [{ period, decibels: level(magnitude), prominence, stands: stands[standing] }],
          ),
      behind,
    };
  };
  return [
    ...(baseline?.layers.map((layer) => curve(layer, baseline.steps, true)) ?? []),
    ...spectra.layers.map((layer) => curve(layer, spectra.steps, false)),
  ];
}

/** Values over the frequencies from 0 to ½ on a grid of another number of bins: each bin takes the nearest. */
export const onBins = (values: readonly number[], bins: number): number[] =>
  Array.from({ length: bins }, (_, k) => values[Math.round((k * (values.length - 1)) / Math.max(1, bins - 1))]!);

/** A unit's spectrum in dB: 10 log₁₀ of its power over a reference, by default the power at its own peak. */
export function unitCurve(
  name: string,
  colour: string,
  spectrum: NonNullable<UnitAnswer['spectrum']>,
  reference = peakPower(spectrum),
): Curve {
  return {
    name,
    colour,
    decibels: spectrum.power.map((p) => decibels(Math.sqrt(p), Math.sqrt(reference))),
    low: null,
    high: null,
    peaks: [],
  };
}

/** The power at a unit's peak, where the lobe of its mean about frequency 0 is left out; 0 for a silent unit. */
export const peakPower = ({ frequencies, power, peakPeriod }: NonNullable<UnitAnswer['spectrum']>): number =>
  peakPeriod === null ? 0 : power[binOf(frequencies, peakPeriod)]!;

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
export function namedPeaks(
  curves: readonly Curve[],
  place: (period: number) => number,
  apart = 30,
): { period: number; decibels: number; stands: boolean }[] {
  const named: { period: number; decibels: number; stands: boolean }[] = [];
  for (const peak of curves.flatMap(({ peaks }) => peaks).sort((a, b) => b.decibels - a.decibels)) {
    if (named.every((other) => Math.abs(place(other.period) - place(peak.period)) >= apart)) named.push(peak);
  }
  return named;
}
