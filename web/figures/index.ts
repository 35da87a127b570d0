import type { Study } from './contract/study.ts';
import type { Figure, StudyFigure } from './figure.ts';

/** The modules that may export a figure: those of each study's folder, and of the figures that several studies have. */
const modules = Object.values(import.meta.glob<{ figure?: Figure }>(['./*/*.ts', '!./contract/*'], { eager: true }));
const known = new Map(modules.flatMap(({ figure }) => (figure === undefined ? [] : [[figure.name, figure]])));

/** A figure of a study as it is found: its numbers, and what shows them. */
export interface FoundFigure {
  name: string;
  /** Null where no module draws figures of this name. */
  figure: Figure | null;
  /** Null where the study could not make it. */
  data: StudyFigure | null;
}

/** The figures of a study, of whatever kind, in its own order. */
export const figuresOf = (study: Study): FoundFigure[] =>
  Object.entries(study.figures).map(([name, data]) => ({ name, figure: known.get(name) ?? null, data }));

/** What is wrong where nothing of a study can be drawn, in a sentence; null where something can. */
export const unknownKind = (study: Study): string | null =>
  figuresOf(study).some(({ figure }) => figure !== null)
    ? null
    : `No figure of a study of the kind “${study.kind}” is known here: it may be of a later Lilt.`;
