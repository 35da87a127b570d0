import { writeAddress, type View } from './address.ts';
import { pauses } from './pauses.ts';

/**
 * Keeps the browser's address at what is seen. A change is written at once; of changes that follow each other without a pause (a cursor, a zoom, a slider)
 * only some are, since browsers refuse an address that changes too often, but never is one kept back that makes the address that of another tune.
 */
export class AddressBar {
  readonly #put: (address: string) => void;
  #written = '';
  #waiting: View | null = null;
  #named = '';
  #pause: ReturnType<typeof setTimeout> | null = null;

  /** @param put Puts the text after `#` into the address. */
  constructor(put: (address: string) => void) {
    this.#put = put;
  }

  show(view: View): void {
    const named = [view.session, view.model, view.tune, view.other].join(' ');
    const another = named !== this.#named;
    this.#named = named;
    this.#waiting = view;
    if (another || this.#pause === null) this.write();
  }

  /** Writes what has waited until now, as where somebody is about to copy the address. */
  write(): void {
    if (this.#waiting === null) return;
    const address = writeAddress(this.#waiting);
    this.#waiting = null;
    if (address === this.#written) return;
    this.#written = address;
    this.#put(address);
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = null;
      this.write();
    }, pauses.address);
  }
}
