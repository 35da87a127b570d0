import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What OpenSheetMusicDisplay understood of a score and drew. */
export interface Sheet {
  title: string;
  measures: { number: number; isImplicit: boolean; notes: string[] }[];
  /** Sharps of the first measure's key, flats below 0. */
  key: number;
  /** From which measure on, from 0, and with how many endings. */
  repeats: [number, number][];
  chords: string[];
  /** Of the page: the heads and rests that it drew. */
  drawn: number;
}

/** As much of OpenSheetMusicDisplay as is asked. */
interface Note {
  Length: { RealValue: number };
  halfTone: number;
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
      ImplicitMeasure: boolean;
      AbsoluteTimestamp: { RealValue: number };
      VerticalSourceStaffEntryContainers: {
        Timestamp: { RealValue: number };
        StaffEntries: ({ VoiceEntries: Entry[]; ChordContainers: { ChordSymbolText?: string }[] } | undefined)[];
      }[];
      getKeyInstruction(staff: number): { Key: number };
    }[];
    Repetitions: { startMarker?: { measureIndex: number }; EndingParts: object[]; DefaultNumberOfRepetitions: number; FromWords: boolean }[];
  };
}

/** Lays OpenSheetMusicDisplay into a page; the function reads a score there. */
export async function openSheet(page: Page): Promise<(musicXml: string) => Promise<Sheet>> {
  await page.setContent('<div id="score" style="width: 900px"></div>');
  await page.addScriptTag({
    path: join(import.meta.dirname, '../../node_modules/opensheetmusicdisplay/build/opensheetmusicdisplay.min.js'),
  });
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
      const chords: string[] = [];
      const measures = sheet.SourceMeasures.map((measure) => {
        const notes: string[] = [];
        for (const { Timestamp: within, StaffEntries: staves } of measure.VerticalSourceStaffEntryContainers)
          for (const staff of staves) {
            for (const entry of staff?.VoiceEntries ?? [])
              for (const note of entry.Notes) {
                const at = 4 * (measure.AbsoluteTimestamp.RealValue + within.RealValue);
                const what = note.isRest() ? 'rest' : String(note.halfTone + 12);
                const words = note === entry.Notes[0] ? entry.LyricsEntries.values().map((syllable) => ` ${syllable.Text}`) : [];
                const length = entry.IsGrace ? 'grace' : String(Number((4 * note.Length.RealValue).toFixed(3)));
                notes.push(`${Number(at.toFixed(3))} ${length} ${what}${words.join('')}`);
              }
            chords.push(...(staff?.ChordContainers ?? []).map(({ ChordSymbolText: name }) => name ?? ''));
          }
        return { number: measure.MeasureNumber, isImplicit: measure.ImplicitMeasure, notes };
      });
      return {
        title: sheet.TitleString,
        measures,
        key: sheet.SourceMeasures[0]!.getKeyInstruction(0).Key,
        repeats: sheet.Repetitions.filter((of) => of.DefaultNumberOfRepetitions > 1).map((of): [number, number] => [
          of.startMarker?.measureIndex ?? 0,
          of.EndingParts.length,
        ]),
        chords,
        drawn: place.querySelectorAll('.vf-stavenote').length,
      };
    }, musicXml);
}
