/** What the server answers about the inside of a tune, under the names that the panes use; from the OpenAPI text. */
import type { components } from '../api/types.ts';

type Schemas = components['schemas'];

export type UnitOrder = Schemas['UnitOrderView'];
export type PeakStanding = Schemas['PeakStanding'];
export type Spectra = Schemas['SpectraView'];
export type LayerSpectrum = Schemas['LayerSpectrumView'];
export type BandUnits = Schemas['BandView'];
export type UnitAnswer = Schemas['UnitView'];
export type UnitEvent = Schemas['UnitEventView'];
export type CheckedPlan = Schemas['PlanView'];
