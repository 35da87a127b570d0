import * as Plot from '@observablehq/plot';
import type { LayerClaim, VerdictKind, WiredLayer } from '../contract/study.ts';
import { broken, type Sheet } from '../panels.ts';
import { layerColour, type Theme } from '../style.ts';
import { claimNames, claimText, roleText, shareText, verdictOf, verdictSigns, type ClaimName } from './claims.ts';

interface Point {
  x: number;
  y: number;
}

/** Where things stand, in pixels: on a page beside each other, on a phone the numbers under their words. */
interface Places {
  /** A claim's height. */
  row: number;
  /** The boxes' ends, and how far the memory's loop goes beyond. */
  left: number;
  right: number;
  loop: number;
  words: number;
  verdict: number | null;
  numbers: number;
  /** The ends of the axis of shares. */
  axis: readonly [number, number];
}

const places = (width: number): Places =>
  width < 760
    ? { row: 35, left: 26, right: 118, loop: 138, words: 150, verdict: null, numbers: 150, axis: [266, width - 10] }
    : { row: 29, left: 44, right: 200, loop: 236, words: 256, verdict: 472, numbers: 582, axis: [724, width - 24] };

const end = { height: 26, gap: 24 };
const between = 12;

/** How a verdict's lines look: full and strong, pale, or dotted. */
function stroke(verdict: VerdictKind, colour: string, theme: Theme): { stroke: string; strokeWidth: number; strokeDasharray?: string } {
  switch (verdict) {
    case 'supported':
      return { stroke: colour, strokeWidth: 3.5 };
    case 'contradicted':
      return { stroke: theme.rule, strokeWidth: 2 };
    case 'undetermined':
      return { stroke: theme.faint, strokeWidth: 2, strokeDasharray: '2,4' };
  }
}

