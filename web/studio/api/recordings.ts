/** What a network did at one site of one layer: rows are steps. */
export interface Recording {
  rows: number;
  columns: number;
  /** [rows, columns] row by row. */
  values: Float32Array;
}

/** The recordings used last, up to so many bytes, so that going back to a layer or a site costs nothing. */
export class RecordingCache {
  /** The most bytes that are held. */
  readonly most: number;
  readonly #held = new Map<string, Promise<Recording>>();
  readonly #bytes = new Map<string, number>();

  constructor(mostBytes = 96 * 1024 * 1024) {
    this.most = mostBytes;
  }

  /** The recording under an address, made by `fetchIt` if it is not held. A failure is not held. */
  get(address: string, fetchIt: () => Promise<Recording>): Promise<Recording> {
    const held = this.#held.get(address);
    if (held !== undefined) {
      this.#held.delete(address);
      this.#held.set(address, held);
      return held;
    }
    const coming = fetchIt();
    this.#held.set(address, coming);
    coming.then(
      ({ values }) => {
        this.#bytes.set(address, values.byteLength);
        this.#trim();
      },
      () => this.#held.delete(address),
    );
    return coming;
  }

  /** Ends when no recording that was asked for until now is on its way any more. */
  async arrived(): Promise<void> {
    const coming = [...this.#held].filter(([address]) => !this.#bytes.has(address)).map(([, recording]) => recording);
    await Promise.allSettled(coming);
  }

  /** Forgets what begins with an address. */
  forget(beginning: string): void {
    for (const address of this.#held.keys()) {
      if (!address.startsWith(beginning)) continue;
      this.#held.delete(address);
      this.#bytes.delete(address);
    }
  }

  #trim(): void {
    let sum = 0;
    for (const address of this.#held.keys()) sum += this.#bytes.get(address) ?? 0;
    for (const address of this.#held.keys()) {
      if (sum <= this.most || this.#held.size <= 1) return;
      sum -= this.#bytes.get(address) ?? 0;
      this.#held.delete(address);
      this.#bytes.delete(address);
    }
  }
}

/** Reads the body of a recording: float32, little endian, with its shape in the headers. */
export function readRecording(bytes: ArrayBuffer, headers: Headers): Recording {
  const rows = Number(headers.get('x-lilt-rows'));
  const columns = Number(headers.get('x-lilt-columns'));
  if (!(rows >= 0 && columns > 0) || bytes.byteLength !== rows * columns * 4)
    throw new RangeError(`a recording of ${rows} × ${columns} has ${bytes.byteLength} bytes`);
  return { rows, columns, values: new Float32Array(bytes) };
}
