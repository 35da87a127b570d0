import { together, type Panel, type Sheet } from './panels.ts';

/** Where one of several plots beside each other lies: what it keeps free on both sides. */
export interface Frame {
  marginLeft: number;
  marginRight: number;
  /** Whether it is the first of its row, which names what they share. */
  first: boolean;
  /** Pixels between the margins. */
  width: number;
}

/** How plots are set beside each other, in pixels. */
export interface Spacing {
  columns: number;
  /** Before the first. */
  left?: number;
  /** Between two, for an axis' numbers. */
  gap?: number;
  /** Behind the last. */
  right?: number;
}

/**
 * Plots of one height beside each other, in rows of so many.
 * @param plot draws one; it takes the frame's margins.
 */
export function smallMultiples<Item>(
  sheet: Sheet,
  items: readonly Item[],
  { columns, left = 46, gap = 46, right = 14 }: Spacing,
  plot: (item: Item, frame: Frame) => Element,
): Panel[] {
  const width = (sheet.width - left - right - gap * (columns - 1)) / columns;
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => items.slice(row * columns, (row + 1) * columns));
  return rows.map((row) => ({
    plot: together(
      row.map((item, column) => {
        const marginLeft = left + column * (width + gap);
        return plot(item, { marginLeft, marginRight: sheet.width - marginLeft - width, first: column === 0, width });
      }),
    ),
  }));
}
