/** The operations of a plan under the names that the page uses, as the server reads them: units and steps count from 0, layers from 1. */
export type { Adjust, Bias, Edge, Excise, Operation, Patch, Plan, Steps, Stimulate, Units } from '../api/plan.ts';
