/**
 * The part of a training run's report that draws and plays: every tune that stands there as ABC text gets its staff notation and
 * a player. Without this script the report is read as text.
 */
import type { StudyTune } from '../figures/contract/study.ts';
import { player } from '../score/player.ts';
import { engrave } from '../score/score.ts';

const width = 720;

function asTune(name: string, abc: string): StudyTune {
  return {
    name,
    abc,
    tokens: [],
    offsets: [],
    cut: false,
    meter: '',
    measure: '',
    measures: [],
    total: 0,
    counted: 0,
    strictlyCounted: 0,
    measureSteps: [],
  };
}

/** Sets the notation and the player of one text before it, and folds the text away. */
function show(text: HTMLPreElement): void {
  const name = text.dataset.name ?? 'the tune';
  const place = document.createElement('div');
  place.className = 'heard';
  text.before(place);
  try {
    const score = engrave(place, asTune(name, text.textContent ?? ''), { width });
    if (score.events.length === 0) {
      place.remove();
      return;
    }
    score.element.before(player(score, name));
  } catch {
    // An untrained network's tokens need be no tune at all: then its text is what there is.
    place.remove();
    return;
  }
  const folded = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'ABC';
  text.before(folded);
  folded.append(summary, text);
}

/** One after another, so that the page can be read meanwhile. */
async function all(): Promise<void> {
  for (const text of document.querySelectorAll<HTMLPreElement>('pre.abc')) {
    show(text);
    await new Promise((resolve) => setTimeout(resolve));
  }
  document.documentElement.dataset.drawn = 'true';
}

void all();
