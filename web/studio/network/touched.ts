import type { ModelDetail } from '../api/shapes.ts';
import { counted } from './numbers.ts';
import type { Operation } from './operation.ts';

type Shape = Pick<ModelDetail, 'layers' | 'units'>;

/** The layers that an operation's sites or its own layer name, from 1. */
function layersOf(operation: Operation): number[] {
  if ('layer' in operation && typeof operation.layer === 'number') return [operation.layer];
  const sites = 'site' in operation ? [operation.site].flat() : [];
  return sites.flatMap((site) => /^L(\d+)\./.exec(site)?.slice(1, 2).map(Number) ?? []);
}

/** What a plan touches: how many of the network's units, each counted once; empty where it names none, or names them by a rule. */
export function touchedText(operations: readonly Operation[], model: Shape | null): string {
  if (model === null) return '';
  const touched = new Set<number>();
  for (const operation of operations) {
    const units = 'units' in operation ? operation.units : [];
    if (units !== 'all' && units.some((unit) => typeof unit !== 'number')) return '';
    const numbers = units === 'all' ? Array.from({ length: model.units }, (_, unit) => unit) : (units as number[]);
    for (const layer of layersOf(operation)) for (const unit of numbers) touched.add((layer - 1) * model.units + unit);
  }
  return touched.size === 0 ? '' : `on ${counted(touched.size, 'unit')}`;
}
