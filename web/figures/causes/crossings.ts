import * as Plot from '@observablehq/plot';
import type { CrossedMeter } from '../contract/study.ts';
import { apart } from '../apart.ts';
import { fixedText, numberText } from '../number.ts';
import { broken, type Panel, type Sheet } from '../panels.ts';
import { smallMultiples, type Frame } from '../small-multiples.ts';
import type { Table } from '../table.ts';
import { axisNames, curveMarks, distanceAxes, nats } from './place-curves.ts';
import { setLook, setName } from './set-looks.ts';

/** One crossing of meters: the same places, what was put in a row each. */
interface Crossing {
  from: string;
  into: string;
  at: number;
  rows: readonly CrossedMeter[];
}

function crossingsOf(rows: readonly CrossedMeter[]): Crossing[] {
  const found: { key: string; crossing: Crossing & { rows: CrossedMeter[] } }[] = [];
  for (const row of rows) {
    const key = [row.donorMeter, row.donorEighths, row.targetMeter, row.targetEighths].join(' ');
    const known = found.find((of) => of.key === key);
    if (known !== undefined) known.crossing.rows.push(row);
    else
      found.push({
        key,
        crossing: {
          from: `${row.donorMeter} at ${numberText(row.donorEighths)}`,
          into: `${row.targetMeter} at ${numberText(row.targetEighths)}`,
          at: row.targetEighths,
          rows: [row],
        },
      });
  }
  return found.map(({ crossing }) => crossing);
}

const percent = (share: number | null): string => (share === null ? '–' : `${fixedText(100 * share, 0)} %`);

/** States put into tunes of another meter, a plot a crossing, with what each form of the count predicts. */
export function crossingPanels(sheet: Sheet, rows: readonly CrossedMeter[]): Panel[] {
  const crossings = crossingsOf(rows).filter((crossing) => crossing.rows.some(({ curve }) => curve.length > 0));
  const range = nats(
    crossings.flatMap((crossing) => crossing.rows.flatMap(({ curve }) => curve.flatMap(({ b, without }) => [b, without]))),
  );
  return smallMultiples(sheet, crossings, { columns: sheet.width < 620 ? 1 : 2, gap: 120, right: 74 }, (crossing, frame) =>
    crossingPlot(sheet, crossing, range, frame),
  );
}

/** What pairs agree with takes so many lines at most. */
const agreedLines = 2;

function crossingPlot(sheet: Sheet, { from, into, at, rows }: Crossing, range: readonly [number, number], frame: Frame): Element {
  const { theme } = sheet;
  const height = 252;
  const margins = { marginTop: 54 + 13 * agreedLines, marginBottom: 38 };
  const all = rows.find(({ layers }) => layers === 'all') ?? rows[0]!;
  const distances = rows.flatMap(({ curve }) => curve.map(({ eighths }) => eighths));
  const last = Math.max(...distances);
  const predicted = [
    { name: 'gone', at: all.gone, agrees: all.agreesGone },
    { name: 'share', at: all.share, agrees: all.agreesShare },
    { name: 'to go', at: all.toGo, agrees: all.agreesToGo },
  ];
  const agreed = `pairs, all layers: ${predicted.map((of) => `${of.name}${of.at === null ? ' (no bar)' : ''} ${percent(of.agrees)}`).join(', ')}`;
  // Two that say the same place stand under one another.
  const uprights = [...new Set(predicted.flatMap((of) => (of.at === null ? [] : [of.at])))].map((place) => ({
    place,
    text: predicted.filter((of) => of.at === place).map(({ name }) => name),
  }));
  const curves = [
    { name: 'nothing', look: setLook('none', theme), places: all.curve, value: 'without' as const },
    ...rows
      .toSorted((a, b) => Number(b.layers === 'all') - Number(a.layers === 'all'))
      .map((of) => ({ name: setName(of.layers), look: setLook(of.layers, theme), places: of.curve, value: 'b' as const })),
  ];
  const ends = curves.flatMap(({ name, look, places, value }) => {
    const end = places.at(-1)?.[value];
    return end === undefined || end === null ? [] : [{ name, look, end }];
  });
  const unit = (height - margins.marginTop - margins.marginBottom) / (range[1] - range[0]);
  const spread = apart(
    ends.map(({ end }) => end),
    12.5 / unit,
    [range[0], range[1] - 6 / unit],
  );
  return sheet.plot({
    height,
    ...margins,
    marginLeft: frame.marginLeft,
    marginRight: frame.marginRight,
    ...distanceAxes([at, last + 0.35], range, frame.width),
    marks: [
      ...axisNames(theme, {
        heading: `${from} into ${into}`,
        y: '↑ B (nats)',
        x: 'd (eighths since the bar)',
        lift: 39 + 13 * agreedLines,
      }),
      ...broken(agreed, Math.floor((frame.width + 50) / 6.3)).map((line, i) =>
        Plot.text([line], { frameAnchor: 'top-left', dy: -23 - 13 * (agreedLines - i), dx: 22, textAnchor: 'start', fill: theme.faint }),
      ),
      Plot.ruleX(uprights, { x: 'place', stroke: theme.faint, strokeDasharray: '4,3' }),
      Plot.text(uprights, { x: 'place', frameAnchor: 'top', dy: -13, text: (d: { text: string[] }) => d.text.join(', '), fill: theme.ink }),
      ...curves.flatMap(({ name, look, places, value }) => curveMarks(places, look, name, value)),
      ...ends.map(({ name, look }, i) =>
        Plot.text([name], { x: last, y: spread[i]!, dx: 10, textAnchor: 'start', fontWeight: 600, fill: look.stroke }),
      ),
    ],
  });
}

/** The numbers of the crossings: where the bar comes, and B at the places after. */
export const crossingTables = (rows: readonly CrossedMeter[]): Table[] => {
  const of = (row: CrossedMeter) => [row.donorMeter, row.donorEighths, row.targetMeter, row.targetEighths, row.layers];
  const header = ['states of', 'at (eighths)', 'put into', 'at (eighths)', 'layers'];
  return rows.length === 0
    ? []
    : [
        {
          name: 'crossings',
          shown: true,
          header: [
            ...header,
            'due by what has gone',
            'by what is to go',
            'by the share',
            'pairs',
            'as what has gone says',
            'as what is to go says',
            'as the share says',
          ],
          rows: rows.map((row) => [...of(row), row.gone, row.toGo, row.share, row.pairs, row.agreesGone, row.agreesToGo, row.agreesShare]),
        },
        {
          name: 'crossings-curves',
          header: [...header, 'd (eighths)', 'B (nats)', 'B, nothing done (nats)', 'places'],
          rows: rows.flatMap((row) => row.curve.map((place) => [...of(row), place.eighths, place.b, place.without, place.places])),
        },
      ];
};
