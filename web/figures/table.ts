import type { Matrix8 } from './contract/study.ts';
import { matrixBytes, matrixValue } from './heat-map.ts';

/** The numbers behind a figure, as rows. */
export interface Table {
  /** For the file's name: lower case, words joined by dashes. */
  name: string;
  header: string[];
  readonly rows: (string | number | null)[][];
  /** Whether it is small and worth reading on the page itself. */
  shown?: boolean;
}

/** A table as CSV (RFC 4180), header first; an empty field is a value that is undefined. */
export function csv(table: Table): string {
  const field = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [table.header, ...table.rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

/** A heat map's numbers as they are shown, at 8 bits: one line a row of the matrix. */
export function matrixTable(
  name: string,
  matrix: Matrix8,
  rowName: string,
  rows: readonly (string | number)[],
  columns: readonly (string | number)[],
): Table {
  return {
    name,
    header: [rowName, ...columns.map(String)],
    // A quarter of a million numbers: worked out when someone asks for them.
    get rows() {
      const bytes = matrixBytes(matrix);
      return rows.map((row, y) => [
        row,
        ...columns.map((_, x) => {
          const value = matrixValue(matrix, bytes[y * matrix.columns + x]!);
          return value === null ? null : Number(value.toPrecision(4));
        }),
      ]);
    },
  };
}
