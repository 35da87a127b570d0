import { writeAddress, type View } from './address.ts';
import type { StudioState } from './state.svelte.ts';

/** The view as it is, for the address. */
export function viewOf(studio: StudioState): View {
  return {
    session: studio.session?.id ?? null,
    model: studio.model?.id ?? null,
    tune: studio.tune?.id ?? null,
    other: studio.other?.id ?? null,
    cursor: studio.cursor,
    layer: studio.layer,
    site: studio.site,
    order: studio.order,
    window: studio.spectrum.window,
    band: studio.spectrum.band,
    selection: studio.selection,
    sight: studio.sight,
    rows: studio.rows,
    shown: studio.shown,
    find: studio.find,
    on: studio.on,
    plan: studio.plan,
    key: studio.key,
    tempo: studio.tempo,
    sound: studio.sound,
    ...studio.next.asked,
    ...studio.panes.layout,
  };
}

/** The address of the view as it is. */
export const addressOf = (studio: StudioState): string => writeAddress(viewOf(studio));

/** Takes from a view what nothing has to be asked for: all but its session, model and tunes. */
export function takeView(studio: StudioState, view: View): void {
  studio.cursor = view.cursor;
  studio.layer = view.layer;
  studio.site = view.site;
  studio.order = view.order;
  studio.spectrum = { window: view.window, band: view.band };
  studio.selection = view.selection;
  studio.sight = view.sight;
  studio.rows = view.rows;
  studio.shown = view.shown;
  studio.find = view.find;
  studio.on = view.on;
  studio.plan = view.plan;
  studio.key = view.key;
  studio.tempo = view.tempo;
  studio.sound = view.sound;
  studio.next.asked = view;
  studio.panes.layout = view;
}
