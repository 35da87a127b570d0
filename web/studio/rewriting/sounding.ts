import { halfSteps } from '../../score/key.ts';
import type { TuneDetail } from '../api/shapes.ts';

/** Half steps up from a tune's tokens, which is what offers are made of, to the key that the tune is shown in. */
export const semitonesOf = ({ writtenIn, ownTonic, tonic }: TuneDetail): number => halfSteps(writtenIn === null ? ownTonic : 'C', tonic);
