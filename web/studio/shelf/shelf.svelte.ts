import type { Client } from '../api/client.ts';
import { sentence, stopped } from '../api/problem.ts';
import type { Shelf as Answer, ShelvedStudy } from '../api/shapes.ts';

/** A study that is being made. */
export interface Making {
  kind: string;
  /** How much is done, 0 to 1, and what is being done. */
  share: number;
  stage: string;
}

/** The shelf of studies, and the one that is being made: that goes on while the shelf is closed. */
export class Shelf {
  readonly #api: Client;
  #stop: AbortController | null = null;

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
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  /** Makes a study; it stands on the shelf when it is whole. */
  async make(kind: string, model: string, seed: number): Promise<void> {
    if (this.making !== null) return;
    this.fault = null;
    this.made = null;
    this.making = { kind, share: 0, stage: 'beginning' };
    this.#stop = new AbortController();
    try {
      for await (const event of this.#api.makeStudy({ kind, model, seed }, this.#stop.signal)) {
        if (event.name === 'progress') this.making = { kind, ...event.progress };
        else this.made = event.study;
      }
    } catch (error) {
      if (!stopped(error)) this.fault = sentence(error);
    } finally {
      this.#stop = null;
      this.making = null;
    }
    await this.look();
  }

  /** Ends the study that is being made; nothing of it is left. */
  stop(): void {
    this.#stop?.abort();
  }
}
