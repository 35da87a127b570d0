import type { StudyVerdict, VerdictKind } from '../figures/contract/study.ts';
import { make } from './element.ts';

const signs: Record<VerdictKind, string> = { supported: '✓', contradicted: '✗', undetermined: '?' };

/** A verdict as a word, with a sign of its own beside its colour. */
export const verdictWord = (verdict: VerdictKind): HTMLElement =>
  make('span', { class: `verdict ${verdict}` }, make('span', { 'aria-hidden': 'true' }, signs[verdict]), ` ${verdict}`);

/** Every claim on its own line: the verdict as a word, then the sentence with its numbers. */
export const verdictList = (verdicts: readonly StudyVerdict[]): HTMLElement =>
  make(
    'ul',
    { class: 'verdicts' },
    ...verdicts.map(({ verdict, sentence }) => make('li', {}, verdictWord(verdict), make('span', {}, sentence))),
  );
