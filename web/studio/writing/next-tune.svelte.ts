import { plainView, type Generator, type View } from '../address.ts';

type Asked = Pick<View, 'seed' | 'temperature' | 'meter' | 'mode' | 'tonic' | 'begin' | 'tunes' | 'limit' | 'generator'>;

/** What the next tune is asked with. */
export class NextTune {
  seed = $state(42);
  temperature = $state(1);
  meter = $state<string | null>(null);
  /** With a tonic, null for the network's C, one choice of a key. */
  mode = $state<string | null>(null);
  tonic = $state<string | null>(null);
  begin = $state('');
  count = $state(1);
  /** A tune is cut when it holds one token more than this, `<s>` counted. */
  limit = $state(plainView().limit);
  /** Which random numbers draw which token. */
  generator = $state<Generator>('independent');

  /** All of it, as the address has it. */
  get asked(): Asked {
    const { seed, temperature, meter, mode, tonic, begin, count, limit, generator } = this;
    return { seed, temperature, meter, mode, tonic, begin, tunes: count, limit, generator };
  }
  set asked({ seed, temperature, meter, mode, tonic, begin, tunes, limit, generator }: Asked) {
    this.seed = seed;
    this.temperature = temperature;
    this.meter = meter;
    this.mode = mode;
    this.tonic = tonic;
    this.begin = begin;
    this.count = tunes;
    this.limit = limit;
    this.generator = generator;
  }
}
