import { expect, test } from 'vitest';
import { cellPaths, cellWidth } from '../../studio/network/cell-paths.ts';
import { readPart } from '../../studio/network/read-part.ts';
import { pixelOf } from '../../studio/network/span.ts';

test('readPart_AnyCursor_HoldsWhatStandsAroundItAndMovesSeldom', () => {
  for (const tokens of [1, 40, 200, 385, 2000]) {
    let moved = 0;
    let last = '';
    for (let cursor = 0; cursor < tokens; cursor++) {
      const [from, to] = readPart(cursor, tokens);
      expect(from).toBeLessThanOrEqual(Math.max(0, cursor - 128));
      expect(to).toBeGreaterThanOrEqual(Math.min(tokens, cursor + 128));
      expect(to).toBeLessThanOrEqual(tokens);
      if (`${from} ${to}` !== last) moved++;
      last = `${from} ${to}`;
    }
    expect(moved).toBeLessThanOrEqual(Math.ceil(tokens / 128));
  }
  expect(readPart(0, 0)).toEqual([0, 0]);
});

test('cellPaths_CellsOfSeveralClasses_StandWhereTheirStepsAre', () => {
  const span = { from: 10, to: 30 };
  const cells = Array.from({ length: 20 }, (_, i) => ({ step: 10 + i, kind: i % 3 === 0 ? ('measure' as const) : ('pitch' as const) }));
  const paths = cellPaths(cells, span, 400, 20, 5, 18);
  expect(paths.map(({ kind }) => kind)).toEqual(['measure', 'pitch']);
  const drawn = paths.flatMap(({ kind, d }) =>
    [...d.matchAll(/M([\d.-]+),5h([\d.]+)v18h-[\d.]+z/g)].map(([, x, wide]) => ({ kind, x: Number(x), wide: Number(wide) })),
  );
  expect(drawn.toSorted((a, b) => a.x - b.x)).toEqual(
    cells.map(({ step, kind }) => ({ kind, x: Number(pixelOf(span, 400, step).toFixed(2)), wide: cellWidth(20) })),
  );
});
