/** A finger that goes so far along the screen turns to the pane beside, in pixels; one that goes as far up or down scrolls. */
const turnsFrom = 56;
/** What a finger moves itself: pictures that are brushed, panned or zoomed, notation, fields, and what scrolls sideways. */
const own = 'canvas, svg, input, select, textarea, pre, dialog, .view, .aligned, .axis, .sheet, .tour';

/** Whether a finger that went so far turned a pane: 1 for the next, −1 for the one before, null for neither. */
export const turnOf = (across: number, down: number): 1 | -1 | null =>
  Math.abs(across) < turnsFrom || Math.abs(across) < 2 * Math.abs(down) ? null : across < 0 ? 1 : -1;

/** Has a finger that is drawn across an element turn to the pane beside. */
export function swipes(turn: (by: 1 | -1) => void): (element: HTMLElement) => () => void {
  return (element) => {
    let from: { id: number; x: number; y: number } | null = null;
    const down = (event: PointerEvent): void => {
      const free = event.pointerType === 'touch' && event.isPrimary && (event.target as Element).closest(own) === null;
      from = free ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
    };
    const up = (event: PointerEvent): void => {
      if (from?.id !== event.pointerId) return;
      const by = turnOf(event.clientX - from.x, event.clientY - from.y);
      from = null;
      if (by !== null) turn(by);
    };
    const lost = (): void => {
      from = null;
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', lost);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', lost);
    };
  };
}
