import type { Operation } from './operation.ts';
import { operationText } from './operation-text.ts';

/** What a change of a plan was, as undoing tells it, and which changes are one with it: those of a slider that moves. */
export function planChange(before: readonly Operation[], after: readonly Operation[]): { what: string; merge: string | null } {
  const verb = (operation: Operation | undefined): string => (operation === undefined ? 'operation' : operationText(operation).verb);
  const at = after.findIndex((operation, i) => JSON.stringify(operation) !== JSON.stringify(before[i]));
  if (after.length === 0) return { what: 'the plan cleared', merge: null };
  if (after.length === before.length + 1) return { what: `${verb(after[at])} put into the plan`, merge: null };
  if (after.length === before.length - 1)
    return {
      what: `${verb(before.find((operation, i) => JSON.stringify(operation) !== JSON.stringify(after[i])))} taken out of the plan`,
      merge: null,
    };
  const [old, now] = [before[at], after[at]];
  const slides =
    old?.op === 'stimulate' && now?.op === 'stimulate' && JSON.stringify({ ...old, weights: 0 }) === JSON.stringify({ ...now, weights: 0 });
  return { what: `${verb(now)} changed in the plan`, merge: slides && before.length === after.length ? `weights of ${at}` : null };
}
