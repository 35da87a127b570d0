/** How much of a file is looked at. */
const looked = 2000;

/** Whether a file is a score in MusicXML: packed (.mxl), or XML with a score's root. */
export async function isScore(file: Blob): Promise<boolean> {
  const start = new TextDecoder().decode(await file.slice(0, looked).arrayBuffer());
  return start.startsWith('PK\u0003\u0004') || looksLikeScore(start);
}

/** Whether a text is a score in MusicXML. */
export const looksLikeScore = (text: string): boolean => /^\uFEFF?\s*</.test(text) && text.slice(0, looked).includes('<score-');
