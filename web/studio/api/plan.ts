/* Made by `npm run api` of plan.schema.json, the form that the program reads a plan in. Do not edit. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What is done to a network, in order: immutable data with one JSON text and one hash. */
        Plan: {
            operations: components["schemas"]["Operation"][];
        };
        Operation: components["schemas"]["Adjust"] | components["schemas"]["Bias"] | components["schemas"]["Excise"] | components["schemas"]["Forbid"] | components["schemas"]["Patch"] | components["schemas"]["Stimulate"];
        /** @description Sets, adds to or multiplies values of any site. */
        Adjust: {
            /** @enum {unknown} */
            op: "clamp" | "add" | "scale";
            site: string;
            units: components["schemas"]["Units"];
            value: number | number[];
            steps?: components["schemas"]["Steps"];
        };
        /** @description Adds to tokens' logits; minus infinity forbids a token. */
        Bias: {
            /** @enum {unknown} */
            op: "bias";
            tokens: {
                [key: string]: number | "-inf";
            };
            steps?: components["schemas"]["Steps"];
        };
        /** @description Units of a layer no longer show what they hold: h is replaced, at every step or at those that read given tokens; c runs on. */
        Excise: {
            /** @enum {unknown} */
            op: "excise";
            layer: number;
            units: components["schemas"]["Units"];
            reading?: string | string[];
            notReading?: string | string[];
            /** @enum {unknown} */
            fill?: "zero" | "mean" | "resample" | "freeze";
            edge?: components["schemas"]["Edge"];
            recording?: string;
            seed?: number;
            at?: number;
        };
        /** @description Tokens that are never drawn: their logits are minus infinity. */
        Forbid: {
            /** @enum {unknown} */
            op: "forbid";
            tokens: string | string[];
            steps?: components["schemas"]["Steps"];
        };
        /** @description Units of a site, or of several, take the values that they had in a recording, or those of an array: with one step and another tune's, an interchange. */
        Patch: {
            /** @enum {unknown} */
            op: "patch";
            site: string | string[];
            units: components["schemas"]["Units"];
            recording: string;
            steps?: components["schemas"]["Steps"];
            at?: number;
            edge?: components["schemas"]["Edge"];
            directions?: string;
        };
        /** @description The network reads two tokens at once: the one it would read, and another. */
        Stimulate: {
            /** @enum {unknown} */
            op: "stimulate";
            weights?: [
                number,
                number
            ];
            other?: string | string[];
            inTurn?: boolean;
            seed?: number;
            steps?: components["schemas"]["Steps"];
        };
        /**
         * @description Along which of its ways out a layer's c or h is changed.
         * @enum {unknown}
         */
        Edge: "both" | "up" | "recurrent";
        /** @description Steps from a first to a last, both included; −1 is the state before the first step. */
        Steps: [
            number,
            number | null
        ];
        /** @description Some units of a site, or all; for input, logits and posterior the units are tokens and may be given by their texts. */
        Units: "all" | number[] | string[];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Plan = components['schemas']['Plan'];
export type Operation = components['schemas']['Operation'];
export type Adjust = components['schemas']['Adjust'];
export type Bias = components['schemas']['Bias'];
export type Excise = components['schemas']['Excise'];
export type Forbid = components['schemas']['Forbid'];
export type Patch = components['schemas']['Patch'];
export type Stimulate = components['schemas']['Stimulate'];
export type Edge = components['schemas']['Edge'];
export type Steps = components['schemas']['Steps'];
export type Units = components['schemas']['Units'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
