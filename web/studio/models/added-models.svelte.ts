import type { ModelSummary } from '../api/shapes.ts';
import { stopped } from '../api/problem.ts';
import { chooseTune } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';
import { lookForModels, useModel } from './use-model.ts';

/** Models that are put in and taken away by the person; each can be undone. */
export class AddedModels {
  readonly #studio: StudioState;
  /** The file that is being taken; null for none. */
  taking = $state.raw<{ name: string; stop: AbortController } | null>(null);

  constructor(studio: StudioState) {
    this.#studio = studio;
  }

  /** Takes a model's file, and has the page work with it. */
  async take(file: File): Promise<void> {
    const studio = this.#studio;
    if (this.taking !== null) {
      studio.notice = { kind: 'error', text: `“${this.taking.name}” is still being read: wait for it, or stop it in the models' menu.` };
      return;
    }
    const before = studio.model?.id ?? null;
    const stop = new AbortController();
    this.taking = { name: file.name, stop };
    studio.notice = null;
    try {
      const { model, isKnown } = await studio.api.addModel(file, stop.signal);
      await lookForModels(studio);
      await useModel(studio, model.id);
      const remark = model.remark === null ? '' : ` ${model.remark}`;
      if (isKnown) studio.tell(`This model is here already, as “${model.name}”: it is used.${remark}`);
      else {
        this.#did(`the model “${model.name}” put in`, model, before, true);
        studio.tell(`The model “${model.name}” is here and used.${remark}`, true);
      }
    } catch (error) {
      if (stopped(error)) studio.tell(`“${file.name}” was not taken.`);
      else studio.fail(error);
    } finally {
      this.taking = null;
    }
  }

  /** Takes a model away. */
  async remove(model: ModelSummary): Promise<void> {
    const studio = this.#studio;
    const used = studio.model?.id ?? null;
    try {
      await this.#gone(model.id, null);
      this.#did(`the model “${model.name}” taken away`, model, used, false);
      studio.tell(`The model “${model.name}” is taken away.`, true);
    } catch (error) {
      studio.fail(error);
    }
  }

  /** Has a model back that was taken away; the one in use stays. */
  async restore(id: string): Promise<void> {
    const studio = this.#studio;
    const used = studio.model?.id ?? null;
    await this.#back(id, null);
    studio.history.add({ what: `the model “${id}” had back`, undo: () => this.#gone(id, used), redo: () => this.#back(id, null) });
    studio.tell(`The model “${id}” is back, in the models’ menu.`, true);
  }

  /** @param other the model that was used before. */
  #did(what: string, model: ModelSummary, other: string | null, added: boolean): void {
    const gone = (): Promise<void> => this.#gone(model.id, other);
    const back = (): Promise<void> => this.#back(model.id, added ? model.id : other);
    this.#studio.history.add({ what, undo: added ? gone : back, redo: added ? back : gone });
  }

  /** Where the model is used, another is: the one that is named, else the one that pages open with. */
  async #gone(id: string, other: string | null): Promise<void> {
    const studio = this.#studio;
    await studio.api.removeModel(id);
    await lookForModels(studio);
    if (studio.model?.id !== id) return;
    const next = studio.models.find((model) => model.id === other) ?? studio.models.find(({ state }) => state !== 'failed');
    if (next === undefined) studio.model = null;
    else await useModel(studio, next.id);
  }

  async #back(id: string, used: string | null): Promise<void> {
    const studio = this.#studio;
    await studio.api.restoreModel(id);
    await lookForModels(studio);
    if (used === id) await useModel(studio, id);
    // What could not be looked at without the model can be again.
    if (studio.tune?.model === id) await chooseTune(studio, studio.tune.id, studio.other?.id ?? null, false);
  }
}