/** The layers from the token read, below, to the posterior, above; beside each its three claims, and their shares on one axis. */
export function wiringPlan(sheet: Sheet, layers: readonly WiredLayer[]): Element {
  const { theme, width } = sheet;
  const at = places(width);
  const middle = (at.left + at.right) / 2;
  const band = 3 * at.row + between;
  const head = 18;
  const first = head + end.height + end.gap - at.row / 2;
  const bands = layers.toReversed().map((layer, i) => {
    const top = first + i * band;
    const rowOf = (claim: ClaimName): number => top + (claimNames.indexOf(claim) + 0.5) * at.row;
    return { layer, rowOf, box: { top: top + 0.82 * at.row, bottom: top + 2.18 * at.row }, colour: layerColour(layer.layer, theme) };
  });
  const foot = first + layers.length * band - between + end.gap - at.row / 2;
  const height = foot + end.height + 2;
  type Band = (typeof bands)[number];
  const keepers = bands.filter(({ layer }) => verdictOf(layer, 'keeps') === 'supported');
  const setter = bands.find(({ layer }) => layer.sets.verdict === 'supported');
  const of = (number: number): Band | undefined => bands.find(({ layer }) => layer.layer === number);

  /** A way through points, as one smooth line; with a head at its end. */
  const way = (points: Point[], look: ReturnType<typeof stroke>, headed = true): Plot.Markish[] => {
    const [before, tip] = points.slice(-2) as [Point, Point];
    const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
    const size = 6 + look.strokeWidth;
    const barb = (turn: number): Point => ({ x: tip.x - size * Math.cos(angle + turn), y: tip.y - size * Math.sin(angle + turn) });
    const { strokeDasharray: _, ...solid } = look;
    return [
      Plot.line(points, { x: 'x', y: 'y', curve: points.length > 2 ? 'natural' : 'linear', ...look }),
      ...(headed
        ? [Plot.line([barb(0.5), tip, barb(-0.5)], { x: 'x', y: 'y', ...solid, strokeWidth: Math.max(2, look.strokeWidth - 1) })]
        : []),
    ];
  };
  const straight = (from: number, to: number, look: ReturnType<typeof stroke>): Plot.Markish[] =>
    way(
      [
        { x: middle, y: from },
        { x: middle, y: to },
      ],
      look,
    );

  const boxMarks = bands.flatMap(({ layer, box, colour }): Plot.Markish[] => {
    const kept = verdictOf(layer, 'keeps') === 'supported';
    const lines = broken(roleText(layer), Math.floor((at.right - at.left - 6) / 6.4));
    const centre = (box.top + box.bottom) / 2;
    return [
      Plot.rect([box], {
        x1: at.left,
        x2: at.right,
        y1: 'top',
        y2: 'bottom',
        rx: 5,
        fill: kept ? colour : theme.paper,
        fillOpacity: kept ? 0.14 : 1,
        stroke: colour,
        strokeWidth: kept ? 2.5 : 1.5,
      }),
      Plot.text([`layer ${layer.layer}`], {
        x: middle,
        y: centre - 6.5 * lines.length,
        fontWeight: 600,
        fontSize: 12.5,
        fill: theme.ink,
      }),
      ...lines.map((line, i) =>
        Plot.text([line], { x: middle, y: centre - 6.5 * lines.length + 13.5 * (i + 1), fontSize: 11, fill: theme.ink }),
      ),
    ];
  });

  const endBox = (top: number, text: string): Plot.Markish[] => [
    Plot.rect([0], { x1: at.left, x2: at.right, y1: top, y2: top + end.height, rx: 13, fill: theme.paper, stroke: theme.faint }),
    Plot.text([text], { x: middle, y: top + end.height / 2, fill: theme.ink }),
  ];

  const wires = bands.flatMap(({ layer, box, colour, rowOf }, i): Plot.Markish[] => {
    const above = bands[i - 1];
    const keep = rowOf('keeps');
    return [
      ...straight(
        box.top,
        above === undefined ? head + end.height + 2 : above.box.bottom + 7,
        stroke(layer.handsOn.verdict, colour, theme),
      ),
      ...way(
        [
          { x: at.right, y: keep - 10 },
          { x: at.loop - 8, y: keep - 11 },
          { x: at.loop, y: keep },
          { x: at.loop - 8, y: keep + 11 },
          { x: at.right + 2, y: keep + 10 },
        ],
        stroke(verdictOf(layer, 'keeps'), colour, theme),
      ),
    ];
  });
  // Where a layer reads what comes from below.
  const ports = bands.map(({ layer, box, colour }): Plot.Markish => {
    const look = stroke(layer.sets.verdict, colour, theme);
    return Plot.rect([box], {
      x1: middle - 15,
      x2: middle + 15,
      y1: (d) => d.bottom - 5,
      y2: (d) => d.bottom + 5,
      rx: 5,
      fill: layer.sets.verdict === 'supported' ? colour : theme.paper,
      stroke: look.stroke,
      strokeWidth: 1.5,
      ...(look.strokeDasharray === undefined ? {} : { strokeDasharray: '2,2' }),
    });
  });

  const lowest = bands.at(-1);
  const read = lowest === undefined ? [] : straight(foot, lowest.box.bottom + 7, { stroke: theme.ink, strokeWidth: 2 });

  // On the left: what sets the keeper's count, and what is kept together.
  const setWays =
    setter === undefined
      ? []
      : keepers
          // Of layers that keep it together, one stands for all.
          .filter(
            (keeper) =>
              keeper !== setter && !keeper.layer.together.some((other) => other < keeper.layer.layer && other !== setter.layer.layer),
          )
          .flatMap((keeper) => {
            const from = (setter.box.top + setter.box.bottom) / 2;
            const to = (keeper.box.top + keeper.box.bottom) / 2;
            const out = at.left - (at.left < 40 ? 18 : 28);
            return way(
              [
                { x: at.left, y: from },
                { x: out + 4, y: from + (to - from) * 0.18 },
                { x: out, y: (from + to) / 2 },
                { x: out + 4, y: to - (to - from) * 0.18 },
                { x: at.left - 2, y: to },
              ],
              stroke('supported', setter.colour, theme),
            );
          });
  const joined = bands.flatMap(({ layer, box }) =>
    layer.together
      .filter((other) => other > layer.layer && of(other) !== undefined)
      .map((other): Plot.Markish => {
        const [y1, y2] = [box.top + 8, of(other)!.box.bottom - 8];
        return Plot.line(
          [
            { x: at.left, y: y1 },
            { x: at.left - 10, y: y1 },
            { x: at.left - 10, y: y2 },
            { x: at.left, y: y2 },
          ],
          { x: 'x', y: 'y', stroke: theme.ink, strokeWidth: 2 },
        );
      }),
  );

  const [low, high] = shareEnds(layers);
  const x = (share: number): number =>
    at.axis[0] + ((Math.min(high, Math.max(low, share)) - low) / (high - low)) * (at.axis[1] - at.axis[0]);
  const ticks = [0, 0.5, 1];
  const bottom = bands.at(-1) === undefined ? foot : bands.at(-1)!.rowOf('sets') + at.row / 2;
  const axis: Plot.Markish[] = [
    Plot.ruleX(ticks, { x, y1: head, y2: bottom, stroke: theme.rule, strokeDasharray: '2,3' }),
    Plot.text(ticks, { x, y: head - 7, text: (d: number) => String(d), fill: theme.faint }),
    Plot.text(['share, with interval'], { x: at.axis[0] - 8, y: head - 7, textAnchor: 'end', fill: theme.faint }),
  ];

  const claims = bands.flatMap(({ layer, rowOf, colour }) =>
    claimNames.flatMap((name): Plot.Markish[] => {
      const claim = layer[name];
      const y = rowOf(name);
      const verdict = verdictOf(layer, name);
      const said = verdict === 'supported';
      const pale = { fontWeight: 400, fill: theme.faint };
      const look = {
        textAnchor: 'start',
        fontWeight: said ? 600 : 400,
        fill: said ? theme.ink : theme.faint,
        stroke: theme.paper,
        strokeWidth: 3,
      } as const;
      const [line, under] = at.verdict === null ? [y - 7.5, y + 7.5] : [y, y];
      const leader = name === 'keeps' ? at.loop + 4 : middle + (name === 'sets' ? 18 : 8);
      const text = claimText(layer, name);
      return [
        Plot.link([0], { x1: leader, x2: at.words - 5, y1: y, y2: y, stroke: theme.rule }),
        ...(at.verdict === null
          ? [Plot.text([`${verdictSigns[verdict]} ${text}`], { x: at.words, y: line, ...look })]
          : [
              Plot.text([text], { x: at.words, y: line, fontSize: 12, ...look }),
              Plot.text([`${verdictSigns[verdict]} ${verdict}`], { x: at.verdict, y: line, fontSize: 12, ...look }),
            ]),
        ...shareMarks(claim, claim.verdict === 'supported' ? colour : theme.faint, look),
      ];

      function shareMarks({ share, low: from, high: to, verdict }: LayerClaim, mark: string, words: typeof look): Plot.Markish[] {
        if (share === null) return [Plot.text([shareText(claim)], { x: at.numbers, y: under, ...words })];
        return [
          // A layer's own share is pale where layers keep the count only together.
          Plot.text([shareText(claim)], { x: at.numbers, y: under, ...words, ...(said && verdict !== 'supported' ? pale : {}) }),
          ...(from === null || to === null
            ? []
            : [Plot.link([0], { x1: x(from), x2: x(to), y1: under, y2: under, stroke: mark, strokeWidth: 10, strokeOpacity: 0.35 })]),
          ...[...(Math.min(share, from ?? share) < low ? ['◂'] : []), ...(Math.max(share, to ?? share) > high ? ['▸'] : [])].map((arrow) =>
            Plot.text([arrow], { x: arrow === '◂' ? at.axis[0] - 8 : at.axis[1] + 8, y: under, fill: mark }),
          ),
          Plot.dot([0], {
            x: x(share),
            y: under,
            r: 3.2,
            fill: verdict === 'undetermined' ? theme.paper : mark,
            stroke: mark,
            strokeWidth: 1.5,
            title: () => `${claim.meter}: ${claim.pairs} in ${claim.tunes} tunes`,
          }),
        ];
      }
    }),
  );

  return sheet.plot({
    height,
    margin: 0,
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ...axis,
      ...read,
      ...setWays,
      ...joined,
      ...wires,
      ...boxMarks,
      ...ports,
      ...endBox(head, 'posterior'),
      ...endBox(foot, 'token read'),
      ...claims,
    ],
  });
}

/** The ends of the axis: none and all, and what goes a little beyond. */
function shareEnds(layers: readonly WiredLayer[]): [number, number] {
  const all = layers.flatMap((layer) => claimNames.flatMap((name) => [layer[name].low, layer[name].high, layer[name].share]));
  const values = all.filter((value) => value !== null);
  return [Math.max(-0.5, Math.min(-0.04, ...values)), Math.min(1.5, Math.max(1.04, ...values))];
}
