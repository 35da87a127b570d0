export type InstrumentName = 'plucked' | 'whistle';

/** What a tune can be played on. They stand apart from what makes them sound, which is fetched when it is wanted. */
export const instrumentNames: readonly InstrumentName[] = ['plucked', 'whistle'];
