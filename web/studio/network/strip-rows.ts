import type { TokenKind, TuneDetail } from '../api/shapes.ts';
import { nameAt } from '../reading/names.ts';
import { runNames } from '../reading/run-names.ts';
import { roundTicks } from './curves.ts';
import { pixelOf, type Span } from './span.ts';
import { cellClass, type Lettering } from './token-kind.ts';

/** The tokens of a run, as a row of the strip. */
export interface StripRow {
  id: 'tune' | 'other';
  /** What the run is called beside the other; empty for one alone. */
  name: string;
  tokens: readonly string[];
  /** What each token sounds in the key that is shown; the token itself where it is no pitch. */
  names: readonly string[];
  kinds: readonly TokenKind[];
}

/** What the strip shows of a run. */
export type StripRun = Pick<TuneDetail, 'id' | 'name' | 'done' | 'baseline' | 'names' | 'namesAt' | 'tune' | 'kinds'>;

/** The rows of the strip: while two runs are compared their tokens stand under each other, the one that the tune is held against over it. */
export function stripRows(tune: StripRun | null, other: StripRun | null): StripRow[] {
  const called = tune === null || other === null ? null : runNames(tune, other);
  const row = (id: StripRow['id'], run: StripRun | null): StripRow[] =>
    run === null
      ? []
      : [
          {
            id,
            name: called?.[id] ?? '',
            tokens: run.tune.tokens,
            names: run.tune.tokens.map((_, step) => nameAt(run, step)),
            kinds: run.kinds,
          },
        ];
  return [...row('other', other), ...row('tune', tune)];
}

/** Whether a name differs from its token anywhere: the tokens then stand beneath the names. */
export const isNamed = (rows: readonly StripRow[]): boolean =>
  rows.some(({ names, tokens }) => names.some((name, step) => name !== tokens[step]));

/**
 * How high a row is, in pixels.
 * @param named Whether tokens stand beneath names.
 * @param type How much larger than usual the type is.
 */
export const rowHeight = (letters: Lettering, named: boolean, type: number): number =>
  type * (letters === 'turned' ? (named ? 58 : 42) : letters === 'across' && named ? 30 : 20);

/** A cell of a row, as it is drawn. */
export interface StripCell {
  step: number;
  token: string;
  name: string;
  kind: (typeof cellClass)[TokenKind];
}

/** The cells of a row of which any part is in sight. */
export function cellsInSight({ tokens, names, kinds }: StripRow, span: Span): StripCell[] {
  const from = Math.max(0, Math.floor(span.from));
  return tokens.slice(from, Math.ceil(span.to)).map((token, i) => ({
    token,
    name: names[from + i] ?? token,
    step: from + i,
    kind: cellClass[kinds[from + i]!],
  }));
}

/** A line through the middle of each measure's token that is in sight, as one path. */
export const measureLines = (measureSteps: readonly number[], span: Span, width: number, height: number): string =>
  measureSteps
    .filter((step) => step + 1 > span.from && step < span.to)
    .map((step) => `M${pixelOf(span, width, step + 0.5).toFixed(1)},0V${height}`)
    .join('');

/**
 * The steps that are written under the axis: whole and round ones.
 * @param end How far they may stand to the right, in pixels.
 */
export const stepTicks = (span: Span, width: number, end: number): number[] =>
  roundTicks(span.from, span.to - 1, Math.max(2, width / 90))
    .filter((step) => Number.isInteger(step))
    .filter((step) => pixelOf(span, width, step + 0.5) < end);
