/** A note that sounds: onset and end in quarters, and its MIDI number. */
export interface Sounding {
  onset: number;
  end: number;
  pitch: number;
}

/** The notes of a MIDI file of type 0 or 1, by onset and pitch; a sixteenth of a 64th is as near as onsets and ends are given. */
export function soundingOf(midi: Uint8Array): Sounding[] {
  const view = new DataView(midi.buffer, midi.byteOffset, midi.byteLength);
  const division = view.getUint16(12);
  const notes: Sounding[] = [];
  let at = 14;
  while (at < midi.length) {
    const end = at + 8 + view.getUint32(at + 4);
    if (view.getUint32(at) === 0x4d54726b) notes.push(...track(midi.subarray(at + 8, end), division));
    at = end;
  }
  return notes.toSorted((a, b) => a.onset - b.onset || a.pitch - b.pitch || a.end - b.end);
}

function track(bytes: Uint8Array, division: number): Sounding[] {
  const notes: Sounding[] = [];
  const begun = new Map<number, number[]>();
  let at = 0;
  let tick = 0;
  let status = 0;
  const variable = (): number => {
    let value = 0;
    for (;;) {
      const byte = bytes[at++]!;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  const quarters = (ticks: number): number => Math.round((ticks / division) * 256) / 256;
  while (at < bytes.length) {
    tick += variable();
    if (bytes[at]! >= 0x80) status = bytes[at++]!;
    if (status === 0xff) at++;
    if (status >= 0xf0) {
      const length = variable();
      at += length;
      continue;
    }
    const kind = status & 0xf0;
    const [key, value] = [bytes[at]!, bytes[at + 1]!];
    at += kind === 0xc0 || kind === 0xd0 ? 1 : 2;
    const id = (status & 0x0f) * 128 + key;
    if (kind === 0x90 && value > 0) begun.set(id, [...(begun.get(id) ?? []), tick]);
    else if (kind === 0x80 || kind === 0x90) {
      const onset = begun.get(id)?.shift();
      if (onset === undefined) throw new Error(`a note ends at tick ${tick} that did not begin`);
      notes.push({ onset: quarters(onset), end: quarters(tick), pitch: key });
    }
  }
  if ([...begun.values()].some((left) => left.length > 0)) throw new Error('a note does not end');
  return notes;
}
