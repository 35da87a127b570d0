import type { LiveEvent, WriteRequest } from '../api/shapes.ts';

/** Tunes that are being written, or wait to be: what has come so far. */
export interface Run {
  job: string;
  session: string;
  request: WriteRequest;
  /** The tokens of each tune so far. */
  tokens: string[][];
  /** What they sound in the key that was asked for; of what is no pitch the token. */
  names: string[][];
  /** The tunes that are whole. */
  tunes: string[];
}

/** A list of rows with more put into one of them, from a place on. */
function joined(rows: readonly string[][], row: number, from: number, more: readonly string[]): string[][] {
  const all = [...rows];
  all[row] = [...(all[row] ?? []).slice(0, from), ...more];
  return all;
}

/** The runs of all sessions that are under way, in the order in which they were asked for. */
export class Runs {
  list = $state.raw<readonly Run[]>([]);
  /** Those that this page asked for; another page's are none that it shows or stops. */
  #own = $state.raw<readonly string[]>([]);

  own(job: string): void {
    this.#own = [...this.#own, job];
  }

  /** This page's runs of a session: the first writes, the others wait. */
  of(session: string | undefined): Run[] {
    return this.list.filter((run) => run.session === session && this.#own.includes(run.job));
  }

  hear({ name, data }: LiveEvent): void {
    switch (name) {
      case 'begun': {
        const { job, session, request } = data;
        const run: Run = { job, session, request, tokens: [], names: [], tunes: [] };
        this.list = !this.list.some((old) => old.job === job) ? [...this.list, run] : this.list.map((old) => (old.job === job ? run : old));
        break;
      }
      case 'tokens':
        this.#change(data.job, (run) => ({
          ...run,
          tokens: joined(run.tokens, data.index, data.from, data.tokens),
          names: joined(run.names, data.index, data.from, data.names),
        }));
        break;
      case 'tune':
        if (data.job !== null) this.#change(data.job, (run) => ({ ...run, tunes: [...run.tunes, data.tune.id] }));
        break;
      case 'failed':
      case 'done':
        this.list = this.list.filter(({ job }) => job !== data.job);
        break;
      case 'here':
        this.list = this.list.filter(({ job }) => data.jobs.includes(job));
        break;
    }
  }

  #change(job: string, to: (run: Run) => Run): void {
    this.list = this.list.map((run) => (run.job === job ? to(run) : run));
  }
}
