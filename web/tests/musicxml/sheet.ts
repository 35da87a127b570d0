import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Sounding } from './midi.ts';

const require = createRequire(import.meta.url);

/** What OpenSheetMusicDisplay understood of a score and drew. */
export interface Sheet {
  title: string;
  /** Each measure's number and how many rests and notes it has, tied ones one by one; a fragment has none of its own. */
  measures: [number: number, notes: number][];
  /** The notes where they stand, each once; tied ones are one, grace notes are not among them. */
  sounding: Sounding[];
  graces: number[];
  words: string[];
  /** Sharps of each key that is set, flats below 0. */
  keys: number[];
  /** From which measure on, from 0, and with how many endings. */
  repeats: [from: number, endings: number][];
  /** The roots of the chord names, in semitones over C. */
  chords: number[];
  /** Chords, single notes and rests in the picture. */
  drawn: number;
}

/** As much of OpenSheetMusicDisplay as is asked. */
interface Note {
  Length: { RealValue: number };
  halfTone: number;
  NoteTie?: { StartNote: Note; Duration: { RealValue: number } };
  isRest(): boolean;
}
interface Entry {
  IsGrace: boolean;
  Notes: Note[];
  LyricsEntries: { values(): { Text: string }[] };
}
interface Display {
  load(musicXml: string): Promise<object>;
  render(): void;
  Sheet: {
    TitleString: string;
    SourceMeasures: {
      MeasureNumber: number;
      AbsoluteTimestamp: { RealValue: number };
      VerticalSourceStaffEntryContainers: {
        Timestamp: { RealValue: number };
        StaffEntries: ({ VoiceEntries: Entry[]; ChordContainers: { RootPitch: { getHalfTone(): number } }[] } | undefined)[];
      }[];
      getKeyInstruction(staff: number): { Key: number } | undefined;
    }[];
    Repetitions: { startMarker?: { measureIndex: number }; EndingParts: object[]; DefaultNumberOfRepetitions: number }[];
  };
}

/** Lays OpenSheetMusicDisplay into a page; the function reads a score there. */
export async function openSheet(page: Page): Promise<(musicXml: string) => Promise<Sheet>> {
  await page.setContent('<div id="score" style="width: 900px"></div>');
  await page.addScriptTag({ path: require.resolve('opensheetmusicdisplay') });
  return async (musicXml) =>
    await page.evaluate(async (text) => {
      const { opensheetmusicdisplay: library } = globalThis as unknown as {
        opensheetmusicdisplay: { OpenSheetMusicDisplay: new (place: string, options: object) => Display };
      };
      const place = document.getElementById('score')!;
      place.replaceChildren();
      const display = new library.OpenSheetMusicDisplay('score', { backend: 'svg', autoResize: false });
      await display.load(text);
      display.render();
      const { Sheet: sheet } = display;
      const [chords, words, graces, sounding]: [number[], string[], number[], Sounding[]] = [[], [], [], []];
      const measures = sheet.SourceMeasures.map((measure): [number, number] => {
        let count = 0;
        for (const { Timestamp: within, StaffEntries: staves } of measure.VerticalSourceStaffEntryContainers)
          for (const staff of staves) {
            chords.push(...(staff?.ChordContainers ?? []).map((of) => of.RootPitch.getHalfTone() % 12));
            for (const { IsGrace: isGrace, LyricsEntries: syllables, Notes: notes } of staff?.VoiceEntries ?? []) {
              words.push(...syllables.values().map(({ Text: syllable }) => syllable));
              for (const note of notes) {
                const pitch = note.halfTone + 12;
                if (isGrace) graces.push(pitch);
                else count++;
                if (isGrace || note.isRest() || (note.NoteTie !== undefined && note.NoteTie.StartNote !== note)) continue;
                const onset = 4 * (measure.AbsoluteTimestamp.RealValue + within.RealValue);
                sounding.push({ onset, end: onset + 4 * (note.NoteTie?.Duration ?? note.Length).RealValue, pitch });
              }
            }
          }
        return [measure.MeasureNumber, count];
      });
      return {
        title: sheet.TitleString,
        measures,
        sounding,
        graces,
        words,
        keys: sheet.SourceMeasures.flatMap((measure) => measure.getKeyInstruction(0)?.Key ?? []),
        repeats: sheet.Repetitions.filter((of) => of.DefaultNumberOfRepetitions > 1).map((of): [number, number] => [
          of.startMarker?.measureIndex ?? 0,
          of.EndingParts.length,
        ]),
        chords,
        drawn: place.querySelectorAll('.vf-stavenote').length,
      };
    }, musicXml);
}
