import { counted } from './numbers.ts';
import type { Edge, Excise, Operation, Steps, Units } from './operation.ts';
import { stepsText } from './plan-editing.ts';
import { unitsText } from './unit-text.ts';

/** An operation in a line, to stand in a list. */
export interface OperationText {
  /** "excise" */
  verb: string;
  /** "L1, 169 units" */
  what: string;
  /** Units or tokens in full, for a tooltip; empty where `what` says all. */
  full: string;
}

function unitsPart(units: Units): { what: string; full: string } {
  if (units === 'all') return { what: 'all units', full: '' };
  if (units.length > 0 && typeof units[0] === 'string') return { what: units.join(' '), full: '' };
  const numbers = [...(units as number[])].sort((a, b) => a - b);
  if (numbers.length <= 4) return { what: `${numbers.length === 1 ? 'unit' : 'units'} ${unitsText(numbers)}`, full: '' };
  return { what: counted(numbers.length, 'unit'), full: unitsText(numbers) };
}

const during = (steps: Steps | undefined): string =>
  steps === undefined ? '' : `, ${steps[1] === null || steps[0] !== steps[1] ? 'steps' : 'step'} ${stepsText(steps)}`;
const along = (edge: Edge | undefined): string =>
  edge === 'recurrent' ? ', for its own next step' : edge === 'up' ? ', for the layers above' : '';
const number = (value: number): string => String(value).replace('-', '−');
const tokensPart = (tokens: string | string[], named: Named): string =>
  (typeof tokens === 'string' ? [tokens] : tokens).map(named).join(' ');

/** A token, or the tune of a recording, as it is written in a line. */
type Named = (text: string) => string;

/** What takes the place of the h of excised units, where that is not 0. */
function fillText({ fill, recording, at, seed }: Excise, tune: Named): string {
  const from = recording === undefined ? '' : ` ${fill === 'mean' ? 'in' : 'of'} ${tune(recording)}`;
  switch (fill) {
    case 'mean':
      return `, to their mean${from}`;
    case 'resample':
      return `, to those of random steps${from}${seed === undefined ? '' : `, seed ${seed}`}`;
    case 'freeze':
      return `, to that of step ${at ?? '?'}${from}`;
    default:
      return '';
  }
}

/**
 * What an operation does, in the words of the page.
 * @param named writes a token, with what it sounds where that is another name.
 * @param tune writes what the tune of a recording is called.
 */
export function operationText(
  operation: Operation,
  named: Named = (token) => token,
  tune: Named = (recording) => recording,
): OperationText {
  switch (operation.op) {
    case 'excise': {
      const { what, full } = unitsPart(operation.units);
      const fill = fillText(operation, tune);
      const reading =
        (operation.reading === undefined ? '' : `, reading ${tokensPart(operation.reading, named)}`) +
        (operation.notReading === undefined ? '' : `, not reading ${tokensPart(operation.notReading, named)}`);
      return { verb: 'excise', what: `L${operation.layer}, ${what}${fill}${reading}${along(operation.edge)}`, full };
    }
    case 'clamp':
    case 'add':
    case 'scale': {
      const { what, full } = unitsPart(operation.units);
      const by = operation.op === 'clamp' ? 'to' : operation.op === 'add' ? 'plus' : 'times';
      const value = typeof operation.value === 'number' ? number(operation.value) : `${operation.value.length} numbers, one a step`;
      return { verb: operation.op, what: `${operation.site}, ${what} ${by} ${value}${during(operation.steps)}`, full };
    }
    case 'stimulate': {
      const [own, other] = operation.weights ?? [0.7, 0.3];
      const second =
        operation.other === undefined
          ? 'a random pitch'
          : typeof operation.other === 'string'
            ? named(operation.other)
            : operation.inTurn
              ? `${tokensPart(operation.other, named)} in turn`
              : `one of ${tokensPart(operation.other, named)}`;
      return {
        verb: 'stimulate',
        what: `${number(own)} of the token read + ${number(other)} of ${second}${during(operation.steps)}`,
        full: '',
      };
    }
    case 'bias': {
      const parts = Object.entries(operation.tokens).map(
        ([token, by]) => `${named(token)} ${by === '-inf' ? 'forbidden' : `${by > 0 ? '+' : ''}${number(by)}`}`,
      );
      return { verb: 'favour', what: `${parts.join(', ')}${during(operation.steps)}`, full: '' };
    }
    case 'forbid':
      return { verb: 'forbid', what: `${tokensPart(operation.tokens, named)}${during(operation.steps)}`, full: '' };
    case 'patch': {
      const { what, full } = unitsPart(operation.units);
      const sites = typeof operation.site === 'string' ? operation.site : operation.site.join(' ');
      const at = operation.at === undefined ? '' : `, its step ${operation.at}`;
      const directions = operation.directions === undefined ? '' : `, along ${operation.directions}`;
      return {
        verb: 'patch',
        what: `${sites}, ${what} from ${tune(operation.recording)}${at}${during(operation.steps)}${directions}${along(operation.edge)}`,
        full,
      };
    }
  }
}
