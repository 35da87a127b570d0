/** What every key does, as the list at `?` shows it. */
export const keyTable: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['space'], does: 'play from the cursor, or pause' },
  { keys: ['w'], does: 'write with what stands in the bar; again for the next seed' },
  { keys: ['Esc'], does: 'stop writing, what waits as well; close what is open' },
  { keys: ['←', '→'], does: 'move the cursor a step; with shift, a measure' },
  { keys: ['b'], does: 'choose bars with the arrows, with shift more; Enter keeps them' },
  { keys: ['[', ']'], does: 'the layer before, the layer after' },
  { keys: ['+', '−', '0'], does: 'fewer steps in sight, more, all' },
  { keys: ['e'], does: 'excise the selection: put it into the plan' },
  { keys: ['r'], does: 'run the plan with the same random numbers' },
  { keys: ['c'], does: 'compare with the baseline, or stop comparing' },
  { keys: ['t'], does: 'hear the other of two compared tunes, or of an offer and what stood there' },
  { keys: ['ctrl z', 'ctrl shift z'], does: 'undo what was done last, do it again' },
  { keys: ['l'], does: 'loop the chosen bars or steps, or the whole tune' },
  { keys: ['m'], does: 'the metronome, on or off' },
  { keys: ['i'], does: 'the other instrument: plucked strings or a whistle' },
  { keys: ['p'], does: 'larger type for a projector, or the usual' },
  { keys: ['?'], does: 'this list' },
];

/** Whether a key undoes or does again; null for neither, and for one that belongs to a field that is typed in. */
export function undoing(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const { target } = event;
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('dialog, input, textarea, select') !== null))
    return null;
  const key = event.key.toLowerCase();
  if (key === 'y' && !event.shiftKey) return 'redo';
  return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : null;
}

/** Whether a key belongs to the field that has the focus, and not to the page. */
export function typing(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog') !== null) return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement)
    return (
      !['checkbox', 'button', 'range'].includes(target.type) ||
      (target.type === 'range' && event.key.startsWith('Arrow')) ||
      event.key === ' '
    );
  return (target instanceof HTMLButtonElement || target.tagName === 'SUMMARY') && (event.key === ' ' || event.key === 'Enter');
}
