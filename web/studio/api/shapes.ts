/**
 * The shapes that the studio's server sends and takes, under the names that the page uses: those of its OpenAPI text, with
 * a plan, which that text leaves open, in the form that its reader takes.
 * Layers count from 1; units, steps and offsets from 0.
 */
import type { Plan } from './plan.ts';
import type { components, operations } from './types.ts';

type Shapes = components['schemas'];

export type { Operation, Plan } from './plan.ts';
type WithPlan<T> = Omit<T, 'plan'> & { plan: Plan | null };

export type ModelSummary = Shapes['ModelSummary'];
export type AddedModel = Shapes['AddedModel'];
export type ModelDetail = Shapes['ModelView'];
export type TuneSummary = WithPlan<Shapes['TuneSummary']>;
/** A sounding note of the played timeline, repeats played out. */
export type PlayedNote = Shapes['NoteView'];
export type TuneDetail = WithPlan<Shapes['TuneView']>;
export type SessionSummary = Shapes['SessionSummary'];
export type Session = Omit<Shapes['SessionView'], 'tunes'> & { tunes: TuneSummary[] };
export type Fault = Shapes['FaultView'];
export type Check = Shapes['CheckResult'];
export type WriteRequest = Required<Omit<Shapes['WriteRequest'], 'plan' | 'baseline' | 'name' | 'key'>> & {
  plan?: Plan | null;
  baseline?: string | null;
  name?: string | null;
  key?: string | null;
};
export type GivenRequest = Pick<Shapes['GivenRequest'], 'model' | 'text'> & {
  tune?: number | null;
  name?: string | null;
  plan?: Plan | null;
  baseline?: string | null;
};
export type EffectRequest = Required<Omit<Shapes['EffectRequest'], 'plan'>> & { plan: Plan };
export type Effect = Omit<Shapes['EffectView'], 'plan'> & { plan: Plan };
export type EffectFigure = Shapes['EffectFigureView'];
export type Run = Shapes['RunView'];
export type Deleted = Shapes['DeletedView'];
/** What is told while the studio is followed. */
export type LiveEvent =
  | { name: 'here'; data: Shapes['HereEvent'] }
  | { name: 'begun'; data: Omit<Shapes['BegunEvent'], 'request'> & { request: WriteRequest } }
  | { name: 'tokens'; data: Shapes['TokensEvent'] }
  | { name: 'tune'; data: Omit<Shapes['TuneEvent'], 'tune'> & { tune: TuneSummary } }
  | { name: 'gone'; data: Shapes['GoneEvent'] }
  | { name: 'session'; data: Shapes['SessionEvent'] }
  | { name: 'elsewhere'; data: Shapes['ElsewhereEvent'] }
  | { name: 'effect'; data: { effect: Effect } }
  | { name: 'making'; data: Shapes['MakingView'] }
  | { name: 'made'; data: Shapes['MadeEvent'] }
  | { name: 'failed'; data: Shapes['FailedEvent'] }
  | { name: 'done'; data: Shapes['DoneEvent'] };
export type MatchRequest = Shapes['MatchRequest'];
export type Matches = Shapes['MatchView'];
export type Posterior = Shapes['PosteriorView'];
export type TokenKind = Shapes['TokenKind'];
export type TokenChance = Shapes['TokenChance'];
export type TuneComparison = Shapes['TuneComparison'];
export type ExportFormat = operations['exportTune']['parameters']['query']['format'];
export type Handout = Omit<Shapes['Handout'], 'tunes'> & { tunes: (Omit<Shapes['HandoutTune'], 'tune'> & { tune: TuneDetail })[] };
export type ScoreText = Shapes['ScoreText'];
export type Places = Shapes['PlacesView'];
export type PushRequest = Shapes['PushRequest'];
export type PushAnswer = Shapes['PushView'];
export type RewriteKind = Shapes['RewriteKind'];
export type NoteLock = Shapes['NoteLock'];
export type RewriteRequest = Required<Shapes['RewriteRequest']>;
export type Offers = Shapes['RewriteView'];
export type Offer = Shapes['OfferView'];
export type OfferPassage = Shapes['PassageView'];
export type Instrument = Shapes['InstrumentView'];
export type OutsideRange = Shapes['RangeView'];
export type Shelf = Shapes['ShelfView'];
export type ShelvedStudy = Shapes['ShelvedStudy'];
export type StudyRequest = Shapes['StudyRequest'];
export type Making = Shapes['MakingView'];
export type SiteName = 'h' | 'c' | 'i' | 'f' | 'g' | 'o';
