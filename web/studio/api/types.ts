/* Made by `npm run api` of openapi.json, the studio's own OpenAPI text. Do not edit. */

export interface paths {
    "/api/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models that the studio knows. */
        get: operations["listModels"];
        put?: never;
        /** Puts in a model: the body is its file, as lilt reads it, and name is what that is called. A file that cannot be read is refused and leaves nothing. */
        post: operations["addModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A model; its file is read if it was not. */
        get: operations["getModel"];
        put?: never;
        post?: never;
        /** Takes away a model that was put in. */
        delete: operations["removeModel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{model}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a model back that was taken away. */
        post: operations["restoreModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a beginning as it is typed. */
        post: operations["checkText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a plan against a model. */
        post: operations["checkPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All sessions, the newest first. */
        get: operations["listSessions"];
        put?: never;
        /** Makes a session. */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session and its tunes. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Deletes a session and all its tunes. */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        /** Renames a session. */
        patch: operations["renameSession"];
        trace?: never;
    };
    "/api/sessions/{session}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session as one file. */
        get: operations["exportSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}/abc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tunes of a session as one file of ABC, numbered from 1: all, those that are starred, or those whose ids stand in tunes with commas between. Key and tempo as of a tune's file. */
        get: operations["getSessionAbc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a session from such a file. */
        post: operations["importSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}/handout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page that shows tunes without the studio; tunes are ids with commas between, key is a tonic to show them in. */
        get: operations["getHandout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions, the tunes and effects of a session, and the models that were deleted and can be had back. */
        get: operations["listDeleted"];
        put?: never;
        post?: never;
        /** Deletes all of these for good. */
        delete: operations["emptyDeleted"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a deleted tune back, at the place where it was. */
        post: operations["restoreTune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a deleted session back with the tunes that it had. */
        post: operations["restoreSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events as they happen: of all runs and sessions, those under way told from their beginning; or, with a job, of that run from its beginning to its end. Closing the answer ends no run. */
        get: operations["follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}/tunes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a network write tunes. The run goes on by itself, after those of the session that were asked for before; /api/events tells what happens in it. A tune that the session has already is not made twice. */
        post: operations["writeTunes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}/given": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a network a tune of one's own to read. */
        post: operations["giveTune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A score in MusicXML, plain or compressed (.mxl), as ABC. */
        post: operations["readScore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a run is, or how it ended. */
        get: operations["getRun"];
        put?: never;
        post?: never;
        /** Ends a run. */
        delete: operations["cancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The effects of a session, the newest first, those under way as far as they are. */
        get: operations["listEffects"];
        put?: never;
        /** Has a plan's effect found over many seeds: each gives a tune of the network as it is and one under the plan, with the same random numbers. It goes on by itself; /api/events tells how far it is, DELETE of its job stops it. What the session has already is not found twice. */
        post: operations["beginEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects/{effect}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An effect, as far as it is. */
        get: operations["getEffect"];
        put?: never;
        post?: never;
        /** Deletes an effect; one that is under way is stopped. */
        delete: operations["deleteEffect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects/{effect}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A table of an effect in CSV, or its plan. */
        get: operations["exportEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects/{effect}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a deleted effect back. */
        post: operations["restoreEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tune whole; key moves it for this answer (G, Bb). */
        get: operations["getTune"];
        put?: never;
        post?: never;
        /** Deletes a tune. */
        delete: operations["deleteTune"];
        options?: never;
        head?: never;
        /** Renames or stars a tune, or chooses its key. */
        patch: operations["changeTune"];
        trace?: never;
    };
    "/api/tunes/{tune}/recording/posterior": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posterior at every step: float32, little endian, [T, V]; X-Lilt-Rows and X-Lilt-Columns. With a baseline, this less that over the steps that both have. */
        get: operations["getRecordedPosterior"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/recording/{site}/{layer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site of a layer at every step: float32, little endian, [T, H]; X-Lilt-Rows and X-Lilt-Columns. With a baseline, this less that over the steps that both have. */
        get: operations["getRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/posterior": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The likeliest tokens at every step, [T]. */
        get: operations["getLikeliestOfAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/posterior/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The likeliest tokens at one step. */
        get: operations["getLikeliest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/beside/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two tunes token by token. */
        get: operations["compareTunes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a tune; key moves it (G, Bb), tempo is as 110 or 3/8=110. Of midi and wav also how they sound. */
        get: operations["exportTune"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order of a layer's units; low and high are the band in steps, event what binding goes by. */
        get: operations["orderUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/spectra": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mean spectra of all layers. */
        get: operations["getSpectra"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/band": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The units that hold the most power in a band of low to high steps: over a fraction (above), or a share of each layer (top, frequency 0 left out). */
        get: operations["getBand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chosen units (3,5-9; all unless told otherwise) of a site at chosen steps (10-20): a table of their values, the same for NumPy, the plan that holds them at 0, or the command line that makes the table. */
        get: operations["exportValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/units/{layer}/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one unit. */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Units that are on over a range of steps and off at its edges, and where else they are on together: events named matches, each with all that was found so far. Closing the response ends the search. */
        post: operations["findMatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a measure token could stand in a tune. */
        get: operations["getPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the push did that made a tune; nothing where no push made it. */
        get: operations["getPush"];
        put?: never;
        /** Makes a tune again with the state of one layer, or of all, at one step taken from elsewhere in a measure: of the same tune, of another of the session under its header, or of one that is written for it. A tune of one's own is read again. */
        post: operations["pushClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/rewrite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a network write some of a tune again: events named offers, each with all that was found so far. Closing the response ends it. */
        post: operations["rewriteTune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/rewritten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps an offer as a tune of the session, which the network reads; the tune that it was made from stays. */
        post: operations["takeOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tunes/{tune}/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a tune outside a range: an instrument's, or from one note to another, as D-b. */
        get: operations["getOutsideRange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The instruments that have a range. */
        get: operations["listInstruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The studies on the shelf, the newest first, and the kinds that can be made. */
        get: operations["listStudies"];
        put?: never;
        /** Begins a study; how far it is is told among the studio's events. DELETE /jobs/{job} stops it. */
        post: operations["makeStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What became of a model's file that was put in. */
        AddedModel: {
            /** @description The model. */
            model: components["schemas"]["ModelSummary"];
            /** @description Whether the studio had the very same already, under the name that stands here. */
            isKnown: boolean;
        };
        /** @description The units that hold the most power in a band. */
        BandView: {
            /**
             * Format: double
             * @description The band's shortest period, steps.
             */
            low: number;
            /**
             * Format: double
             * @description Its longest.
             */
            high: number;
            /**
             * Format: double
             * @description The threshold; null where units are chosen by rank.
             */
            above: null | number;
            /**
             * Format: double
             * @description The share of a layer's units; null where a threshold chooses.
             */
            top: null | number;
            /** @description Every layer. */
            layers: components["schemas"]["LayerBandView"][];
            /** @description The command lines that find the same; null for a site that they do not analyse. */
            command: null | string;
        };
        /** @description A run was asked for; it may wait for those of its session before it. */
        BegunEvent: {
            /** @description Its name. */
            job: string;
            /** @description The session that keeps its tunes. */
            session: string;
            /** @description What it was asked with. */
            request: components["schemas"]["WriteRequest"];
        };
        /**
         * @description What units can be bound to.
         * @enum {unknown}
         */
        BoundEvent: "read" | "written";
        /** @description What the network gave a measure token at a place where one is due. */
        BoundaryView: {
            /**
             * Format: int32
             * @description From 0.
             */
            step: number;
            /**
             * Format: double
             * @description B of the tune as it was, nats; null where the probability is 0.
             */
            untouched: null | number;
            /**
             * Format: double
             * @description B of the same tokens read under the push.
             */
            pushed: null | number;
        };
        /** @description Asks whether a beginning can be read. */
        CheckRequest: {
            /** @description The model's id. */
            model: string;
            /** @description Tokens with blanks between or ABC; * is a drawn token. */
            text: string;
            /** @description The tonic that notes stand in where the text names no key, as `D` or `Bb`; null for the network's own. */
            key?: null | string;
        };
        /** @description What a beginning says. */
        CheckResult: {
            /** @description Its tokens; null for a drawn one. Empty where there are faults. */
            tokens: string[];
            /** @description What cannot be read, in the order of the text. */
            faults: components["schemas"]["FaultView"][];
            /** @description The tonic that the text is written in; null where it names none. */
            key: null | string;
            /** @description How it was read, where that is not as it stands: a sentence without its stop. */
            remark: null | string;
        };
        /** @description An effect that was deleted. */
        DeletedEffect: {
            /** @description What requests call it. */
            id: string;
            /** @description What its plan does, in words. */
            done: string;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            deleted: string;
        };
        /** @description A model that a page put in and took away. */
        DeletedModel: {
            /** @description What requests call it. */
            id: string;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            deleted: string;
        };
        /** @description A session that was deleted. */
        DeletedSession: {
            /** @description What requests call it. */
            id: string;
            /** @description What its owner called it. */
            name: string;
            /**
             * Format: int32
             * @description How many tunes come back with it.
             */
            tunes: number;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            deleted: string;
        };
        /** @description A tune that was deleted. */
        DeletedTune: {
            /** @description What requests call it. */
            id: string;
            /** @description What its owner called it. */
            name: string;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            deleted: string;
        };
        /** @description What was deleted and can be had back, that which was deleted last first. */
        DeletedView: {
            /** @description Sessions, each with its tunes. */
            sessions: components["schemas"]["DeletedSession"][];
            /** @description Tunes of the session that was asked for. */
            tunes: components["schemas"]["DeletedTune"][];
            /** @description Effects of that session. */
            effects: components["schemas"]["DeletedEffect"][];
            /** @description Models that a page put in. */
            models: components["schemas"]["DeletedModel"][];
        };
        /** @description A run is over. */
        DoneEvent: {
            /** @description The run. */
            job: string;
            /**
             * Format: int32
             * @description How many tunes it came to, those that the session had already among them.
             */
            tunes: number;
            /**
             * Format: double
             * @description How long it took.
             */
            seconds: number;
        };
        /** @description The place that a state was taken from. */
        DonorView: {
            /** @description Its tune's id. */
            tune: string;
            /** @description What the tune is called. */
            name: string;
            /** @description Whether it is the tune that was pushed. */
            isOwn: boolean;
            /**
             * Format: int32
             * @description From 0.
             */
            step: number;
            /**
             * Format: int32
             * @description The measure, from 1, as the tune's verdicts are numbered; null outside all.
             */
            measure: null | number;
            /**
             * Format: double
             * @description d, eighths.
             */
            distance: number;
        };
        /**
         * @description Which random numbers draw which token.
         * @enum {unknown}
         */
        DrawMode: "independent" | "stream" | "webapp";
        /** @description An effect was asked for, came further, or is over. */
        EffectEvent: {
            /** @description The effect as it is now. */
            effect: components["schemas"]["EffectView"];
        };
        /** @description One figure of tunes written with a plan and without it; null where it is not defined. */
        EffectFigureView: {
            /** @description Its name for scripts, as `countedMeasures`. */
            name: string;
            /** @description Its name for readers. */
            label: string;
            /** @description What it counts. */
            unit: components["schemas"]["FigureUnit"];
            /**
             * Format: double
             * @description On the tunes of the network as it is.
             */
            baseline: null | number;
            /**
             * Format: double
             * @description On those under the plan.
             */
            operated: null | number;
            /**
             * Format: double
             * @description Operated less baseline.
             */
            difference: null | number;
            /**
             * Format: double
             * @description The lower end of its 95 % interval over tunes.
             */
            low: null | number;
            /**
             * Format: double
             * @description The upper end.
             */
            high: null | number;
            /**
             * Format: int32
             * @description How many pairs have a say on either side.
             */
            tunes: number;
            /**
             * Format: int32
             * @description How many pairs add another number on the one side than on the other.
             */
            differing: number;
            /** @description What can be said of the difference. */
            verdict: components["schemas"]["EffectVerdict"];
        };
        /** @description Asks what a plan does over many seeds. */
        EffectRequest: {
            /** @description The model's id. */
            model: string;
            /** @description Operations, as docs/operations.md has them; a recording is named by a tune's id. */
            plan: components["schemas"]["JsonNode"];
            /**
             * Format: int32
             * @description How many seeds, 20 to 1000; each gives one tune of the network as it is and one under the plan.
             * @default 100
             */
            tunes?: number;
            /**
             * Format: double
             * @description 0.01 to 100.
             * @default 1
             */
            temperature?: number;
            /**
             * @description What they begin with: tokens or ABC, * for a drawn token.
             * @default
             */
            prime?: string;
            /**
             * Format: int32
             * @description A tune is cut when it holds one token more than this, 1 to 2000.
             * @default 1000
             */
            limit?: number;
            /** @description Which random numbers draw which token; no stream that tunes share. */
            generator?: components["schemas"]["DrawMode"];
            /**
             * Format: uint32
             * @description Of the first tune; tune n has seed + n.
             * @default 42
             */
            seed?: number;
        };
        /**
         * @description How far an effect is.
         * @enum {unknown}
         */
        EffectState: "underWay" | "done" | "stopped" | "failed";
        /**
         * @description What can be said of a difference between tunes written with and without something.
         * @enum {unknown}
         */
        EffectVerdict: "undetermined" | "more" | "less";
        /** @description What a plan does over many seeds: everything that makes it again, and what was found so far. */
        EffectView: {
            /** @description What requests call it. */
            id: string;
            /** @description The session that it belongs to. */
            session: string;
            /**
             * Format: date-time
             * @description When it was asked for, UTC.
             */
            created: string;
            state: components["schemas"]["EffectState"];
            /** @description The run that writes its tunes; null where none is under way. */
            job: null | string;
            /** @description Why it ended early, a sentence; else null. */
            problem: null | string;
            /** @description What the plan does, in the few words of a heading. */
            done: string;
            /** @description The model's id, and its hash. */
            model: string;
            modelHash: string;
            /** @description The plan as docs/operations.md has it. */
            plan: components["schemas"]["JsonNode"];
            planHash: string;
            /**
             * Format: uint32
             * @description Of the first tune; tune n has seed + n.
             */
            seed: number;
            /**
             * Format: int32
             * @description How many seeds were asked for.
             */
            tunes: number;
            /**
             * Format: int32
             * @description How many of them were written on both sides; the figures are of these.
             */
            made: number;
            /** Format: double */
            temperature: number;
            /** @description The tokens that the tunes begin with, blanks between, * for a drawn one. */
            prime: string;
            /**
             * Format: int32
             * @description A tune is cut when it holds one token more than this.
             */
            limit: number;
            /** @description Which random numbers drew which token. */
            generator: components["schemas"]["DrawMode"];
            /**
             * Format: double
             * @description The share of the tunes that the plan changed in any token; null where there are too few to say anything.
             */
            changed: null | number;
            /**
             * Format: double
             * @description Its 95 % interval (Wilson).
             */
            changedLow: null | number;
            /**
             * Format: double
             * @description The upper end.
             */
            changedHigh: null | number;
            /** @description The figures; empty where there are too few tunes to say anything. */
            figures: components["schemas"]["EffectFigureView"][];
            /**
             * Format: int32
             * @description How often sets of pairs were drawn for an interval.
             */
            draws: number;
            /**
             * Format: uint32
             * @description The seed of these draws.
             */
            drawsSeed: number;
            /** @description The program that found it. */
            version: string;
            /** @description The command line that makes it again, the plan lying beside it as plan.json. */
            command: string;
        };
        /** @description Another studio on the same data changed something there: what is shown is to be asked for again. */
        ElsewhereEvent: Record<string, never>;
        /** @description Why a run ended early. */
        FailedEvent: {
            /** @description The run. */
            job: string;
            /** @description A sentence: what happened, what to do. */
            problem: string;
            /**
             * @description Whether somebody stopped it.
             * @default false
             */
            isStopped?: boolean;
        };
        /** @description A place of a typed text that cannot be read. */
        FaultView: {
            /**
             * Format: int32
             * @description Where it begins in the text, from 0, in UTF-16 units.
             */
            from: number;
            /**
             * Format: int32
             * @description Where it ends.
             */
            to: number;
            /** @description What stands there. */
            token: string;
            /** @description What is wrong and what to do, a sentence. */
            message: string;
            /** @description Tokens of the model that may have been meant, the likeliest first. */
            nearest: string[];
        };
        /**
         * @description What a figure of an assessment counts.
         * @enum {unknown}
         */
        FigureUnit: "share" | "semitones" | "measures" | "notes" | "tokens" | "bits" | "distance";
        /** @description The events of the studio by name: each has as its data what stands here under its name. Who begins to listen is told of the runs under way from their beginning, then `here`, then what happens. */
        FollowEvents: {
            here: null | components["schemas"]["HereEvent"];
            begun: null | components["schemas"]["BegunEvent"];
            tokens: null | components["schemas"]["TokensEvent"];
            tune: null | components["schemas"]["TuneEvent"];
            gone: null | components["schemas"]["GoneEvent"];
            session: null | components["schemas"]["SessionEvent"];
            elsewhere: null | components["schemas"]["ElsewhereEvent"];
            effect: null | components["schemas"]["EffectEvent"];
            making: null | components["schemas"]["MakingView"];
            made: null | components["schemas"]["MadeEvent"];
            failed: null | components["schemas"]["FailedEvent"];
            done: null | components["schemas"]["DoneEvent"];
        };
        /** @description Gives a network a tune to read. */
        GivenRequest: {
            /** @description The model's id. */
            model: string;
            /** @description ABC, or the model's tokens with blanks between; the end token may be left out. */
            text: string;
            /** @description What the tune is called; null for its title. */
            name?: null | string;
            /** @description What is done to the network while it reads, as docs/operations.md has it; the tokens stay as they are given. Null for nothing. */
            plan?: unknown;
            /** @description The tune of this session to compare with, whose keys it then has, or null. */
            baseline?: null | string;
            /**
             * Format: int32
             * @description Which tune of a text that holds several in ABC, from 1; null where it holds one.
             */
            tune?: null | number;
        };
        /** @description A tune was deleted. */
        GoneEvent: {
            /** @description Whose it was. */
            session: string;
            /** @description Its id. */
            tune: string;
        };
        /** @description What one page needs to show tunes without the studio. */
        Handout: {
            /** @description Always `lilt-handout/1`. */
            schema: string;
            /** @description The session's name. */
            title: string;
            /** @description The program's. */
            version: string;
            /**
             * Format: date-time
             * @description When the page was made, UTC.
             */
            created: string;
            /** @description The tunes that were asked for, in that order. */
            tunes: components["schemas"]["HandoutTune"][];
        };
        /** @description A site of a layer as a heat map. */
        HandoutPicture: {
            /** @description h. */
            site: string;
            /**
             * Format: int32
             * @description From 1.
             */
            layer: number;
            /** @description [H rows, T columns]. */
            matrix: components["schemas"]["Matrix8"];
        };
        /** @description A tune of a page. */
        HandoutTune: {
            /** @description The tune. */
            tune: components["schemas"]["TuneView"];
            /**
             * Format: int32
             * @description The first step whose token differs from its baseline's, where that is on the page as well; null where none does or it is not.
             */
            firstDivergence: null | number;
            /** @description h of every layer. */
            pictures: components["schemas"]["HandoutPicture"][];
            /** @description What was done to the network, in words; empty for nothing. */
            sentences: string[];
        };
        /** @description All that went on before has been told. */
        HereEvent: {
            /** @description The runs under way; one that a page knows and that is not among them has ended. */
            jobs: string[];
        };
        /** @description An instrument and what it reaches. */
        InstrumentView: {
            /** @description As a request names it. */
            name: string;
            /** @description The same for a list. */
            title: string;
            /** @description Its lowest and highest note in ABC. */
            range: string;
        };
        JsonNode: unknown;
        /** @description A layer's units that hold the most power in a band. */
        LayerBandView: {
            /**
             * Format: int32
             * @description From 1.
             */
            layer: number;
            /** @description The largest fraction first. */
            units: components["schemas"]["UnitShare"][];
            /**
             * Format: double
             * @description Their share of the layer's units.
             */
            share: number;
        };
        /** @description A layer's mean spectrum. */
        LayerSpectrumView: {
            /**
             * Format: int32
             * @description From 1; 0 for the posterior.
             */
            layer: number;
            /** @description [F] The mean over units of |X|. */
            mean: number[];
            /** @description [F] Its standard error over the units of this one run. */
            sem: number[];
            /** @description Its peaks of at least 1 dB, by frequency. */
            peaks: components["schemas"]["PeakView"][];
        };
        /** @description A study stands on the shelf. */
        MadeEvent: {
            /** @description The run that made it. */
            job: string;
            /** @description The study. */
            study: components["schemas"]["ShelvedStudy"];
        };
        /** @description A study that is being made. */
        MakingView: {
            /** @description Its name among the runs, by which it is stopped. */
            job: string;
            /** @description Its kind. */
            kind: string;
            /** @description The model's id. */
            model: string;
            /**
             * Format: uint32
             * @description Of the studied tune.
             */
            seed: number;
            /**
             * Format: double
             * @description How much is done, 0 to 1.
             */
            share: number;
            /** @description What is being done. */
            stage: string;
        };
        /** @description A range of steps where units are on together. */
        MatchPlace: {
            /** @description The tune's id. */
            tune: string;
            /**
             * Format: int32
             * @description Its first step.
             */
            from: number;
            /**
             * Format: int32
             * @description The step after its last.
             */
            to: number;
            /**
             * Format: int32
             * @description How many of the units are on together somewhere in it, the most at one step.
             */
            units: number;
        };
        /** @description Asks which units are on over a range of steps and off at its edges, and where else they are on together. */
        MatchRequest: {
            /** @description h, c, i, f, g or o. */
            site: string;
            /**
             * Format: int32
             * @description From 1.
             */
            layer: number;
            /**
             * Format: int32
             * @description The first step of the range.
             */
            from: number;
            /**
             * Format: int32
             * @description The step after its last.
             */
            to: number;
            /**
             * Format: double
             * @description A unit is on where its value is over this.
             */
            above: number;
            /**
             * Format: double
             * @description If given, a unit is also on where its value is under this, all through the range.
             */
            below?: null | number;
            /**
             * @description Whether other tunes of the session are searched too.
             * @default true
             */
            session?: boolean;
        };
        /** @description The units of a range, and where else they are on together, as far as the search has come. */
        MatchView: {
            /** @description Ascending. */
            units: number[];
            /** @description The best first, at most 50. */
            places: components["schemas"]["MatchPlace"][];
            /**
             * Format: int32
             * @description How many tunes were searched, this one included.
             */
            searched: number;
            /**
             * Format: int32
             * @description How many tunes are still to be searched; 0 in the last event.
             */
            left: number;
            /**
             * Format: int32
             * @description How many tunes of the session cannot be searched: of another model, deleted meanwhile, or not to be made again.
             */
            skipped: number;
        };
        /** @description A matrix at 8 bits for a heat map: lowest + byte · (highest − lowest) / 254 for bytes 0 to 254, values outside clamped to the ends; 255 is a cell without a value. A signed scale has lowest = −highest, so that byte 127 is 0 exactly. */
        Matrix8: {
            /**
             * Format: int32
             * @description Rows.
             */
            rows: number;
            /**
             * Format: int32
             * @description Columns.
             */
            columns: number;
            /**
             * Format: double
             * @description The value of byte 0.
             */
            lowest: number;
            /**
             * Format: double
             * @description The value of byte 254.
             */
            highest: number;
            /**
             * Format: byte
             * @description Row by row, rows · columns of them; in JSON base64 (RFC 4648 §4, padded).
             */
            bytes: string;
            /** @description Where the full numbers stand in the study's folder, as `recording.npz: h[:, 0, :]`; null where nowhere else. */
            full: null | string;
        };
        /**
         * @description What a measure that is held against a meter is. Source: docs/definitions/counting.md.
         * @enum {unknown}
         */
        MeasureVerdict: "full" | "long" | "short" | "pickup" | "complement" | "split" | "empty";
        /**
         * @description How far the studio has come with a model's file.
         * @enum {unknown}
         */
        ModelState: "unread" | "reading" | "ready" | "failed";
        /** @description A model that the studio knows by name. Shape and hash are null until its file is read. */
        ModelSummary: {
            /** @description What requests call it; no path. */
            id: string;
            /** @description What a page calls it. */
            name: string;
            /** @description How far its file is read. */
            state: components["schemas"]["ModelState"];
            /** @description SHA-256 over shape, vocabulary and weights. */
            hash: null | string;
            /**
             * Format: int32
             * @description S.
             */
            layers: null | number;
            /**
             * Format: int32
             * @description H, a layer's units.
             */
            units: null | number;
            /**
             * Format: int32
             * @description V, the vocabulary's size.
             */
            tokens: null | number;
            /** @description Whether a page that is opened works with it. */
            isDefault: boolean;
            /** @description Why the file cannot be read, a sentence; else null. */
            problem: null | string;
            /**
             * @description Whether a page put it in, and can take it away again.
             * @default false
             */
            isAdded?: boolean;
            /** @description What of its vocabulary is not written out as music, a sentence or two; else null. */
            remark?: null | string;
        };
        /** @description A model that is read. */
        ModelView: {
            /** @description What requests call it; no path. */
            id: string;
            /** @description What a page calls it. */
            name: string;
            /** @description SHA-256 over shape, vocabulary and weights. */
            hash: string;
            /**
             * Format: int32
             * @description S.
             */
            layers: number;
            /**
             * Format: int32
             * @description H, a layer's units.
             */
            units: number;
            /**
             * Format: int32
             * @description V, the vocabulary's size.
             */
            tokens: number;
            /** @description Whether a page that is opened works with it. */
            isDefault: boolean;
            /** @description [V] The tokens as text, in index order. */
            vocabulary: string[];
            /** @description The vocabulary's own meters, in index order: `M:6/8`. */
            meters: string[];
            /** @description The vocabulary's own keys or modes, in index order: `K:Cdor`. */
            modes: string[];
            /** @description Its bars, in index order. */
            measureTokens: string[];
            /** @description Its single notes, rests apart, in index order. */
            pitchTokens: string[];
            /**
             * Format: int64
             * @description Learned weights and biases, the initial states apart.
             */
            parameters: number;
            /** @description What else its file says, by name. */
            facts: {
                [key: string]: string;
            };
            /** @description What of its vocabulary is not written out as music, a sentence or two; else null. */
            remark: null | string;
        };
        /** @description What of a measure stays. */
        NoteLock: {
            /**
             * Format: int32
             * @description From 1, as `lilt count` counts measures.
             */
            measure: number;
            /**
             * Format: int32
             * @description From 1: which of the measure's notes, a rest, a chord, a tuplet and a pair in broken rhythm counted as one each; null for all of them.
             */
            note?: null | number;
        };
        /** @description A note as it sounds, repeats played out; ties made one. */
        NoteView: {
            /**
             * Format: int32
             * @description The step whose token it is; −1 where none can be named.
             */
            step: number;
            /**
             * Format: double
             * @description When it begins, in whole notes from the start.
             */
            at: number;
            /**
             * Format: double
             * @description In whole notes.
             */
            length: number;
            /**
             * Format: int32
             * @description MIDI's note number, 60 for middle C.
             */
            pitch: number;
        };
        /** @description One way to write what was asked for. */
        OfferView: {
            /**
             * Format: int32
             * @description From 1.
             */
            number: number;
            /** @description The whole tune, the start token left out. */
            tokens: string[];
            /** @description The same in ABC. */
            abc: string;
            /**
             * Format: double
             * @description Its share of the candidates' weight, 0 to 1: how probable it is among them.
             */
            share: number;
            /**
             * Format: int32
             * @description How many notes of the written measures go over the range that was asked for: those that are locked.
             */
            outside: number;
            /** @description What was written. */
            passage: components["schemas"]["PassageView"];
        };
        /** @description A note outside a range. */
        OutsideNote: {
            /**
             * Format: int32
             * @description The step that writes it.
             */
            step: number;
            /**
             * Format: int32
             * @description Its measure, from 1.
             */
            measure: number;
            /** @description Whether it is under the lowest note; else it is over the highest. */
            isUnder: boolean;
        };
        /** @description Some measures of a tune, to be seen alone and heard in their place. */
        PassageView: {
            /** @description The measures as a tune of their own, under the tune's meter and key. */
            bars: components["schemas"]["StudyTune"];
            /** @description The steps of Bars that write a note which did not stand there before, ascending. */
            fresh: number[];
            /**
             * Format: int32
             * @description How many notes they have.
             */
            notes: number;
            /**
             * Format: int32
             * @description The step of the tune that writes their first token.
             */
            from: number;
            /**
             * Format: int32
             * @description The step after their last.
             */
            to: number;
            /**
             * Format: int32
             * @description The step from which they are heard: two measures before.
             */
            heardFrom: number;
            /**
             * Format: int32
             * @description The step up to which, itself left out: two measures after.
             */
            heardTo: number;
            /** @description What sounds of the whole tune, by onset. */
            played: components["schemas"]["NoteView"][];
        };
        /**
         * @description What stronger peaks leave of a peak.
         * @enum {unknown}
         */
        PeakStanding: "stands" | "unresolved" | "couldBeLeakage";
        /** @description A peak of a mean spectrum. */
        PeakView: {
            /**
             * Format: double
             * @description In steps; null for frequency 0.
             */
            period: null | number;
            /**
             * Format: double
             * @description The mean |X| there.
             */
            magnitude: number;
            /**
             * Format: double
             * @description dB over the higher of the two lowest points that part it from higher ground.
             */
            prominence: number;
            /** @description Whether leakage of stronger peaks could make it. */
            standing: components["schemas"]["PeakStanding"];
        };
        /** @description A step of a tune at which a measure token could be written: what was written before it is complete. */
        PlaceView: {
            /**
             * Format: int32
             * @description From 0.
             */
            step: number;
            /**
             * Format: int32
             * @description The measure that it stands in, from 1, as the tune's verdicts are numbered; null outside all.
             */
            measure: null | number;
            /**
             * Format: double
             * @description d, the duration of notes and rests since the last measure token, in eighths.
             */
            distance: number;
            /** @description Whether it lies before the bar of a full measure between two bars. */
            canBePushed: boolean;
        };
        /** @description Where a measure token could stand in a tune. */
        PlacesView: {
            /**
             * Format: double
             * @description M, a full measure's duration, in eighths; null in free meter.
             */
            full: null | number;
            /** @description Ascending by step. */
            places: components["schemas"]["PlaceView"][];
        };
        /** @description Asks whether a plan fits a model. */
        PlanCheckRequest: {
            /** @description The model's id. */
            model: string;
            plan: null | components["schemas"]["JsonNode"];
        };
        /** @description Problem details (RFC 9457) of a plan. */
        PlanProblem: {
            /** @description Always `about:blank`. */
            type: string;
            /** @description The status in words. */
            title: string;
            /**
             * Format: int32
             * @description HTTP's status.
             */
            status: number;
            /** @description A sentence: what happened, what to do. */
            detail: string;
            /**
             * Format: int32
             * @description Which operation of the plan it speaks of, from 0; left out where it speaks of none.
             */
            operation?: null | number;
        };
        /** @description A plan that fits a model. */
        PlanView: {
            /** @description Its one text: what has its default is left out. */
            plan: components["schemas"]["JsonNode"];
            /** @description SHA-256 of that text. */
            hash: string;
            /** @description What each operation does, in words. */
            sentences: string[];
        };
        /** @description The likeliest tokens at one step. */
        PosteriorView: {
            /**
             * Format: int32
             * @description From 0.
             */
            step: number;
            /** @description The ten likeliest, the likeliest first. */
            tokens: components["schemas"]["TokenChance"][];
            /** @description The token that was drawn, or given. */
            drawn: components["schemas"]["TokenChance"];
        };
        ProblemDetails: {
            type?: null | string;
            title?: null | string;
            /** Format: int32 */
            status?: null | number;
            detail?: null | string;
            instance?: null | string;
        };
        /** @description Asks to push the clock of a network while it writes a tune. */
        PushRequest: {
            /**
             * Format: int32
             * @description After which step of the tune, from 0: one of its places that can be pushed.
             */
            step: number;
            /**
             * Format: int32
             * @description Whose c and h are given, from 1; null for those of all layers.
             */
            layer?: null | number;
            /**
             * Format: int32
             * @description How much further on in its measure the place is that they are taken from, −4 to 4 eighths; 0 is a sham.
             * @default 2
             */
            by?: number;
        };
        /** @description What pushing the clock did to a tune: read again with its own tokens, and written on with the same random numbers. */
        PushView: {
            /** @description The tune whose clock was pushed. */
            tune: string;
            /** @description The layers that were given another state, from 1. */
            layers: number[];
            /**
             * Format: double
             * @description k, eighths: the donor's d less the target's.
             */
            by: number;
            /**
             * Format: int32
             * @description After which step.
             */
            step: number;
            /**
             * Format: int32
             * @description The measure of that step, from 1, as the tune's verdicts are numbered.
             */
            measure: null | number;
            /**
             * Format: double
             * @description d of that step, eighths.
             */
            distance: number;
            /**
             * Format: double
             * @description M, eighths.
             */
            full: number;
            /** @description Where the state was taken from. */
            donor: components["schemas"]["DonorView"];
            /** @description The tune's own bar. */
            own: components["schemas"]["BoundaryView"];
            moved: null | components["schemas"]["BoundaryView"];
            /** @description Whether the bar of the tune read again did as pushing all of the clock would have it: due where it is moved to, no longer at its own place where it was put back, still there after a sham. Null where that cannot be told. */
            isDue: null | boolean;
            /**
             * Format: double
             * @description How long the measure became in the tune that was written on, eighths; null where no bar ends it, or nothing was written.
             */
            length: null | number;
            /** @description Whether that is M − k; null where nothing was written. */
            came: null | boolean;
            /**
             * Format: int32
             * @description The first step of what follows.
             */
            from: number;
            /** @description The tune's own tokens from there on. */
            tokens: string[];
            /** @description B of the tune as it was at the same steps; null where the probability is 0. */
            untouched: (null | number)[];
            /** @description B of the same tokens read under the push at the same steps. */
            pushed: (null | number)[];
            /** @description The command line that reads the tune again under the push; the one that writes on is the pushed tune's own. */
            command: string;
        };
        /** @description What of a tune goes over a range. */
        RangeView: {
            /** @description The range in ABC, as it sounds. */
            range: string;
            /** @description The notes that lie outside, in the tune's order. */
            outside: components["schemas"]["OutsideNote"][];
            /**
             * Format: int32
             * @description How many notes the tune has.
             */
            notes: number;
        };
        /**
         * @description What is written of a tune again.
         * @enum {unknown}
         */
        RewriteKind: "bars" | "ending" | "otherEnding" | "continue" | "octaves";
        /** @description What a rewritten tune was made from: everything that makes it again, its model aside. */
        RewriteOrigin: {
            /** @description The tune that was written again; null where it is gone. */
            parent: null | string;
            /** @description That tune's tokens, blanks between. */
            of: string;
            /** @description What was asked for. */
            request: components["schemas"]["RewriteRequest"];
            /**
             * Format: int32
             * @description Which of its offers, from 1.
             */
            offer: number;
        };
        /** @description Asks a network to write some of a tune again. */
        RewriteRequest: {
            /** @description What of it. */
            kind: components["schemas"]["RewriteKind"];
            /**
             * Format: int32
             * @description The first measure that is written, from 1, as `lilt count` counts those with notes; of no matter for another ending and for octaves.
             * @default 1
             */
            from?: number;
            /**
             * Format: int32
             * @description The last one; for bars alone.
             * @default 1
             */
            to?: number;
            /**
             * Format: int32
             * @description How many measures the section has that an ending closes, 1 to 64.
             * @default 8
             */
            length?: number;
            /** @description What of the bars stays, up to 200. */
            locks?: null | components["schemas"]["NoteLock"][];
            /** @description The name of an instrument, or two notes in ABC, such as D-b; null for any notes. */
            range?: null | string;
            /**
             * Format: int32
             * @description How much higher than its tokens the tune is shown and played, −24 to 24: the range is of what sounds.
             * @default 0
             */
            semitones?: number;
            /**
             * Format: int32
             * @description How many different ways, 1 to 8.
             * @default 4
             */
            offers?: number;
            /**
             * Format: int32
             * @description Ways drawn of which the offers are taken, 1 to 1024; up to four times as many where few lead on well.
             * @default 256
             */
            candidates?: number;
            /**
             * Format: double
             * @description 0.01 to 100.
             * @default 1
             */
            temperature?: number;
            /**
             * Format: uint32
             * @description Of all random numbers.
             * @default 42
             */
            seed?: number;
        };
        /** @description What came of it so far: more candidates are drawn where few of them lead on well, and other offers may come of them. */
        RewriteView: {
            /** @description Different ways, in the order drawn; none where nothing was found. */
            offers: components["schemas"]["OfferView"][];
            /** @description What stands there now. */
            was: components["schemas"]["PassageView"];
            /**
             * Format: int32
             * @description How many candidates were drawn.
             */
            candidates: number;
            /**
             * Format: int32
             * @description How many of them filled the measures.
             */
            whole: number;
            /**
             * Format: double
             * @description The effective number of candidates, (Σw)²/Σw²: as many of equal weight would tell as much.
             */
            effective: number;
            /** @description Whether so few count that the offers are a poor draw. */
            isThin: boolean;
            /** @description What was done, in sentences. */
            said: string[];
            /**
             * Format: double
             * @description How long it took, reading and drawing.
             */
            seconds: number;
            /** @description Whether nothing more comes. */
            isLast: boolean;
        };
        /**
         * @description How far a run is.
         * @enum {unknown}
         */
        RunState: "underWay" | "done" | "failed";
        /** @description A run of a network. */
        RunView: {
            /** @description What requests call it. */
            job: string;
            /** @description The session that keeps its tunes. */
            session: string;
            /** @description How far it is. */
            state: components["schemas"]["RunState"];
            /** @description The ids of the tunes that it came to. */
            tunes: string[];
            /** @description Those of them that the session had already. */
            known: string[];
            /** @description Why it ended early, a sentence; else null. */
            problem: null | string;
        };
        /** @description A score in MusicXML as ABC. */
        ScoreText: {
            /** @description The tune. */
            abc: string;
            /** @description What of the score has no place there, a sentence each. */
            remarks: string[];
        };
        /** @description A session was made, renamed or deleted, or it or a tune of it was had back. */
        SessionEvent: {
            /** @description Its id. */
            session: string;
        };
        /** @description A session as one file. */
        SessionFile: {
            /** @description Always `lilt session 1`. */
            format: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            created: string;
            /** @description Its tunes, the oldest first. */
            tunes: components["schemas"]["StoredTune"][];
            /** @description Its effects that are over, the oldest first; null in files of programs that kept them out. */
            effects?: null | components["schemas"]["StoredEffect"][];
        };
        /** @description Makes or renames a session. */
        SessionName: {
            /** @description 1 to 200 characters, no control characters. */
            name: string;
        };
        /** @description A named set of tunes, without them. */
        SessionSummary: {
            /** @description What requests call it. */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            created: string;
            /**
             * Format: int32
             * @description How many tunes it holds.
             */
            tunes: number;
        };
        /** @description A named set of tunes. */
        SessionView: {
            /** @description What requests call it. */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description When, UTC.
             */
            created: string;
            /** @description Its tunes, the oldest first. */
            tunes: components["schemas"]["TuneSummary"][];
        };
        /** @description The shelf of studies. */
        ShelfView: {
            /** @description The folder that they stand in, as it was given; null where the studio was started without one. */
            folder: null | string;
            /** @description What can be made. */
            kinds: components["schemas"]["StudyKindView"][];
            /** @description The newest first. */
            studies: components["schemas"]["ShelvedStudy"][];
            /**
             * Format: int32
             * @description How many older ones are there that are not shown.
             */
            more: number;
            making: null | components["schemas"]["MakingView"];
            failed: null | components["schemas"]["FailedEvent"];
        };
        /** @description A study on the shelf. */
        ShelvedStudy: {
            /** @description Its folder's name. */
            id: string;
            /**
             * Format: date-time
             * @description When its numbers were written, UTC.
             */
            written: string;
            /** @description Why it cannot be read, a sentence; null where it can. Everything below is null where it cannot. */
            problem: null | string;
            /** @description Its page's address; null where it has none. */
            page?: null | string;
            /** @description The name of its kind. */
            kind?: null | string;
            title?: null | string;
            /** @description The sentence that answers its question; null where it answers none. */
            answer?: null | string;
            /** @description The model's name. */
            model?: null | string;
            /**
             * Format: uint32
             * @description The studied tune's seed.
             */
            seed?: null | number;
            /** @description The program's version that made it. */
            version?: null | string;
            /** @description The command line that makes it again. */
            command?: null | string;
        };
        /** @description The mean spectra of a tune's layers. */
        SpectraView: {
            /** @description h, c, i, f, g, o, or posterior. */
            site: string;
            /** @description The window. */
            window: components["schemas"]["WindowShape"];
            /**
             * Format: int32
             * @description T.
             */
            steps: number;
            /** @description [F] Cycles a step, ascending from 0 to ½; a period is 1/f steps. */
            frequencies: number[];
            /**
             * Format: double
             * @description The median steps from one measure token to the next; null with too few measures.
             */
            measureInterval: null | number;
            /** @description The band around that interval by which the study cuts, in steps; null without it. */
            band: null | number[];
            /** @description The layers, or the posterior as layer 0. */
            layers: components["schemas"]["LayerSpectrumView"][];
        };
        /** @description An effect in a session's file: what was asked for, and what each pair of tunes adds, of which its figures are made again. */
        StoredEffect: {
            /**
             * Format: date-time
             * @description When it was asked for, UTC.
             */
            created: string;
            /** @description Done or stopped: one that is under way, or failed, is in no file. */
            state: components["schemas"]["EffectState"];
            model: string;
            modelHash: string;
            /** @description The plan as docs/operations.md has it; a recording is named by a tune of the file. */
            plan: components["schemas"]["JsonNode"];
            /**
             * Format: uint32
             * @description Of the first tune; tune n has seed + n.
             */
            seed?: number;
            /**
             * Format: int32
             * @description How many seeds were asked for.
             */
            tunes: number;
            /** Format: double */
            temperature?: number;
            /** @description The tokens that the tunes begin with, blanks between, * for a drawn one. */
            prime: string;
            /** Format: int32 */
            limit?: number;
            generator?: components["schemas"]["DrawMode"];
            /**
             * Format: int32
             * @description How often sets of pairs were drawn for an interval.
             */
            draws: number;
            /**
             * Format: uint32
             * @description The seed of these draws.
             */
            drawsSeed: number;
            /** @description The program that found it. */
            version: string;
            /** @description A row a seed, in the order of the seeds: what follows the seed in the table by seed that the effect is exported as, commas between. */
            pairs: string[];
        };
        /** @description A tune in a session's file. */
        StoredTune: {
            /** @description Its name in this file, for string? StoredTune.Baseline and plans. */
            id: string;
            name: string;
            starred?: boolean;
            /** Format: date-time */
            created: string;
            kind: components["schemas"]["TuneKind"];
            model: string;
            modelHash: string;
            /**
             * Format: uint32
             * @description The seed of the run's first tune.
             */
            seed?: number;
            /**
             * Format: int32
             * @description Its place in its run, from 0.
             */
            index?: number;
            /** Format: double */
            temperature?: number;
            /** @description Tokens with blanks between, * for a drawn one. */
            prime: string;
            /** Format: int32 */
            limit?: number;
            /** @description Which random numbers drew which token. */
            generator?: components["schemas"]["DrawMode"];
            /**
             * Format: int64
             * @description How many tokens the tunes before it drew from the stream that it shares with them; null where it shares none.
             */
            drawn?: null | number;
            plan?: null | components["schemas"]["JsonNode"];
            baseline?: null | string;
            /**
             * Format: int32
             * @description By how many eighths the plan pushes the clock; null where it pushes none.
             */
            pushed?: null | number;
            /** @description The tonic that its owner chose to have it in; null for its own. */
            key?: null | string;
            /** @description The tonic that a person wrote it in; null for that of its tokens. */
            writtenIn?: null | string;
            rewritten?: null | components["schemas"]["RewriteOrigin"];
            /** @description [T], the start token left out. */
            tokens: string[];
            /** @description A given tune's own text in ABC, where it is ABC that was given; null in files of programs that did not keep it. */
            written?: null | string;
            cut?: boolean;
            /** @description [T] Bits; null where p is 0. */
            surprise: (null | number)[];
        };
        /** @description A kind of study that can be made. */
        StudyKindView: {
            /** @description Its name. */
            kind: string;
            /** @description What it is, a few words. */
            about: string;
        };
        /** @description One measure of a tune, as counting judges it. */
        StudyMeasure: {
            /**
             * Format: int32
             * @description The first step of its own tokens; its bars are not among them.
             */
            from: number;
            /**
             * Format: int32
             * @description The step after its last.
             */
            to: number;
            /** @description In whole notes, a reduced fraction: `7/8`. */
            duration: string;
            /** @description What it is. */
            verdict: components["schemas"]["MeasureVerdict"];
            /** @description Duration less the meter's measure, a reduced fraction; null where there is none. */
            difference: null | string;
            /** @description What was found in it, sentences. */
            findings: string[];
        };
        /** @description Asks for a study. */
        StudyRequest: {
            /** @description One of the kinds that can be made. */
            kind: string;
            /** @description The model's id. */
            model: string;
            /**
             * Format: uint32
             * @description Of the studied tune.
             * @default 42
             */
            seed?: number;
        };
        /** @description A tune that a network wrote or read, as a page shows it. T is its number of steps. */
        StudyTune: {
            /** @description What the page calls it. */
            name: string;
            /** @description [T], the texts of y_0 to y_{T−1}; the end token is the last unless the tune was cut. */
            tokens: string[];
            /** @description The whole tune in ABC, as a person wrote it where one gave it; empty where nothing in it can be read. */
            abc: string;
            /** @description [T], where each step's token stands in string StudyTune.Abc, in UTF-16 units; −1 for one with no text of its own. */
            offsets: number[];
            /** @description Whether the limit of tokens ended it. */
            cut: boolean;
            /** @description As ABC writes it: `4/4`. */
            meter: string;
            /** @description The meter's measure in whole notes: `3/4`. */
            measure: string;
            /** @description The verdicts, in the order of the tune; measures in free meter are left out. */
            measures: components["schemas"]["StudyMeasure"][];
            /**
             * Format: int32
             * @description Measures held against the meter.
             */
            total: number;
            /**
             * Format: int32
             * @description Those that count.
             */
            counted: number;
            /**
             * Format: int32
             * @description Those that count without split ones.
             */
            strictlyCounted: number;
            /** @description The steps at which a measure token is written, ascending. */
            measureSteps: number[];
        };
        /** @description Keeps an offer as a tune of the session. */
        TakeRequest: {
            /** @description What was asked for. */
            request: components["schemas"]["RewriteRequest"];
            /**
             * Format: int32
             * @description Which of its offers, from 1.
             */
            offer: number;
            /** @description What the tune is called; null for what was done. */
            name?: null | string;
        };
        /** @description Problem details (RFC 9457) of a typed text. */
        TextProblem: {
            /** @description Always `about:blank`. */
            type: string;
            /** @description The status in words. */
            title: string;
            /**
             * Format: int32
             * @description HTTP's status.
             */
            status: number;
            /** @description A sentence: what happened, what to do. */
            detail: string;
            /** @description What cannot be read, in the order of the text. */
            faults: components["schemas"]["FaultView"][];
            /** @description The titles of the tunes in the text, where it has to be said which of them is meant; else empty. */
            tunes: string[];
        };
        /** @description A token and its probability. */
        TokenChance: {
            /** @description The token. */
            token: string;
            /**
             * Format: double
             * @description From 0 to 1.
             */
            p: number;
            /**
             * Format: int32
             * @description 1 for the likeliest.
             */
            rank: number;
        };
        /**
         * @description What a token stands for.
         * @enum {unknown}
         */
        TokenKind: "unknown" | "start" | "end" | "meter" | "key" | "unit" | "measure" | "pitch" | "rest" | "duration" | "broken" | "tuplet" | "chordStart" | "chordEnd" | "tie";
        /** @description What a unit adds to a token's logit for each 1 of h, less the mean over all tokens. */
        TokenWeightView: {
            /** @description The token. */
            token: string;
            /**
             * Format: double
             * @description In logits.
             */
            weight: number;
        };
        /** @description Tokens of a tune that is being written. */
        TokensEvent: {
            /** @description The run. */
            job: string;
            /**
             * Format: int32
             * @description The tune's place in its run, from 0.
             */
            index: number;
            /**
             * Format: int32
             * @description The step of the first.
             */
            from: number;
            /** @description Their texts. */
            tokens: string[];
            /** @description What they sound in the key that was asked for; of what is no pitch the text. */
            names: string[];
        };
        /** @description Changes what a person says of a tune; what is null stays. */
        TuneChange: {
            /** @description 1 to 200 characters, no control characters. */
            name?: null | string;
            /** @description Whether it is starred. */
            starred?: null | boolean;
            /** @description The tonic to see and hear it in, as `D` or `Bb`; empty for its own. */
            key?: null | string;
        };
        /** @description Two tunes token by token: a step of one is the same step of the other, since runs share their random numbers draw by draw. */
        TuneComparison: {
            /**
             * Format: int32
             * @description The first step whose token differs, or at which one of them has ended; null where none does.
             */
            firstDivergence: null | number;
            /**
             * Format: double
             * @description The share of the steps from there to the longer one's end at which both have the same token, 0 to 1; null where they never differ.
             */
            agreement: null | number;
        };
        /** @description A tune is kept, or something about it was changed. */
        TuneEvent: {
            /** @description The run that came to it; null for none. */
            job: null | string;
            /** @description The tune. */
            tune: components["schemas"]["TuneSummary"];
            /** @description Whether the session had it already when a run came to it. */
            isKnown: boolean;
        };
        /**
         * @description Where a tune came from.
         * @enum {unknown}
         */
        TuneKind: "written" | "given" | "operated";
        /** @description One run of a network: everything that makes it again. */
        TuneSummary: {
            /** @description What requests call it. */
            id: string;
            /** @description The session that it belongs to. */
            session: string;
            /** @description What its owner calls it. */
            name: string;
            starred: boolean;
            /**
             * Format: date-time
             * @description When it was made, UTC.
             */
            created: string;
            kind: components["schemas"]["TuneKind"];
            /** @description The model's id, and its hash when the tune was made. */
            model: string;
            modelHash: string;
            /**
             * Format: uint32
             * @description The seed of the tune's own generator: the run's seed + int TuneSummary.Index, or of one stream the run's; null for a given tune.
             */
            seed: null | number;
            /**
             * Format: int32
             * @description Its place in its run, from 0.
             */
            index: number;
            /** Format: double */
            temperature: number;
            /** @description The tokens that it began with, blanks between, * for a drawn one; of a given tune all. */
            prime: string;
            /**
             * Format: int32
             * @description It was cut if it held one token more than this, the start token counted.
             */
            limit: number;
            /** @description Which random numbers drew which token. */
            generator: components["schemas"]["DrawMode"];
            /** @description Whether the limit ended it. */
            cut: boolean;
            /**
             * Format: int32
             * @description T.
             */
            steps: number;
            plan: null | components["schemas"]["JsonNode"];
            planHash: null | string;
            /** @description The tune that it is compared with, or null. */
            baseline: null | string;
            /** @description The tonic that its owner chose to see and hear it in, as `D` or `Bb`; null for its own. */
            key: null | string;
            /** @description The tonic that a person wrote it in, which then is its own; null for that of its tokens. */
            writtenIn: null | string;
            /**
             * Format: int32
             * @description By how many eighths its plan pushes the clock; null where it pushes none.
             */
            pushed: null | number;
            /** @description What was done to the network or to the tune, in the few words of a heading; null where nothing was. */
            done: null | string;
            rewritten: null | components["schemas"]["RewriteOrigin"];
            /** @description The command line that makes it again. */
            command: string;
        };
        /** @description A tune whole. */
        TuneView: {
            /** @description Its tokens, notation and verdicts: as in a study. */
            tune: components["schemas"]["StudyTune"];
            /** @description A person's own text in ABC, of which the notation and the notes are made; null where they are made of the tokens. */
            written: null | string;
            /** @description What of a person's own tune the network was not given, in a sentence or two; empty where it was given all. */
            unread: string;
            /** @description The tonic that its notation, notes and names stand in here; null where its tokens name none. */
            tonic: null | string;
            /** @description Its own: that which a person wrote it in, or that of its tokens; null where there is none. */
            ownTonic: null | string;
            /** @description Why it is not in the key that was asked for or chosen, a sentence; null where it is. */
            unmoved: null | string;
            /**
             * Format: int32
             * @description How far the key that it is shown in lies above that of its tokens, semitones.
             */
            semitones: number;
            /** @description What pitch tokens sound in the key that the tune is shown in, by token, where the name is another than the token: ♯ and ♭ behind the letter, octaves as ABC writes them. A table for each signature with its accidentals that comes up. */
            names: {
                [key: string]: string;
            }[];
            /** @description [T] Which of the tables of names holds for a token at each step. */
            namesAt: number[];
            /** @description [T] What the token at each step stands for. */
            kinds: components["schemas"]["TokenKind"][];
            /** @description [T] −log2 p of the token at each step, bits; null where p is 0. */
            surprise: (null | number)[];
            /**
             * Format: double
             * @description Its mean over the tokens whose p is not 0, bits; null where there are none.
             */
            meanSurprise: null | number;
            /**
             * Format: int32
             * @description How many of its tokens have p 0: the network held them for impossible.
             */
            heldImpossible: number;
            /**
             * Format: double
             * @description The median steps from one measure token to the next; null with too few measures.
             */
            measureInterval: null | number;
            /** @description What sounds, by onset. */
            notes: components["schemas"]["NoteView"][];
            /** @description Where its measures begin as it is played, whole notes from the start, and where the last ends. */
            bars: number[];
            /** @description What is played to its chord names, by onset; of no step. Empty where it has none. */
            accompaniment: components["schemas"]["NoteView"][];
            /**
             * Format: double
             * @description The speed that its text names, or the usual one in its meter; whole notes a minute.
             */
            wholeNotesPerMinute: number;
            /** @description What requests call it. */
            id: string;
            /** @description The session that it belongs to. */
            session: string;
            /** @description What its owner calls it. */
            name: string;
            starred: boolean;
            /**
             * Format: date-time
             * @description When it was made, UTC.
             */
            created: string;
            kind: components["schemas"]["TuneKind"];
            /** @description The model's id, and its hash when the tune was made. */
            model: string;
            modelHash: string;
            /**
             * Format: uint32
             * @description The seed of the tune's own generator: the run's seed + int TuneSummary.Index, or of one stream the run's; null for a given tune.
             */
            seed: null | number;
            /**
             * Format: int32
             * @description Its place in its run, from 0.
             */
            index: number;
            /** Format: double */
            temperature: number;
            /** @description The tokens that it began with, blanks between, * for a drawn one; of a given tune all. */
            prime: string;
            /**
             * Format: int32
             * @description It was cut if it held one token more than this, the start token counted.
             */
            limit: number;
            /** @description Which random numbers drew which token. */
            generator: components["schemas"]["DrawMode"];
            /** @description Whether the limit ended it. */
            cut: boolean;
            /**
             * Format: int32
             * @description T.
             */
            steps: number;
            plan: null | components["schemas"]["JsonNode"];
            planHash: null | string;
            /** @description The tune that it is compared with, or null. */
            baseline: null | string;
            /** @description The tonic that its owner chose to see and hear it in, as `D` or `Bb`; null for its own. */
            key: null | string;
            /** @description The tonic that a person wrote it in, which then is its own; null for that of its tokens. */
            writtenIn: null | string;
            /**
             * Format: int32
             * @description By how many eighths its plan pushes the clock; null where it pushes none.
             */
            pushed: null | number;
            /** @description What was done to the network or to the tune, in the few words of a heading; null where nothing was. */
            done: null | string;
            rewritten: null | components["schemas"]["RewriteOrigin"];
            /** @description The command line that makes it again. */
            command: string;
        };
        /** @description A unit around an event, on this tune alone: descriptive. */
        UnitEventView: {
            /** @description The event. */
            event: components["schemas"]["BoundEvent"];
            /** @description Steps from the event, ascending. */
            offsets: number[];
            /** @description The mean of the unit there. */
            mean: number[];
            /** @description Its standard error over the events; null where there is one. */
            sem: (null | number)[];
            /**
             * Format: int32
             * @description How many events.
             */
            n: number;
            /**
             * Format: double
             * @description The point-biserial correlation; null where the event is at every counted step or at none.
             */
            r: null | number;
        };
        /**
         * @description What units can be ordered by.
         * @enum {unknown}
         */
        UnitOrderKind: "index" | "peak" | "band" | "binding" | "similarity";
        /** @description An order of a layer's units. */
        UnitOrderView: {
            /** @description What it goes by. */
            by: components["schemas"]["UnitOrderKind"];
            /** @description [H] The units in that order. */
            units: number[];
            /** @description [H] What each unit of Units was ordered by: its period in steps, its fraction, its correlation; null where it has none. */
            key: (null | number)[];
        };
        /** @description A unit and its share of power in a band. */
        UnitShare: {
            /**
             * Format: int32
             * @description From 0.
             */
            unit: number;
            /**
             * Format: double
             * @description From 0 to 1.
             */
            fraction: number;
        };
        /** @description A unit's spectrum. */
        UnitSpectrumView: {
            /** @description The window. */
            window: components["schemas"]["WindowShape"];
            /** @description [F] Cycles a step, ascending from 0 to ½. */
            frequencies: number[];
            /** @description [F] |X|². */
            power: number[];
            /**
             * Format: double
             * @description The period of its largest bin, frequency 0 left out, steps; null for a silent unit.
             */
            peakPeriod: null | number;
        };
        /** @description Everything about one unit in one tune. */
        UnitView: {
            /** @description The unit's site: h, c, i, f, g or o. */
            site: string;
            /**
             * Format: int32
             * @description From 1.
             */
            layer: number;
            /**
             * Format: int32
             * @description From 0.
             */
            unit: number;
            /** @description [T] Its value at each step. */
            trace: number[];
            spectrum: null | components["schemas"]["UnitSpectrumView"];
            /** @description How it goes with measure tokens read and written. */
            events: components["schemas"]["UnitEventView"][];
            /** @description Tokens that it raises when positive; for h of the last layer, else null. */
            favours: null | components["schemas"]["TokenWeightView"][];
            /** @description Tokens that it lowers when positive; for h of the last layer, else null. */
            disfavours: null | components["schemas"]["TokenWeightView"][];
        };
        /**
         * @description The analysis windows. All are symmetric: the first and last values are equal.
         * @enum {unknown}
         */
        WindowShape: "hann" | "rectangular" | "hamming" | "blackman";
        /** @description Asks a network to write tunes. */
        WriteRequest: {
            /** @description The model's id. */
            model: string;
            /**
             * Format: int32
             * @description How many, 1 to 64.
             * @default 1
             */
            tunes?: number;
            /**
             * Format: double
             * @description 0.01 to 100.
             * @default 1
             */
            temperature?: number;
            /**
             * @description What they begin with: tokens or ABC, * for a drawn token.
             * @default
             */
            prime?: string;
            /**
             * Format: int32
             * @description A tune is cut when it holds one token more than this, 1 to 2000.
             * @default 1000
             */
            limit?: number;
            /** @description Which random numbers draw which token: every tune has its own, one stream runs through all of them, or as folkrnn.org's server draws. */
            generator?: components["schemas"]["DrawMode"];
            /** @description Operations, as docs/operations.md has them; a recording is named by a tune's id. */
            plan?: unknown;
            /** @description The tune of this session to compare with, or null. */
            baseline?: null | string;
            /** @description What the tunes are called; null for their seed. */
            name?: null | string;
            /** @description The tonic to see and hear them in, as `D` or `Bb`; null for the baseline's, or for that of the prime. */
            key?: null | string;
            /**
             * Format: uint32
             * @description Of the first tune; tune n has seed + n.
             * @default 42
             */
            seed?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSummary"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    addModel: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedModel"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removeModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    restoreModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    checkText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    checkPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCheckRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlanProblem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionSummary"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionName"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    renameSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionName"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFile"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSessionAbc: {
        parameters: {
            query?: {
                tunes?: string;
                starred?: boolean;
                key?: string;
                tempo?: string;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vnd.abc": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    importSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionFile"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getHandout: {
        parameters: {
            query: {
                tunes: string;
                form?: "html" | "json";
                key?: string;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handout"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listDeleted: {
        parameters: {
            query?: {
                session?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    emptyDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    restoreTune: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    restoreSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    follow: {
        parameters: {
            query?: {
                job?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["FollowEvents"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    writeTunes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    giveTune: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TextProblem"];
                };
            };
        };
    };
    readScore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreText"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listEffects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectView"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    beginEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EffectRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlanProblem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                effect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                effect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportEffect: {
        parameters: {
            query?: {
                format?: "figures" | "tunes" | "plan";
            };
            header?: never;
            path: {
                effect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    restoreEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                effect: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getTune: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteTune: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    changeTune: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TuneChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getRecordedPosterior: {
        parameters: {
            query?: {
                baseline?: string;
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getRecording: {
        parameters: {
            query?: {
                baseline?: string;
            };
            header?: never;
            path: {
                tune: string;
                site: string;
                layer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getLikeliestOfAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosteriorView"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getLikeliest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosteriorView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    compareTunes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneComparison"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportTune: {
        parameters: {
            query: {
                format: "abc" | "mid" | "wav" | "musicXml" | "npz" | "csv" | "plan" | "command";
                key?: string;
                tempo?: string;
                swing?: "jig" | "reel" | "hornpipe";
                instrument?: "plucked" | "whistle";
                chords?: boolean;
                metronome?: boolean;
                countIn?: boolean;
                byId?: boolean;
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    orderUnits: {
        parameters: {
            query?: {
                site?: string;
                layer?: number;
                by?: "index" | "peak" | "band" | "binding" | "similarity";
                low?: number;
                high?: number;
                event?: "read" | "written";
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOrderView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSpectra: {
        parameters: {
            query?: {
                site?: string;
                window?: "hann" | "rectangular" | "hamming" | "blackman";
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpectraView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getBand: {
        parameters: {
            query?: {
                site?: string;
                window?: "hann" | "rectangular" | "hamming" | "blackman";
                low?: number;
                high?: number;
                above?: number;
                top?: number;
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BandView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportValues: {
        parameters: {
            query?: {
                format?: "csv" | "npz" | "plan" | "command";
                site?: string;
                layer?: number;
                units?: string;
                steps?: string;
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getUnit: {
        parameters: {
            query?: {
                site?: string;
                window?: "hann" | "rectangular" | "hamming" | "blackman";
            };
            header?: never;
            path: {
                tune: string;
                layer: number;
                unit: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    findMatches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["MatchView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushView"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    pushClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    rewriteTune: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewriteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RewriteView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    takeOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TuneSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOutsideRange: {
        parameters: {
            query: {
                range: string;
                semitones?: number;
            };
            header?: never;
            path: {
                tune: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RangeView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listInstruments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentView"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listStudies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    makeStudy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MakingView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
}
