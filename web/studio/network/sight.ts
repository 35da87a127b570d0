import type { StudioState } from '../state.svelte.ts';
import { isWhole, panned, showing, zoomed, type Span } from './span.ts';

/** The shared axis of steps as a span. */
export const stepsInSight = (studio: StudioState): Span => ({ from: studio.inSight[0], to: studio.inSight[1] });

/** Hundredths of a step are finer than a pixel. */
const rounded = (place: number): number => Math.round(place * 100) / 100;

function see(studio: StudioState, span: Span): void {
  studio.sight = isWhole(span, studio.axis) ? null : [rounded(span.from), rounded(span.to)];
}

/** Enlarges the shared axis about a place in steps. */
export const zoomSteps = (studio: StudioState, about: number, factor: number): void =>
  see(studio, zoomed(stepsInSight(studio), about, factor, studio.axis));

export const panSteps = (studio: StudioState, by: number): void => {
  if (studio.sight !== null) see(studio, panned(stepsInSight(studio), by, studio.axis));
};

/** Moves the shared axis, where it shows a part, so that a step is on it. */
export function follow(studio: StudioState, step: number): void {
  // Before the tune is there nothing is known of what is in sight: the address's own part stays.
  if (studio.sight === null || studio.axis === 0) return;
  const span = stepsInSight(studio);
  const moved = showing(span, step, studio.axis);
  if (moved !== span) see(studio, moved);
}
