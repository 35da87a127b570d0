import { expect, test } from 'vitest';
import type { Operation } from '../../studio/api/shapes.ts';
import { planChange } from '../../studio/network/plan-words.ts';

const cut: Operation = { op: 'excise', layer: 1, units: 'all' };
const forbid: Operation = { op: 'forbid', tokens: ['|'] };
const mixed = (own: number, steps?: [number, number]): Operation => ({
  op: 'stimulate',
  weights: [own, 1 - own],
  ...(steps === undefined ? {} : { steps }),
});

test('planChange_NamesWhatCameWentOrChanged', () => {
  expect(planChange([cut], [cut, forbid]).what).toBe('forbid put into the plan');
  expect(planChange([cut, forbid], [forbid]).what).toBe('excise taken out of the plan');
  expect(planChange([cut, forbid], []).what).toBe('the plan cleared');
  expect(planChange([cut], [{ ...cut, layer: 2 }]).what).toBe('excise changed in the plan');
});

test('planChange_ASliderThatMoves_IsOneChange', () => {
  const [first, second] = [planChange([cut, mixed(0.7)], [cut, mixed(0.6)]), planChange([cut, mixed(0.6)], [cut, mixed(0.5)])];
  expect(first.merge).not.toBeNull();
  expect(second.merge).toBe(first.merge);
  expect(planChange([cut, mixed(0.7)], [cut, mixed(0.7, [1, 2])]).merge).toBeNull();
  expect(planChange([mixed(0.7)], [mixed(0.6)]).merge).not.toBe(first.merge);
});
