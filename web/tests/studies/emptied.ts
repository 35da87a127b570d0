import type { Part7Study } from './made.ts';

/** A study with as little in it as the contract lets: what may be empty is, and so is what may be null. The rest are its own numbers. */
export function emptied(full: Part7Study): Part7Study {
  const study = structuredClone(full);
  const f = study.figures;
  const headline = study.headline!;
  study.headline = { ...headline, disagreements: [], layers: headline.layers.map((layer) => ({ ...layer, beating: null })) };
  study.summary = [];
  study.files = [];
  for (const panel of [
    f.meanSpectra.panel,
    f.rectangularSpectra.panel,
    f.rectifiedSpectra.panel,
    f.recurrences.panel,
    f.posterior.families,
  ]) {
    panel.peaks = [];
    for (const curve of panel.curves) {
      curve.low = null;
      curve.high = null;
    }
  }
  f.meanSpectra.overTunes = null;
  f.meanSpectra.atMeasure = [];
  f.meanSpectra.strongest = [];
  f.excision.control = null;
  f.excision.conventions = [];
  f.excision.beating = f.excision.beating.map((of) => ({ ...of, units: null, amongCut: null, tested: 0 }));
  f.excision.cuts = f.excision.cuts.slice(0, 1).map((cut) => ({
    ...cut,
    firstDivergence: null,
    units: [],
    tune: { ...cut.tune, measures: [], measureSteps: [], total: 0, counted: 0, strictlyCounted: 0 },
  }));
  f.recurrences.phrases = [];
  f.recurrences.intervals = f.recurrences.intervals.slice(0, 1);
  f.posterior.onAndOff = [];
  f.boundUnits.units = f.boundUnits.units
    .slice(0, 1)
    .map((unit) => ({ ...unit, z: null, p: null, events: [], around: { ...unit.around, error: null } }));
  f.stimulation.runs = f.stimulation.runs.slice(0, 1).map((run) => ({ ...run, firstDivergence: null }));
  f.constantTokens.variants = [];
  f.softmaxAnatomy.vectors = [];
  for (const { rows } of f.windowTables.tables) for (const row of rows) row.article = null;
  return study;
}
