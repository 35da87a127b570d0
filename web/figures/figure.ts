import type { Study } from './contract/study.ts';
import type { ComparedTune } from './measure-blocks.ts';
import type { FigureOptions } from './style.ts';
import type { Table } from './table.ts';

/** The numbers of a figure, of whatever study, with the words that stand beside it. */
export type StudyFigure = NonNullable<Each<Study['figures']>>;
type Each<Figures> = Figures extends unknown ? Figures[keyof Figures] : never;

/** What a figure adds to the first screen of the page. */
export interface Answer {
  /** A small picture, with the numbers that it shows in a sentence or two. */
  picture?: { draw(options: FigureOptions): SVGSVGElement; caption: string };
  /** A sentence that stands under the layers: what another way to ask says of them. */
  beside?: string;
  /** Tunes to read and hear at once. */
  tunes: ComparedTune[];
}

/** How a figure of a study is shown: what draws its numbers, what lists them. A module in the folder of a study, or of what several studies show, exports one as `figure`, and is found by that. */
export interface Figure<Data extends StudyFigure = StudyFigure> {
  /** The name that the study's numbers stand under. */
  name: string;
  /** Its place in the article; null for one that has none. */
  number: number | null;
  /** What stands over the title in the place of "Figure N", where there is no number. */
  label?: string;
  title: string;
  /** Whether it can be drawn as narrow as a phone; others scroll sideways there. */
  fits?: boolean;
  /** Whether it is the study's answer as a picture, and stands with it on the first screen in the place of a section further down. */
  head?: boolean;
  draw(data: Data, options: FigureOptions): SVGSVGElement;
  tables(data: Data): Table[];
  /** Other views of it: options for `draw` that a reader can choose, the first as drawn by default. */
  views?: readonly { name: string; options: Record<string, unknown> }[];
  /** The tunes of it that are shown as notation. */
  tunes?(data: Data): ComparedTune[];
  /**
   * Shows in a picture on the page where a tune is that sounds.
   * @param tune which of `tunes`.
   * @param step at which the note that sounds was written; null where none does.
   */
  follow?(picture: SVGSVGElement, data: Data, tune: number, step: number | null): void;
  /** What of it stands on the first screen; null for nothing. */
  answer?(data: Data, study: Study): Answer | null;
  /** Whether the study's verdicts rest on it: then they stand beside it. */
  verdicts?: boolean;
}

/** The name of a figure's files: `figure-07-mean-spectra`. */
export function fileName({ number, name }: Figure): string {
  const words = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  return number === null ? words : `figure-${String(number).padStart(2, '0')}-${words}`;
}
