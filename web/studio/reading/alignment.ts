/** Two runs token by token: a step of one is the same step of the other, since they share their random numbers draw by draw. */
export interface AlignedStep {
  step: number;
  here: string | null;
  there: string | null;
  same: boolean;
}

export function align(here: readonly string[], there: readonly string[]): AlignedStep[] {
  return Array.from({ length: Math.max(here.length, there.length) }, (_, step) => {
    const one = here[step] ?? null;
    const other = there[step] ?? null;
    return { step, here: one, there: other, same: one === other };
  });
}
