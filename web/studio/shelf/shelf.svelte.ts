import type { Client } from '../api/client.ts';
import { sentence } from '../api/problem.ts';
import type { LiveEvent, Making, Shelf as Answer, ShelvedStudy } from '../api/shapes.ts';

/** The shelf of studies, and the one that is being made: that is the studio's, and goes on while no page looks. */
export class Shelf {
  readonly #api: Client;

  studies = $state.raw<Answer | null>(null);
  making = $state.raw<Making | null>(null);
  /** The study that was made last. */
  made = $state.raw<ShelvedStudy | null>(null);
  fault = $state<string | null>(null);

  constructor(api: Client) {
    this.#api = api;
  }

  async look(): Promise<void> {
    try {
      this.studies = await this.#api.get<Answer>(['studies']);
      this.making = this.studies.making;
      if (this.studies.failed !== null && !this.studies.failed.isStopped) this.fault = this.studies.failed.problem;
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  hear({ name, data }: LiveEvent): void {
    if (name === 'here') void this.#met();
    else if (name === 'making') {
      if (this.making?.job !== data.job) this.#begin();
      this.making = data;
    } else if (name === 'made') {
      this.made = data.study;
      void this.look();
    } else if (name === 'failed' && data.job === this.making?.job) {
      this.making = null;
      if (!data.isStopped) this.fault = data.problem;
    }
  }

  /** Has a study made; it stands on the shelf when it is whole. */
  async make(kind: string, model: string, seed: number): Promise<void> {
    this.#begin();
    try {
      await this.#api.makeStudy({ kind, model, seed });
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  /** Ends the study that is being made; nothing of it is left. */
  async stop(): Promise<void> {
    if (this.making === null) return;
    try {
      await this.#api.stopRun(this.making.job);
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  #begin(): void {
    this.fault = null;
    this.made = null;
  }

  /** The studio is there, for the first time or again. */
  async #met(): Promise<void> {
    const before = this.making;
    await this.look();
    if (
      before !== null &&
      this.making === null &&
      this.studies?.failed === null &&
      !this.studies.studies.some((one) => one.kind === before.kind && one.seed === before.seed)
    )
      this.fault = `The studio was started again while it made the study ${before.kind}: make it again.`;
  }
}
