import * as Plot from '@observablehq/plot';
import { numberText } from '../number.ts';
import { periodText } from '../period.ts';
import type { Period, WindowRow, WindowTablesFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

const interval = (values: readonly Period[]): string => values.map((p) => (p === 'inf' ? '∞' : numberText(p, 4))).join(' – ');
const places = (values: readonly number[]): string => values.map((p) => numberText(p, 4)).join(', ');

/** Figure 9: the tables of main-lobe support and first sidelobes, the article's beside what is computed. */
function draw(data: WindowTablesFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const columns: { at: number; head: string; text: (row: WindowRow) => string; quiet?: boolean }[] = [
    { at: 0.02, head: 'period', text: (row) => periodText(row.period) },
    { at: 0.12, head: 'window', text: (row) => row.window },
    { at: 0.27, head: 'support, steps', text: (row) => interval(row.support) },
    { at: 0.47, head: 'the article', text: (row) => (row.article === null ? '' : interval(row.article.support)), quiet: true },
    { at: 0.64, head: 'first sidelobes, steps', text: (row) => places(row.sidelobes) },
    { at: 0.85, head: 'the article', text: (row) => (row.article === null ? '' : places(row.article.sidelobes)), quiet: true },
  ];
  const lineHeight = 21;
  return sheet.stack(
    'Tables of main-lobe support and first sidelobes of two windows',
    data.tables.map((table) => {
      const hasArticle = table.rows.some((row) => row.article !== null);
      const shown = columns.filter((column) => hasArticle || !column.quiet);
      return {
        title: `Windows of ${table.length} steps`,
        plot: sheet.plot({
          height: (table.rows.length + 1) * lineHeight + 4,
          margin: 0,
          marginLeft: 0,
          marginRight: 0,
          x: { domain: [0, 1], axis: null },
          y: { domain: [table.rows.length, -1], axis: null },
          marks: [
            Plot.ruleY([0], { stroke: theme.ink }),
            Plot.ruleY(
              table.rows.map((_, i) => i + 1).filter((i) => i === table.rows.length || table.rows[i]!.period !== table.rows[i - 1]!.period),
              { stroke: theme.rule },
            ),
            ...shown.flatMap((column) => [
              Plot.text([column.head], {
                x: column.at,
                y: -0.5,
                textAnchor: 'start',
                fontWeight: 600,
                fill: column.quiet ? theme.faint : theme.ink,
              }),
              Plot.text(table.rows, {
                x: column.at,
                y: (_, i: number) => i + 0.5,
                text: column.text,
                textAnchor: 'start',
                fill: column.quiet ? theme.faint : theme.ink,
              } as Plot.TextOptions),
            ]),
          ],
        }),
      };
    }),
  );
}

const tables = (data: WindowTablesFigure): Table[] =>
  data.tables.map((table) => ({
    name: `window-table-${table.length}`,
    header: [
      'period (steps)',
      'window',
      'support from',
      'support to',
      'first sidelobes',
      'article: support from',
      'article: support to',
      'article: first sidelobes',
    ],
    rows: table.rows.map((row) => [
      row.period,
      row.window,
      row.support[0]!,
      row.support[1]!,
      row.sidelobes.join(' '),
      row.article?.support[0] ?? null,
      row.article?.support[1] ?? null,
      row.article?.sidelobes.join(' ') ?? null,
    ]),
  }));

export const figure: Figure<WindowTablesFigure> = {
  name: 'windowTables',
  number: 9,
  title: 'What a peak covers, and where its sidelobes stand',
  draw,
  tables,
};
