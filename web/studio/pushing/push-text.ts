import type { PushAnswer } from '../api/shapes.ts';
import { percentText } from '../network/numbers.ts';

/** A number of eighths: whole, or with up to two digits behind the point. */
export const eighthsText = (eighths: number): string =>
  String(Math.round(100 * Math.abs(eighths)) / 100).replace(/^/, eighths < 0 ? '−' : '');

const eighthNotes = (eighths: number): string => `${eighthsText(Math.abs(eighths))} ${Math.abs(eighths) === 1 ? 'eighth' : 'eighths'}`;

/** What is chosen for a dose: "2 eighths later". */
export const doseText = (by: number): string => (by === 0 ? 'no eighth: a sham' : `${eighthNotes(by)} ${by > 0 ? 'later' : 'earlier'}`);

/** What a push with a dose does to the bar, if all of the clock is pushed: "2 eighths earlier". */
export const movedText = (by: number): string => `${eighthNotes(by)} ${by > 0 ? 'earlier' : 'later'}`;

const measureText = (measure: number | null): string => (measure === null ? '' : `measure ${measure}, `);

/** A probability from its logarithm, nats; one of 0 has none. */
export const chance = (nats: number | null): string => percentText(nats === null ? 0 : Math.exp(nats));

const layersText = (layers: readonly number[], all: number): string =>
  layers.length === 1
    ? `Layer ${layers[0]} was given its`
    : layers.length === all
      ? 'All layers were given their'
      : `Layers ${layers.slice(0, -1).join(', ')} and ${layers.at(-1)} were given their`;

/** What was done. */
export function doneText(push: PushAnswer, all: number): string {
  const { donor, by } = push;
  const where = by === 0 ? 'the same place of another measure, a sham' : `${eighthNotes(by)} ${by > 0 ? 'later' : 'earlier'} in a measure`;
  const whose = donor.isOwn ? '' : ` of “${donor.name}”`;
  return `${layersText(push.layers, all)} memory from ${where} (${measureText(donor.measure)}step ${donor.step}${whose}), after step ${push.step}, ${measureText(push.measure)}${eighthsText(push.distance)} of ${eighthsText(push.full)} eighths gone.`;
}

/** An answer to a question, with its numbers. */
interface Answer {
  question: string;
  /** Null where it cannot be told. */
  yes: boolean | null;
  why: string;
}

/** What reading the tune again with its own tokens shows. */
export function readAnswer({ by, moved, own, isDue }: PushAnswer): Answer {
  const now = (boundary: typeof own): string => `${chance(boundary.pushed)}, untouched ${chance(boundary.untouched)}`;
  if (by > 0)
    return {
      question: `Read again with the same tokens, is a bar due ${movedText(by)}?`,
      yes: isDue,
      why:
        moved === null
          ? 'no bar could stand just there in this tune'
          : `${now(moved)} at step ${moved.step}${isDue === null ? ', where a bar was likely already' : ''}`,
    };
  return {
    question: `Read again with the same tokens, is the bar ${by === 0 ? 'still' : 'no longer'} due where it stands?`,
    yes: isDue,
    why: `${now(own)} at step ${own.step}${isDue === null ? ': no bar was likely there before' : ''}`,
  };
}

/** What writing on with the same random numbers shows; null where nothing was written. */
export function writtenAnswer({ by, came, length, full }: PushAnswer): Answer | null {
  if (came === null) return null;
  return {
    question: `Written on with the same random numbers, did the bar ${by === 0 ? 'stay' : `come ${movedText(by)}`}?`,
    yes: came,
    why: length === null ? 'no bar ends the measure' : `after ${eighthsText(length)} eighths, untouched ${eighthsText(full)}`,
  };
}

export const answerText = (yes: boolean | null): string => (yes === null ? 'cannot be told' : yes ? 'yes' : 'no');
