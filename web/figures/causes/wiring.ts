import type { LayerClaim, WiredLayer, WiringFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { note, Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { claimNames, claimShort, claimText, countedText, layersText, shareText, verdictOf, type ClaimName } from './claims.ts';
import { wiringPlan } from './wiring-plan.ts';

const title = 'Which layer reads the bar, keeps the count, hands it on';

/** Figure 1: the layers from the token read to the posterior, with what is said of each and the numbers that say it. */
function draw(data: WiringFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const doubts = doubtsOf(data.layers);
  return sheet.stack(`${data.sentence} ${data.layers.map(inWords).join(' ')}`, [
    { title: `${title} (counted: ${countedText(data.counted, data.direction)})`, plot: wiringPlan(sheet, data.layers) },
    ...(doubts.length === 0 ? [] : [{ plot: note(sheet, doubts) }]),
  ]);
}

/** Why claims are undetermined, a line a reason. */
function doubtsOf(layers: readonly WiredLayer[]): string[] {
  const open = layers.flatMap((layer) =>
    claimNames
      .filter((claim) => layer[claim].verdict === 'undetermined')
      .map((claim) => ({ reason: layer[claim].reason, of: `layer ${layer.layer} ${claimShort[claim]}` })),
  );
  return [...new Set(open.map(({ reason }) => reason))].map(
    (reason) =>
      `Undetermined, ${reason}: ${open
        .filter((one) => one.reason === reason)
        .map(({ of }) => of)
        .join(', ')}.`,
  );
}

/** A layer's claims for a reader who does not see them. */
const inWords = (layer: WiredLayer): string =>
  `Layer ${layer.layer}: ${claimNames.map((claim) => `${claimText(layer, claim)}: ${verdictOf(layer, claim)}, ${shareText(layer[claim])}`).join('; ')}.`;

const measured: Record<ClaimName, string> = {
  handsOn: 'share of the way to a boundary, handing one up',
  keeps: 'F: share of the moved bar that its memory carries alone',
  sets: 'share of the reset undone, blocked',
};

const tables = ({ layers }: WiringFigure): Table[] => [
  {
    name: 'wiring',
    shown: true,
    header: ['layer', 'claim', 'verdict', 'of what', 'share', 'low', 'high', 'meter', 'interchanges or measures', 'tunes', 'note'],
    rows: layers.flatMap((layer) =>
      claimNames.toReversed().map((claim) => {
        const { verdict, share, low, high, meter, pairs, tunes, reason }: LayerClaim = layer[claim];
        const together = claim === 'keeps' && layer.together.length > 0 ? `only together with ${layersText(layer.together)}` : '';
        return [
          layer.layer,
          claimText(layer, claim),
          verdict,
          measured[claim],
          share,
          low,
          high,
          meter,
          pairs,
          tunes,
          [together, reason].filter((text) => text !== '').join('; '),
        ];
      }),
    ),
  },
];

export const figure: Figure<WiringFigure> = {
  name: 'wiring',
  number: 1,
  title,
  fits: true,
  head: true,
  draw: (data, options) => draw(data, options),
  tables,
};
