/** Ascending units as text, runs of three or more with a dash: "3, 5–9, 12". */
export function unitsText(units: readonly number[], most = Infinity): string {
  const parts: string[] = [];
  for (let i = 0; i < units.length;) {
    let end = i;
    while (end + 1 < units.length && units[end + 1] === units[end]! + 1) end++;
    if (end - i >= 2) parts.push(`${units[i]}–${units[end]}`);
    else for (let k = i; k <= end; k++) parts.push(String(units[k]));
    i = end + 1;
  }
  return parts.length <= most ? parts.join(', ') : `${parts.slice(0, most).join(', ')}, …`;
}

/** What a person typed for units, and what is wrong with it. */
export type UnitsRead = { units: number[]; fault: null } | { units: null; fault: string };

/**
 * Reads units as a person types them: numbers and runs ("3, 5-9 12"), in any order.
 * @param count How many units there are.
 */
export function readUnits(text: string, count: number): UnitsRead {
  const found = new Set<number>();
  const parts = text
    .replaceAll(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return { units: null, fault: 'Name at least one unit: numbers and runs, as 3, 5–9.' };
  for (const part of parts) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (match === null) return { units: null, fault: `“${part}” is no unit: write numbers and runs, as 3, 5–9.` };
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    if (to < from) return { units: null, fault: `The run ${part} goes backwards: write ${to}–${from}.` };
    if (to >= count) return { units: null, fault: `There is no unit ${to}: the layer has ${count}, from 0 to ${count - 1}.` };
    for (let unit = from; unit <= to; unit++) found.add(unit);
  }
  return { units: [...found].sort((a, b) => a - b), fault: null };
}
