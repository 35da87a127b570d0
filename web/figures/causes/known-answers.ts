import * as Plot from '@observablehq/plot';
import type { KnownAnswer, KnownAnswersFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { Sheet } from '../panels.ts';
import type { FigureOptions, Theme } from '../style.ts';
import type { Table } from '../table.ts';
import { isNarrow } from './columns.ts';

const findings = ['right', 'undetermined', 'wrong'] as const;
type Finding = (typeof findings)[number];

const fills = (theme: Theme): Record<Finding, string> => ({ right: theme.part, undetermined: theme.good, wrong: theme.bad });
const inks = (theme: Theme): Record<Finding, string> => ({ right: theme.curves[0]!, undetermined: theme.faint, wrong: theme.accent });

const networks = ({ networks: count }: KnownAnswer): string => `${count} ${count === 1 ? 'network' : 'networks'}`;

/** Where the numbers of each column end, from the right end of the frame. */
const columns = { right: 34, undetermined: 134, wrong: 178 } as const;

const keepers = 'given a keeper';

/**
 * Figure 12: how many verdicts on networks of known answer are right, say nothing, or are wrong, a row a kind; those that count nothing
 * apart, of which nothing can be told.
 */
function draw(data: KnownAnswersFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { rows, units, builds, nullBuilds } = data;
  const groups = [
    {
      of: rows.filter((row) => row.counts),
      title: `A count was planted: ${builds} builds of each keeper and direction, 3 layers of ${units} units`,
    },
    {
      of: rows.filter((row) => !row.counts),
      title: `Nothing is counted, and next to nothing can be told: ${nullBuilds} builds of each, ${data.falseKeepers} of ${data.nulls} ${keepers}`,
    },
  ];
  return sheet.stack(
    inWords(data),
    groups.filter(({ of }) => of.length > 0).map(({ of, title }) => ({ title, plot: bars(sheet, of) })),
  );
}

function bars(sheet: Sheet, rows: readonly KnownAnswer[]): Element {
  const { theme } = sheet;
  const narrow = isNarrow(sheet);
  const fill = fills(theme);
  const ink = inks(theme);
  const parts = rows.flatMap((row, at) => findings.map((finding) => ({ row: at, finding, count: row[finding], open: row.open })));
  const rowHeight = narrow ? 46 : 30;
  const top = narrow ? 0.02 : -0.3;
  return sheet.plot({
    height: rowHeight * rows.length + 66,
    marginLeft: narrow ? 14 : 190,
    marginRight: 184,
    marginTop: 26,
    marginBottom: 40,
    x: {
      domain: [0, 1],
      ticks: 4,
      tickFormat: (d: number) => `${100 * d} %`,
      tickSize: 3,
      label: null,
    },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      Plot.rect(
        parts,
        Plot.stackX(
          { offset: 'normalize', order: findings as unknown as string[] },
          {
            x: 'count',
            y1: (d: { row: number }) => d.row + top,
            y2: (d: { row: number }) => d.row + 0.32,
            z: 'finding',
            fill: (d: { finding: Finding }) => fill[d.finding],
            insetLeft: 0.75,
            insetRight: 0.75,
            title: (d: { finding: Finding; count: number; open: string }) =>
              `${d.count} ${d.finding}${d.finding === 'undetermined' && d.open !== '' ? `: ${d.open}` : ''}`,
          },
        ),
      ),
      Plot.text(rows, {
        ...(narrow ? { x: 0, textAnchor: 'start', dx: -12, dy: -13 } : { frameAnchor: 'left', textAnchor: 'end', dx: -10 }),
        y: (_: KnownAnswer, i: number) => i,
        text: (d: KnownAnswer) => `${d.kind} (${networks(d)})`,
        fill: theme.ink,
      } as Plot.TextOptions),
      Plot.text(['share of the verdicts'], { frameAnchor: 'bottom-right', dy: 34, textAnchor: 'end', fill: theme.ink }),
      ...findings.flatMap((finding) => [
        Plot.text([finding], {
          frameAnchor: 'top-right',
          dx: columns[finding],
          dy: -14,
          textAnchor: 'end',
          fill: ink[finding],
          fontWeight: 600,
        }),
        Plot.text(rows, {
          frameAnchor: 'right',
          dx: columns[finding],
          y: (_: KnownAnswer, i: number) => i + (narrow ? 0.17 : 0),
          text: (d: KnownAnswer) => String(d[finding]),
          textAnchor: 'end',
          fill: (d: KnownAnswer) => (d[finding] === 0 ? theme.faint : ink[finding]),
          fontWeight: (d: KnownAnswer) => (finding === 'wrong' && d.wrong > 0 ? 700 : 400),
        } as unknown as Plot.TextOptions),
      ]),
    ],
  });
}

/** The counts, for a reader who does not see them. */
const inWords = ({ rows, nulls, falseKeepers }: KnownAnswersFigure): string =>
  `Verdicts on networks of known answer. ${rows.map((row) => `${row.kind} (${networks(row)}): ${findings.map((finding) => `${row[finding]} ${finding}`).join(', ')}.`).join(' ')} Of ${nulls} that count nothing ${falseKeepers} are ${keepers}.`;

const tables = ({ rows }: KnownAnswersFigure): Table[] => [
  {
    name: 'known-answers',
    shown: true,
    header: ['what was planted', 'networks', ...findings, keepers, 'what is undetermined'],
    rows: rows.map((row) => [row.kind, row.networks, ...findings.map((finding) => row[finding]), row.keepers, row.open]),
  },
];

export const figure: Figure<KnownAnswersFigure> = {
  name: 'knownAnswers',
  number: 12,
  title: 'Networks of known answer: what was planted, what was found',
  fits: true,
  draw,
  tables,
};
