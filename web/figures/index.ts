import type { Figures } from './data.ts';
import { activationDensitiesTables, drawActivationDensities } from './activation-densities.ts';
import { boundUnitsTables, drawBoundUnits } from './bound-units.ts';
import { constantTokensTables, drawConstantTokens } from './constant-tokens.ts';
import { drawExcision, excisionTables } from './excision.ts';
import { drawHiddenStates, hiddenStatesTables } from './hidden-states.ts';
import { drawLargestActivations, largestActivationsTables } from './largest-activations.ts';
import { drawMeanSpectra, meanSpectraTables } from './mean-spectra.ts';
import { drawPosterior, posteriorTables } from './posterior.ts';
import { drawRectangularSpectra, rectangularSpectraTables } from './rectangular-spectra.ts';
import { drawRectifiedSpectra, rectifiedSpectraTables } from './rectified-spectra.ts';
import { drawRecurrences, recurrencesTables } from './recurrences.ts';
import { drawSoftmaxAnatomy, softmaxAnatomyTables } from './softmax-anatomy.ts';
import { drawStimulation, stimulationTables } from './stimulation.ts';
import type { FigureOptions } from './style.ts';
import type { Table } from './table.ts';
import { drawTune, tuneTables } from './tune.ts';
import { drawUnitSpectra, unitSpectraTables } from './unit-spectra.ts';
import { drawWindowResponses, windowResponsesTables } from './window-responses.ts';
import { drawWindowTables, windowTablesTables } from './window-tables.ts';

/** A figure of the study: its place in the article, what draws it and what lists its numbers. */
export interface Figure<Name extends keyof Figures = keyof Figures> {
  name: Name;
  /** 1 to 16; null for the softmax layer's anatomy, which is not of this article. */
  number: number | null;
  title: string;
  draw(data: Figures[Name], options: FigureOptions): SVGSVGElement;
  tables(data: Figures[Name]): Table[];
  /** Other views of it: options for `draw` that a reader can choose, the first as drawn by default. */
  views?: { name: string; options: Record<string, unknown> }[];
}

const figure = <Name extends keyof Figures>(entry: Figure<Name>): Figure => entry as unknown as Figure;

/** The figures in the article's order. */
export const figures: readonly Figure[] = [
  figure({ name: 'tune', number: 1, title: 'The tune that everything is measured on', draw: drawTune, tables: tuneTables }),
  figure({ name: 'hiddenStates', number: 2, title: 'Hidden states of the layers', draw: drawHiddenStates, tables: hiddenStatesTables, views: [{ name: 'file order', options: {} }, { name: 'by peak period', options: { order: 'peak' } }] }),
  figure({ name: 'activationDensities', number: 3, title: 'Distributions of activation values', draw: drawActivationDensities, tables: activationDensitiesTables }),
  figure({ name: 'largestActivations', number: 4, title: 'Largest magnitudes of the units', draw: drawLargestActivations, tables: largestActivationsTables }),
  figure({ name: 'unitSpectra', number: 5, title: 'Magnitude spectra of every unit', draw: drawUnitSpectra, tables: unitSpectraTables, views: [{ name: 'by peak period', options: {} }, { name: 'file order', options: { order: 'file' } }] }),
  figure({ name: 'excision', number: 6, title: 'Cutting the units that beat with the measures', draw: drawExcision, tables: excisionTables }),
  figure({ name: 'meanSpectra', number: 7, title: 'Mean spectra of the layers and of the posterior', draw: drawMeanSpectra, tables: meanSpectraTables, views: [{ name: 'this tune', options: {} }, { name: 'over many tunes', options: { view: 'overTunes' } }, { name: 'unit-normalised', options: { view: 'unitNormalised' } }] }),
  figure({ name: 'windowResponses', number: 8, title: 'The windows', draw: drawWindowResponses, tables: windowResponsesTables }),
  figure({ name: 'windowTables', number: 9, title: 'What a peak covers, and where its sidelobes stand', draw: drawWindowTables, tables: windowTablesTables }),
  figure({ name: 'rectangularSpectra', number: 10, title: 'Mean spectra under a rectangular window', draw: drawRectangularSpectra, tables: rectangularSpectraTables }),
  figure({ name: 'rectifiedSpectra', number: 11, title: 'Mean spectra of rectified sequences', draw: drawRectifiedSpectra, tables: rectifiedSpectraTables }),
  figure({ name: 'recurrences', number: 12, title: 'What the input could explain', draw: drawRecurrences, tables: recurrencesTables }),
  figure({ name: 'posterior', number: 13, title: 'The posterior over the steps', draw: drawPosterior, tables: posteriorTables }),
  figure({ name: 'boundUnits', number: 14, title: 'Units against the transcription', draw: drawBoundUnits, tables: boundUnitsTables }),
  figure({ name: 'stimulation', number: 15, title: 'Stimulation with two tokens at once', draw: drawStimulation, tables: stimulationTables }),
  figure({ name: 'constantTokens', number: 16, title: 'Tokens that are present throughout', draw: drawConstantTokens, tables: constantTokensTables }),
  figure({ name: 'softmaxAnatomy', number: null, title: 'The softmax layer', draw: drawSoftmaxAnatomy, tables: softmaxAnatomyTables }),
];

/** The name of a figure's files: `figure-07-mean-spectra`. */
export function fileName({ number, name }: Figure): string {
  const words = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  return number === null ? words : `figure-${String(number).padStart(2, '0')}-${words}`;
}
