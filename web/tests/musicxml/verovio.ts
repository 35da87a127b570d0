import { JSDOM } from 'jsdom';
import { enableLog, enableLogToBuffer, LOG_WARNING, VerovioToolkit } from 'verovio/esm';
import createVerovioModule from 'verovio/wasm';
import { soundingOf, type Sounding } from './midi.ts';

/** What Verovio understood of a score. */
export interface Read {
  /** Its warnings and errors. */
  log: string;
  /** The score as Verovio encodes it. */
  mei: Document;
  /** The score as Verovio plays it, repeats played out. */
  sounding: Sounding[];
}

/** Opens Verovio; the function reads a score. */
export async function verovio(): Promise<(musicXml: string) => Read> {
  const module = await createVerovioModule();
  enableLogToBuffer(true, module);
  enableLog(LOG_WARNING, module);
  const toolkit = new VerovioToolkit(module);
  return (musicXml) => {
    if (!toolkit.loadData(musicXml)) throw new Error(`Verovio does not read it: ${toolkit.getLog()}`);
    const mei = new JSDOM(toolkit.getMEI(), { contentType: 'application/xml' }).window.document;
    const sounding = soundingOf(Buffer.from(toolkit.renderToMIDI(), 'base64'));
    return { log: toolkit.getLog(), mei, sounding };
  };
}
