import { keyText, modeOf } from '../../score/key.ts';
import type { Check } from '../api/shapes.ts';

/** What the menus ask for. */
interface Asked {
  meter: string | null;
  mode: string | null;
  tonic: string | null;
}

/** What of the menus a typed beginning overrides, in sentences without their stops: its own meter and key hold. */
export function asideText({ tokens, key }: Pick<Check, 'tokens' | 'key'>, { meter, mode, tonic }: Asked): string[] {
  const heading = tokens.slice(0, 2).filter((token) => token !== null);
  const ownMeter = heading.find((token) => token.startsWith('M:'));
  const ownMode = heading.find((token) => token.startsWith('K:'));
  const says: string[] = [];
  if (ownMeter !== undefined && meter !== null && ownMeter !== meter)
    says.push(`The text’s meter ${ownMeter.slice(2)} holds, not the menu’s ${meter.slice(2)}`);
  if (ownMode === undefined) return says;
  const own = { tonic: key ?? 'C', mode: modeOf(ownMode) };
  const menu = { tonic: tonic ?? 'C', mode: mode === null ? null : modeOf(mode) };
  if ((menu.mode !== null && menu.mode !== own.mode) || (tonic !== null && own.tonic !== tonic))
    says.push(`The text’s key ${keyText(own)} holds, not the menu’s ${keyText(menu)}`);
  return says;
}
