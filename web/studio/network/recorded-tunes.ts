/** The tunes whose recordings a plan reads: a plan names them by id, the page by what they are called. */
import type { TuneSummary } from '../api/shapes.ts';
import type { Operation } from './operation.ts';

type Named = Pick<TuneSummary, 'id' | 'name'>;

/** What a plan calls the recording of a tune: the file that its export is saved as, so that the command line finds it. */
export const recordingOf = (tune: Pick<TuneSummary, 'id'>): string => `${tune.id}.npz`;

/** The tune that a recording's name means: its id, or the file that its export is saved as. */
export const tuneOf = (recording: string): string => recording.replace(/\.npz$/, '');

/** What stands for a tune that this page knows nothing of. */
export const unknownTune = 'a tune that is not in this session';

/** What the tune of a recording is called. */
export const recordedName = (recording: string, tunes: readonly Named[]): string =>
  tunes.find(({ id }) => id === tuneOf(recording))?.name ?? unknownTune;

const quoted = (recording: string, tunes: readonly Named[]): string => {
  const name = recordedName(recording, tunes);
  return name === unknownTune ? name : `“${name}”`;
};

/** A sentence of the server about a plan, with the tunes called by name. */
export function withTuneNames(sentence: string, operations: readonly Operation[], tunes: readonly Named[]): string {
  const recordings = new Set(operations.flatMap((operation) => ('recording' in operation ? (operation.recording ?? []) : [])));
  let text = sentence;
  for (const recording of recordings)
    for (const written of [`'${recording}'`, recording]) text = text.replaceAll(written, `of ${quoted(recording, tunes)}`);
  return text;
}

/** The tune that a patch takes its values from until another is chosen: the newest that the network made, and that is not the one it is put into. */
export const donorOf = (tunes: readonly TuneSummary[], into: TuneSummary | null, model: string | undefined): TuneSummary | null =>
  tunes.findLast((tune) => tune.model === model && tune.plan === null && tune.id !== into?.id) ?? into;
