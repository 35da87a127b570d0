import { writeAddress, type View } from './address.ts';
import { pauses } from './pauses.ts';

/** What a person would call another place: another tune, a comparison, another unit that is looked at. */
const placeOf = ({ session, tune, other, selection }: View): string => {
  const unit = selection?.units.length === 1 ? `${selection.layer} ${selection.site} ${selection.units[0]}` : '';
  return [session, tune, other, unit].join(' ');
};

/**
 * Keeps the browser's address at what is seen, and a step of its history at each place. A change is written at once; of changes that follow each other
 * without a pause (a cursor, a zoom, a slider) only some are, since browsers refuse an address that changes too often, but never is one kept back that
 * makes the address that of another place.
 */
export class AddressBar {
  readonly #put: (address: string, isPlace: boolean) => void;
  #written: string | null = null;
  #waiting: View | null = null;
  #place: string | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;

  /** @param put Puts the text after `#` into the address, as another place or in the place of what stands there. */
  constructor(put: (address: string, isPlace: boolean) => void) {
    this.#put = put;
  }

  show(view: View): void {
    const place = placeOf(view);
    const another = this.#place !== null && place !== this.#place;
    // The place that is left keeps the last of what was seen there.
    if (another) this.write();
    this.#place = place;
    this.#waiting = view;
    if (another || this.#pause === null) this.write(another);
  }

  /** The browser has gone to a place by itself: its address stands there already. */
  stand(view: View): void {
    this.#place = placeOf(view);
    this.#waiting = null;
    this.#written = writeAddress(view);
  }

  /** Writes what has waited until now, as where somebody is about to copy the address. */
  write(isPlace = false): void {
    if (this.#waiting === null) return;
    const address = writeAddress(this.#waiting);
    this.#waiting = null;
    if (address === this.#written) return;
    this.#written = address;
    this.#put(address, isPlace);
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = null;
      this.write();
    }, pauses.address);
  }
}
