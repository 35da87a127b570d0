/* Made by `npm run contract` of study.schema.json, the form that the program writes a study in. Do not edit. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Figure 3: how the values of h are distributed. */
        ActivationDensitiesFigure: {
            /** @description The layers, from 1. */
            layers: components["schemas"]["ActivationDensity"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A layer of figure 3. */
        ActivationDensity: {
            /** @description From 1. */
            layer: number;
            /** @description [100] The middles of the bins over [−1, 1], equal in width. */
            values: number[];
            /** @description [100] Probability density, one over the unit of h: it integrates to 1. 0 where a bin is empty. */
            density: number[];
            /** @description The share of values with |h| under 0.1, 0 to 1. */
            shareUnderTenth: number;
            /** @description The fourth standardised moment, 3 for a normal distribution. */
            kurtosis: number;
        };
        /** @description The mean of h around an event. */
        AroundEvent: {
            /** @description Steps from the event, ascending, from −9 to 9 where the tunes reach so far. */
            lags: number[];
            /** @description [lags] The mean of h there, over tunes. */
            mean: number[];
            /** @description [lags] Its standard error over tunes; null where it stands on one tune. */
            error: number[] | null;
        };
        /** @description The article's own row. */
        ArticleRow: {
            /** @description The main lobe's support, the shorter period first. */
            support: components["schemas"]["Period"][];
            /** @description Where the first sidelobes stand, periods in steps: one at frequency 0, else two, the shorter first. */
            sidelobes: number[];
        };
        /**
         * @description How a layer passes on that a bar was read.
         * @enum {unknown}
         */
        BarRoad: "remembered" | "told at once" | "its own";
        /** @description How many units of a layer beat with the measures, by test; beside them those that the cut by rank takes. */
        BeatingLayer: {
            /** @description From 1. */
            layer: number;
            /** @description How many pass; null where too few tunes are long enough to test any. */
            units: number | null;
            /** @description H. */
            unitsInLayer: number;
            /** @description How many move at all. */
            tested: number;
            /** @description How many of those that pass are cut; null where none were tested. */
            amongCut: number | null;
            /** @description The tunes that test; as many, or one more, select. */
            tunes: number;
        };
        /** @description Figure 13: what cutting says of the same layers. */
        BesideCutFigure: {
            /** @description As tokens name it. */
            meter: string;
            /** @description Tunes that every cut network read. */
            tunes: number;
            /** @description The most random sets a layer and way of cutting. */
            sets: number;
            /** @description The timing contrast of the uncut network, nats. */
            uncut: number;
            /** @description The layers, from 1. */
            layers: components["schemas"]["BesideCutLayer"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What cutting and interchanging say of one layer. */
        BesideCutLayer: {
            /** @description From 1. */
            layer: number;
            /** @description How many units were cut: a third of the layer, those with the most power at the measures' period. */
            units: number;
            /** @description The cut at the steps that read no bar. */
            between: components["schemas"]["CutContrast"];
            /** @description The cut at the steps that read one. */
            at: components["schemas"]["CutContrast"];
            /** @description What the first says of whether these units serve counting. */
            serves: components["schemas"]["VerdictKind"];
            /** @description What the second says of whether they relay the bar. */
            relays: components["schemas"]["VerdictKind"];
            /** @description What interchanging says of whether the layer keeps the count. */
            keeps: components["schemas"]["VerdictKind"];
            /** @description The share that the layer carries. */
            f: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
            /** @description Why the two differ, or that they do not. */
            why: string;
        };
        /**
         * @description What of a unit is bound to an event.
         * @enum {unknown}
         */
        BoundSignal: "h" | "|h|";
        /** @description A unit of figure 14. */
        BoundUnit: {
            /** @description From 1. */
            layer: number;
            /** @description From 0. */
            unit: number;
            /** @description Why it is shown. */
            chosenFor: components["schemas"]["BoundUnitChoice"];
            /** @description What of it is bound. */
            signal: components["schemas"]["BoundSignal"];
            /** @description The point-biserial correlation on this tune, descriptive, −1 to 1. */
            r: number;
            /** @description The pooled z over many tunes; null where no such tunes were made. */
            z: number | null;
            /** @description Its p, corrected for the layer's units; null where no such tunes were made. */
            p: number | null;
            /** @description Its share of power in the measures' band, frequency 0 left out. */
            bandFraction: number;
            /** @description [T] h. */
            trace: number[];
            /** @description The event-locked average of h. */
            around: components["schemas"]["AroundEvent"];
            /** @description The events of the tune, by step. */
            events: components["schemas"]["MarkedEvent"][];
            /** @description How many of `events` the unit marks. */
            hits: number;
        };
        /**
         * @description Why a unit is shown beside the transcription.
         * @enum {unknown}
         */
        BoundUnitChoice: "read" | "written" | "power";
        /** @description Figure 14: units against the transcription. */
        BoundUnitsFigure: {
            /** @description [T] The tokens written, as text. */
            tokens: string[];
            /** @description The steps at which a measure token is written, ascending. */
            measureSteps: number[];
            /** @description The units, by layer. */
            units: components["schemas"]["BoundUnit"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description Figure 7: measure tokens forbidden, does the count run on? */
        ByItselfFigure: {
            /** @description As tokens name it. */
            meter: string;
            /** @description M in eighths. */
            measure: number;
            /** @description How many times the network wrote on from a bar. */
            count: number;
            /** @description B, before measure tokens are forbidden, by the duration since the bar. */
            places: components["schemas"]["PlaceMean"][];
            /** @description How much B at M, 2M and 3M is over the highest of the half measure before, nats. */
            rises: components["schemas"]["RiseAtMeasure"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description The figures of the study of causes by name; null where one could not be made of this network. */
        CausesFigures: {
            /** @description Figure 1: the wiring. */
            wiring: components["schemas"]["WiringFigure"];
            /** @description Figure 2: the count. */
            count: components["schemas"]["CountFigure"];
            /** @description Figure 3: the swap. */
            swap: components["schemas"]["SwapFigure"];
            /** @description Figure 4: the map. */
            map: components["schemas"]["MapFigure"];
            /** @description Figure 5: what sets it. */
            sets: components["schemas"]["SetsFigure"];
            /** @description Figure 6: what it moves. */
            moves: components["schemas"]["MovesFigure"];
            /** @description Figure 7: by itself. */
            byItself: components["schemas"]["ByItselfFigure"];
            /** @description Figure 8: the clock face. */
            clockFace: components["schemas"]["ClockFaceFigure"] | null;
            /** @description Figure 9: units. */
            units: components["schemas"]["UnitsFigure"] | null;
            /** @description Figure 10: heard. */
            heard: components["schemas"]["HeardFigure"] | null;
            /** @description Figure 11: the section's count. */
            section: components["schemas"]["SectionFigure"] | null;
            /** @description Figure 12: networks of known answer. */
            knownAnswers: components["schemas"]["KnownAnswersFigure"] | null;
            /** @description Figure 13: beside the cut. */
            besideCut: components["schemas"]["BesideCutFigure"] | null;
            /** @description Directions, and where they deceive. */
            subspace: components["schemas"]["SubspaceFigure"] | null;
        };
        /** @description Figure 8: the states on the first two axes in which they differ by how far the measure has gone. */
        ClockFaceFigure: {
            /** @description As tokens name it. */
            meter: string;
            /** @description M in eighths. */
            measure: number;
            /** @description Which layer's c and h, from 1. */
            layer: number;
            /** @description The share of the class means' variance on each axis. */
            explained: number[];
            /** @description The mean of each class of places, by how far they are. */
            means: components["schemas"]["ClockPlace"][];
            /** @description Places of the tunes that had no part in the axes. */
            places: components["schemas"]["ClockPlace"][];
            /** @description A tune that had no part in them. */
            tune: components["schemas"]["StudyTune"];
            /** @description Where the tune's steps are. */
            path: components["schemas"]["ClockStep"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A state on the clock face. */
        ClockPlace: {
            /** @description d, in eighths. */
            eighths: number;
            /** @description On the first axis. */
            x: number;
            /** @description On the second. */
            y: number;
        };
        /** @description A step of a tune on the clock face. */
        ClockStep: {
            /** @description From 0. */
            step: number;
            /** @description d, in eighths; null at a step that is no open place. */
            eighths: number | null;
            /** @description On the first axis. */
            x: number;
            /** @description On the second. */
            y: number;
        };
        /** @description Figure 16: the same body under other meters and modes. */
        ConstantTokensFigure: {
            /** @description The tune's own body under each other meter and mode of the vocabulary. */
            variants: components["schemas"]["HeaderVariant"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What cutting a layer did to what the network writes on its own. */
        ControlClosedLayer: {
            /** @description From 1. */
            layer: number;
            /** @description T: the change that cutting the target makes, in the measure's unit. */
            target: number;
            /** @description Its 95 % interval over tunes. */
            targetInterval: [
                number,
                number
            ];
            /** @description R: the same of each random set. */
            random: number[];
            /** @description The 95 % interval of T − mean R. */
            difference: [
                number,
                number
            ];
            /** @description The mean of R; null where there are no random sets. */
            randomMean: number | null;
        };
        /** @description One measure of what the networks write on their own. */
        ControlClosedMeasure: {
            /** @description `strictly counted share`, `measures a tune`, `cut tunes`. */
            name: string;
            /** @description The unit of its numbers: share, measures, tunes. */
            unit: string;
            /** @description The uncut network's own value. */
            baseline: number;
            /** @description Which way is harm: less where a fall is harmful, more where a rise is; null where neither. */
            harm: components["schemas"]["ControlHarm"] | null;
            /** @description In the order of the targets. */
            layers: components["schemas"]["ControlClosedLayer"][];
        };
        /**
         * @description Which way of changing is harm.
         * @enum {unknown}
         */
        ControlHarm: "less" | "more";
        /** @description The layers that were cut, interchanged instead: whose memory carries the count from bar to bar. */
        ControlInterchange: {
            /** @description As tokens name it; null where nothing could be interchanged. */
            meter: string | null;
            /** @description Between how many pairs of places, two eighths apart in their measures. */
            pairs: number;
            /** @description In how many tunes the targets are. */
            tunes: number;
            /** @description The layers; empty where nothing could be interchanged. */
            layers: components["schemas"]["InterchangedLayer"][];
            /** @description What it says, or why there is nothing to say, in a sentence. */
            here: string;
            /** @description Where it stands how this is done, and what it can and cannot tell. */
            page: string;
        };
        /** @description How well a layer's random sets match its target. */
        ControlMatching: {
            /** @description From 1. */
            layer: number;
            /** @description The mean share of the target's units that a random set holds, 0 to 1. */
            overlap: number;
            /** @description The mean strength of the target's units. */
            targetStrength: number;
            /** @description That of the random sets' units. */
            randomStrength: number;
            /** @description Units in the smallest bin that random sets are drawn from. */
            smallestBin: number;
            /** @description Where target and random sets are not alike, sentences. */
            warnings: string[];
        };
        /**
         * @description What a random set has in common with the target besides its size.
         * @enum {unknown}
         */
        ControlNull: "matched" | "uniform";
        /** @description One way of cutting: "between bars", "at bars" or "all steps". */
        ControlTiming: {
            /** @description The steps at which units are cut. */
            cut: components["schemas"]["CutSteps"];
            /** @description In the order of the targets. */
            layers: components["schemas"]["ControlTimingLayer"][];
        };
        /** @description What cutting a layer at some steps did to the timing contrast, beside random sets. */
        ControlTimingLayer: {
            /** @description From 1. */
            layer: number;
            /** @description T: the change of the timing contrast that cutting the target makes, nats. */
            target: number;
            /** @description Its interval over tunes; the intervals of all layers hold together at 95 %. */
            targetInterval: [
                number,
                number
            ];
            /** @description R: the same of the random sets, as many as were run. */
            random: number[];
            /** @description The interval of T − mean R, simultaneous over the layers as well. */
            difference: [
                number,
                number
            ];
            /** @description (mean R − T)/|mean R|: how much more harm than random sets do, 0 is as much; null where random sets do none. */
            effect: number | null;
            /** @description Its interval, simultaneous over the layers. */
            effectInterval: [
                number,
                number
            ] | null;
            /** @description T of the damage to other tokens, nats a token, given that no measure token comes. */
            damage: number;
            /** @description R of the same. */
            damageRandom: number[];
            /** @description What of the contrast's change the damage does not explain, nats; the target's rank is taken on it. */
            residual: number;
            /** @description The same of the random sets. */
            residualRandom: number[];
            /** @description One-sided, from the rank among the random sets; null where none was taken. */
            p: number | null;
            /** @description The same after Holm, over all that is tested together. */
            holm: number | null;
            /** @description Whether it stopped early: as many sets as needed were already at least as low. */
            stopped: boolean;
            /** @description The share of random sets that lose nearly all of the contrast, 0 to 1. */
            saturated: number;
            /** @description The mean of R; null where there are no random sets. */
            randomMean: number | null;
            /** @description The least and the greatest R; null where there are no random sets. */
            randomRange: [
                number,
                number
            ] | null;
            /** @description The mean of the damage's R; null where there are no random sets. */
            damageRandomMean: number | null;
        };
        /** @description A mean of B over natural places that are equally far and have equally many tokens since the bar. */
        CountCell: {
            /** @description d, in eighths. */
            eighths: number;
            /** @description n. */
            tokens: number;
            /** @description The mean of log Σ p(measure tokens), nats. */
            b: number;
            /** @description The low end of its interval over tunes; null where it can't be told. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
            /** @description How many. */
            places: number;
        };
        /**
         * @description In what form the count is kept, as far as a state from another meter tells.
         * @enum {unknown}
         */
        CountDirection: "undetermined" | "down" | "up" | "share";
        /** @description Figure 2: what is counted. */
        CountFigure: {
            /** @description B on natural measures, a meter each. */
            meters: components["schemas"]["CountMeter"][];
            /** @description All layers interchanged with places that differ in one thing alone. */
            matched: components["schemas"]["MatchedCount"][];
            /** @description States put into tunes of another meter. */
            crossings: components["schemas"]["CrossedMeter"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description B on the natural measures of one meter. */
        CountMeter: {
            /** @description As tokens name it. */
            meter: string;
            /** @description M in eighths. */
            measure: number;
            /** @description Tunes with enough full inner measures. */
            tunes: number;
            /** @description Tunes altogether. */
            written: number;
            /** @description Measures that are full and inner. */
            fullMeasures: number;
            /** @description Measures altogether, empty ones left out. */
            measures: number;
            /** @description Means by duration and tokens since the bar. */
            cells: components["schemas"]["CountCell"][];
        };
        /**
         * @description What a network counts from bar to bar.
         * @enum {unknown}
         */
        CountedThing: "undetermined" | "durations" | "tokens";
        /** @description States from a tune in one meter put into tunes of another. */
        CrossedMeter: {
            /** @description The states' meter. */
            donorMeter: string;
            /** @description How far they are in their measures. */
            donorEighths: number;
            /** @description The tunes' meter. */
            targetMeter: string;
            /** @description How far these are. */
            targetEighths: number;
            /** @description What was put in: `2`, `all`. */
            layers: string;
            /** @description Where the bar is due if what has gone is kept, in eighths; null beyond the own bar. */
            gone: number | null;
            /** @description Where it is due if what is to go is kept. */
            toGo: number | null;
            /** @description Where it is due if the share of the measure is kept. */
            share: number | null;
            /** @description How many interchanges. */
            pairs: number;
            /** @description The share of them in which the bar is first likelier than not where what has gone says, or nowhere if that says so; null where there is no pair. */
            agreesGone: number | null;
            /** @description The same for what is to go. */
            agreesToGo: number | null;
            /** @description The same for the share. */
            agreesShare: number | null;
            /** @description B at the places after it. */
            curve: components["schemas"]["PlaceMean"][];
        };
        /** @description A mean spectrum at the measure frequency, over tunes. */
        CurveAtMeasure: {
            /** @description The curve. */
            curve: string;
            /** @description How far it lies over its neighbours in frequency, mean over tunes. */
            ratioDecibels: number;
            /** @description How many. */
            tunes: number;
            /** @description One-sided, of a mean no larger than LeastDecibels. */
            p: number;
            /** @description P after Holm over the curves. */
            holm: number;
        };
        /** @description The band's half height in dB at frequency 0, and its median elsewhere. */
        CurveSem: {
            /** @description The curve's name. */
            curve: string;
            /** @description The band's half height at frequency 0, dB. */
            atZero: number;
            /** @description Its median elsewhere, dB. */
            elsewhere: number;
        };
        /** @description The correlation of two curves' dB over the frequencies. */
        CurveSimilarity: {
            /** @description A curve's name. */
            one: string;
            /** @description Another's. */
            other: string;
            /** @description Pearson's correlation of their dB over the frequencies, −1 to 1. */
            correlation: number;
        };
        /** @description The timing contrast of a network with units cut at some steps. */
        CutContrast: {
            /** @description Without the units, nats. */
            cut: number;
            /** @description The low end of its interval over tunes, the uncut network's contrast taken as it is. */
            low: number;
            /** @description The high end. */
            high: number;
            /** @description Without as many random units, nats, a set each. */
            random: number[];
            /** @description The mean of the random sets. */
            randomMean: number;
        };
        /**
         * @description At which steps a set of units is cut.
         * @enum {unknown}
         */
        CutSteps: "between bars" | "at bars" | "all steps";
        /**
         * @description Which random numbers draw which token.
         * @enum {unknown}
         */
        DrawMode: "independent" | "stream" | "webapp";
        /** @description What a set of layers carries when the interchange is made so far in the measure. */
        EarlyRow: {
            /** @description As tokens name it. */
            meter: string;
            /** @description `2`, `1+2`. */
            layers: string;
            /** @description Where the targets are, in eighths. */
            eighths: number;
            /** @description How many interchanges. */
            pairs: number;
            /** @description The share; null where all layers move nothing. */
            f: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
        };
        /** @description A layer's mean amplitude at the measure frequency, step by step. */
        EnvelopeLayer: {
            /** @description From 1. */
            layer: number;
            /** @description [T] The layer's mean amplitude at each step, in units of h. */
            amplitude: number[];
        };
        /** @description A cut network's tune. */
        Excision: {
            /** @description From 1. */
            layer: number;
            /** @description Which units, in words. */
            selection: string;
            /** @description The units, ascending. */
            units: number[];
            /** @description H. */
            unitsInLayer: number;
            /** @description The tune that the network wrote without them. */
            tune: components["schemas"]["StudyTune"];
            /** @description The first step whose token is not the studied tune's; null when none differs. */
            firstDivergence: number | null;
            /** @description The plan's hash. */
            plan: string;
            /** @description The plan's file in the study's folder. */
            planFile: string;
        };
        /** @description The control of figure 6. */
        ExcisionControl: {
            /** @description Tunes of the open loop. */
            tunes: number;
            /** @description Tunes of the closed loop. */
            closedTunes: number;
            /** @description The most random sets a layer and way of cutting. */
            sets: number;
            /** @description Random sets a layer of the closed loop, and of the cut at all steps. */
            closedSets: number;
            /** @description What random sets have in common with the target besides their size. */
            null: components["schemas"]["ControlNull"];
            /** @description The command line that makes it. */
            command: string;
            /** @description The uncut network's timing contrast, nats. */
            contrast: number;
            /** @description Its 95 % interval over tunes. */
            contrastInterval: [
                number,
                number
            ];
            /** @description The uncut network's strictly counted share. */
            counted: number;
            /** @description Boundaries that the contrast is a mean over. */
            boundaries: number;
            /** @description Probabilities that were taken as the smallest normal float32. */
            floored: number;
            /** @description The open loop: every network reads the uncut one's tunes. The cut at all steps is described, without a verdict. */
            cuts: components["schemas"]["ControlTiming"][];
            /** @description The closed loop: every network writes on its own, cut at all steps. */
            closed: components["schemas"]["ControlClosedMeasure"][];
            /** @description How alike target and random sets are, by layer. */
            matching: components["schemas"]["ControlMatching"][];
            /** @description What interchange says of the same layers; null in a study that did not ask. */
            interchange: components["schemas"]["ControlInterchange"] | null;
        };
        /** @description Figure 6: units with power at the measure period cut out, with the same random numbers. */
        ExcisionFigure: {
            /** @description The band of periods in steps, its shortest and its longest. */
            band: [
                number,
                number
            ];
            /** @description The tune's own median measure interval, in steps. */
            measureInterval: number;
            /** @description The studied tune. */
            baseline: components["schemas"]["StudyTune"];
            /** @description First what cutting each layer by rank made, then any others. */
            cuts: components["schemas"]["Excision"][];
            /** @description What the threshold takes in layer 1 under each convention. */
            conventions: components["schemas"]["ThresholdShare"][];
            /** @description How many units of each layer beat with the measures, by test. */
            beating: components["schemas"]["BeatingLayer"][];
            /** @description The control beside the cuts; null where it was left out. */
            control: components["schemas"]["ExcisionControl"] | null;
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A figure that a study could have and has not. */
        FigureLeftOut: {
            /** @description Its name among the figures. */
            figure: string;
            /** @description Why it was not made, in words that can stand after a colon. */
            why: string;
        };
        /** @description The same body under another header token. */
        HeaderVariant: {
            /** @description The token set in: `M:6/8`. */
            token: string;
            /** @description The token that it replaced. */
            instead: string;
            /** @description The layers, from 1. */
            layers: components["schemas"]["ShiftLayer"][];
        };
        /** @description Figure 10: a tune, and the same with its clock pushed on in one step. */
        HeardFigure: {
            /** @description Whose c and h were pushed on, from 1. */
            layer: number;
            /** @description After which step, from 0. */
            step: number;
            /** @description In which measure, from 1, the pickup not counted. */
            measure: number;
            /** @description How far, in eighths. */
            dose: number;
            /** @description The first step whose token differs, from 0; null where none does. */
            firstDivergence: number | null;
            /** @description The tune. */
            tune: components["schemas"]["StudyTune"];
            /** @description The tune that the same random numbers draw when the clock is pushed on. */
            pushed: components["schemas"]["StudyTune"];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A layer of figure 2. */
        HiddenLayer: {
            /** @description From 1. */
            layer: number;
            /** @description [T rows, H columns] h, from −highest to highest; the highest is the same in all layers. Columns are units in file order. */
            h: components["schemas"]["Matrix8"];
            /** @description [H] The units by the period at which their spectrum is largest, frequency 0 left out: the longest period first, ties by index. */
            byPeakPeriod: number[];
            /** @description The share of (unit, step) pairs that are active, 0 to 1. */
            activeShare: number;
        };
        /** @description Figure 2: the hidden states, units × steps. */
        HiddenStatesFigure: {
            /** @description A unit is active in a step where |h| is over this. */
            activeOver: number;
            /** @description The steps at which a measure token is written, ascending. */
            measureSteps: number[];
            /** @description The layers, from 1. */
            layers: components["schemas"]["HiddenLayer"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What interchanges of one set of parts at one dose did in one meter. */
        InterchangeRow: {
            /** @description As tokens name it. */
            meter: string;
            /** @description `2`, `1+2`, `all`. */
            layers: string;
            /** @description c and h, or one of them. */
            part: components["schemas"]["StatePart"];
            /** @description k in eighths: how much further in its measure the donor was; 0 for shams. */
            dose: number;
            /** @description How many interchanges. */
            pairs: number;
            /** @description Targets in how many tunes. */
            tunes: number;
            /** @description The mean of B where the bar is due by the donor's count, nats; of shams, two eighths before the own bar. */
            donorBoundary: number;
            /** @description The same without an interchange. */
            donorBoundaryWithout: number;
            /** @description The mean of B at the target's own bar. */
            ownBoundary: number;
            /** @description The same without an interchange. */
            ownBoundaryWithout: number;
            /** @description The share that the parts carry of what all layers carry: at the donor's boundary for k over 0, at the own one for k under 0; null for shams and where all layers move nothing. */
            f: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
        };
        /** @description What interchange says of a layer that was cut. */
        InterchangedLayer: {
            /** @description From 1. */
            layer: number;
            /** @description Whether its memory alone carries the count from bar to bar. */
            keeps: components["schemas"]["VerdictKind"];
            /** @description The share of the moved bar that it carries: 0 nothing, 1 as much as all layers; null where these move nothing. */
            f: number | null;
            /** @description The low end of its interval over tunes, simultaneous over the layers at 95 %. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
            /** @description The layers that keep the count together with it, from 1; empty where it keeps it alone or not at all. */
            together: number[];
        };
        /** @description How often an interval occurs. */
        IntervalCount: {
            /** @description Steps from one occurrence to the next. */
            steps: number;
            /** @description How often. */
            count: number;
        };
        /** @description What was found in the networks of one kind. */
        KnownAnswer: {
            /** @description What was planted. */
            kind: string;
            /** @description Whether a count was planted; of the others nothing may be told. */
            counts: boolean;
            /** @description How many were tried. */
            networks: number;
            /** @description Verdicts, over all layers and claims and on what is counted, that say what is true. */
            right: number;
            /** @description Verdicts that say nothing. */
            undetermined: number;
            /** @description Verdicts that say what is not true. */
            wrong: number;
            /** @description Of how many networks some layer is said to keep the count, alone or with others. */
            keepers: number;
            /** @description Which verdicts say nothing and how often, as text: `sets 9, counted 3`; empty where all say something. */
            open: string;
        };
        /** @description Figure 12: what was found in networks of known answer. */
        KnownAnswersFigure: {
            /** @description A kind of network each, those that count first. */
            rows: components["schemas"]["KnownAnswer"][];
            /** @description H of every network; they have three layers. */
            units: number;
            /** @description How many builds there are of each kind, keeper and direction of count. */
            builds: number;
            /** @description How many builds there are of each kind that counts nothing. */
            nullBuilds: number;
            /** @description How many networks count nothing. */
            nulls: number;
            /** @description How many of those are given a layer that keeps a count. */
            falseKeepers: number;
            /** @description What the share of such networks is under, with 95 % confidence, 0 to 1. */
            falseKeepersUnder: number;
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description Figure 4: each unit's largest |h|. */
        LargestActivationsFigure: {
            /** @description The layers, from 1. */
            layers: components["schemas"]["LargestLayer"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A layer of figure 4: max |h| of each unit, descending. */
        LargestLayer: {
            /** @description From 1. */
            layer: number;
            /** @description [H] max over steps of |h|, descending. */
            largest: number[];
        };
        /** @description What a study answers of one layer. */
        LayerAnswer: {
            /** @description From 1. */
            layer: number;
            /** @description How many of its units were cut. */
            units: number;
            /** @description How many of its units beat with the measures by a test over tunes; null where none was made. */
            beating: number | null;
            /** @description How many it has. */
            unitsInLayer: number;
            /** @description The share of measures that the whole network counts strictly while it writes on its own, 0 to 1; null without a control. */
            countedUncut: number | null;
            /** @description The same without the units cut. */
            countedCut: number | null;
            /** @description The same without as many random units of the layer, the mean of the random sets. */
            countedRandom: number | null;
            /** @description Whether its units serve counting. */
            counts: components["schemas"]["VerdictKind"];
            /** @description Whether they relay the bar. */
            relays: components["schemas"]["VerdictKind"];
        };
        /** @description What is said of one claim of a layer, and on which numbers. */
        LayerClaim: {
            /** @description What is said. */
            verdict: components["schemas"]["VerdictKind"];
            /** @description The share that decides: 1 all of it, 0 none; null where nothing was measured. */
            share: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
            /** @description Of which meter the share is. */
            meter: string;
            /** @description How many interchanges, or measures, it rests on. */
            pairs: number;
            /** @description Of how many tunes. */
            tunes: number;
            /** @description Why nothing is said, or what says it beside the share; empty where the share says it. */
            reason: string;
            /** @description The meters whose interchanges say so; none where nothing is said. */
            meters: string[];
        };
        /** @description The figures of a first look by name; their numbers are those of part 7. */
        LookFigures: {
            /** @description Figure 1: the tune. */
            tune: components["schemas"]["StudiedTuneFigure"];
            /** @description Figure 2: the hidden states, units × steps. */
            hiddenStates: components["schemas"]["HiddenStatesFigure"];
            /** @description Figure 13: the posterior over the steps. */
            posterior: components["schemas"]["PosteriorFigure"];
            /** @description Figure 14: units against the transcription, of this tune alone. */
            boundUnits: components["schemas"]["BoundUnitsFigure"];
        };
        /** @description Figure 4: the share that each set of layers carries, by dose, c and h together and apart. */
        MapFigure: {
            /** @description All interchanges. */
            rows: components["schemas"]["InterchangeRow"][];
            /** @description The same at the main dose, by how far the targets had gone. */
            byPlace: components["schemas"]["EarlyRow"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description An event of the tune, and whether the unit marks it. */
        MarkedEvent: {
            /** @description The step, from 0. */
            step: number;
            /** @description The token that is read or written there. */
            token: string;
            /** @description Whether the unit marks it: |h| exceeds the midpoint of its medians at and off events. */
            hit: boolean;
        };
        /** @description How much of the own bar is lost when all layers take the state of a place that differs in one thing alone. */
        MatchedCount: {
            /** @description As tokens name it. */
            meter: string;
            /** @description In what: `duration`, two eighths less and as many tokens; `tokens`, at least two fewer and as much duration. */
            differs: string;
            /** @description How many interchanges. */
            pairs: number;
            /** @description Targets in how many tunes. */
            tunes: number;
            /** @description The mean fall of B at the own bar, nats; null where there is no pair. */
            lost: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
        };
        /** @description A matrix at 8 bits for a heat map: lowest + byte · (highest − lowest) / 254 for bytes 0 to 254, values outside clamped to the ends; 255 is a cell without a value. A signed scale has lowest = −highest, so that byte 127 is 0 exactly. */
        Matrix8: {
            /** @description Rows. */
            rows: number;
            /** @description Columns. */
            columns: number;
            /** @description The value of byte 0. */
            lowest: number;
            /** @description The value of byte 254. */
            highest: number;
            /** @description Row by row, rows · columns of them; in JSON base64 (RFC 4648 §4, padded). */
            bytes: string;
            /** @description Where the full numbers stand in the study's folder, as `recording.npz: h[:, 0, :]`; null where nowhere else. */
            full: string | null;
        };
        /** @description Figure 7: mean spectra of the layers and of the posterior. */
        MeanSpectraFigure: {
            /** @description Mean spectra of the layers and of the posterior, over the units of one run. */
            panel: components["schemas"]["SpectrumPanel"];
            /** @description The same over many tunes, with an interval over tunes; null where too few are whole and long enough. */
            overTunes: components["schemas"]["SpectrumPanel"] | null;
            /** @description The mean of unit-normalised spectra. */
            unitNormalised: components["schemas"]["SpectrumPanel"];
            /** @description Which layer is strongest at each peak period, the longest period first. */
            strongest: components["schemas"]["StrongestAt"][];
            /** @description How alike each two curves are. */
            similarity: components["schemas"]["CurveSimilarity"][];
            /** @description The height of the band around each curve. */
            sem: components["schemas"]["CurveSem"][];
            /** @description Each curve at the measure frequency, over tunes; empty where there were too few. */
            atMeasure: components["schemas"]["CurveAtMeasure"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description h demodulated at the measure frequency. */
        MeasureEnvelope: {
            /** @description The measure frequency, cycles a step. */
            frequency: number;
            /** @description The layers, from 1. */
            layers: components["schemas"]["EnvelopeLayer"][];
        };
        /**
         * @description What a measure that is held against a meter is. Source: docs/definitions/counting.md.
         * @enum {unknown}
         */
        MeasureVerdict: "full" | "long" | "short" | "pickup" | "complement" | "split" | "empty";
        /** @description What one layer's output moves. */
        MoveLayer: {
            /** @description From 1. */
            layer: number;
            /** @description The mean of B in the middle of measures when the layer hands up what a donor at a boundary did, nats. */
            b: number;
            /** @description The share of the way to the donors' own B; null where there is none. */
            share: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
            /** @description The mean of B at a boundary when the layer hands up what a donor in the middle did. */
            boundaryB: number;
            /** @description The share of the way to those donors' B. */
            boundaryShare: number | null;
            /** @description The low end of its interval over tunes. */
            boundaryLow: number | null;
            /** @description The high end. */
            boundaryHigh: number | null;
            /** @description How far the distribution of all other tokens moves by the first: Jensen–Shannon divergence, bits. */
            othersMoved: number;
            /** @description The same with donors as far as the targets. */
            othersMovedBySham: number;
        };
        /** @description What is moved in one meter by what layers hand up. */
        MoveMeter: {
            /** @description As tokens name it. */
            meter: string;
            /** @description How many interchanges. */
            pairs: number;
            /** @description Targets in how many tunes. */
            tunes: number;
            /** @description The mean of B in the middle of measures, nothing done, nats. */
            without: number;
            /** @description The mean of B at the donors' boundaries. */
            donors: number;
            /** @description The mean of B at the boundaries to which a middle is handed. */
            boundaryWithout: number;
            /** @description A layer each. */
            layers: components["schemas"]["MoveLayer"][];
        };
        /** @description Figure 6: what each layer's output moves. */
        MovesFigure: {
            /** @description One a meter. */
            meters: components["schemas"]["MoveMeter"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A token whose posterior goes on and off. */
        OnAndOffToken: {
            /** @description The token. */
            token: string;
            /** @description The period of its largest bin, frequency 0 left out. */
            period: components["schemas"]["Period"];
            /** @description The share of its power, frequency 0 left out, at periods from 2 to 2.5 steps, 0 to 1. */
            share: number;
            /** @description How often it is drawn. */
            drawn: number;
            /** @description [T] Its probability at each step. */
            p: number[];
        };
        /** @description The figures of part 7 by name, in the article's order; the softmax layer's anatomy stands last. */
        Part7Figures: {
            /** @description Figure 1: the tune that everything is measured on. */
            tune: components["schemas"]["StudiedTuneFigure"];
            /** @description Figure 2: the hidden states, units × steps. */
            hiddenStates: components["schemas"]["HiddenStatesFigure"];
            /** @description Figure 3: how the values of h are distributed. */
            activationDensities: components["schemas"]["ActivationDensitiesFigure"];
            /** @description Figure 4: each unit's largest |h|. */
            largestActivations: components["schemas"]["LargestActivationsFigure"];
            /** @description Figure 5: the spectrum of every unit. */
            unitSpectra: components["schemas"]["UnitSpectraFigure"];
            /** @description Figure 6: units with power at the measure period cut out, with the same random numbers. */
            excision: components["schemas"]["ExcisionFigure"];
            /** @description Figure 7: mean spectra of the layers and of the posterior. */
            meanSpectra: components["schemas"]["MeanSpectraFigure"];
            /** @description Figure 8: the responses of two windows of the tune's length. */
            windowResponses: components["schemas"]["WindowResponsesFigure"];
            /** @description Figure 9: what a peak's main lobe covers and where its first sidelobes stand. */
            windowTables: components["schemas"]["WindowTablesFigure"];
            /** @description Figure 10: the mean spectra again under a rectangular window. */
            rectangularSpectra: components["schemas"]["RectangularSpectraFigure"];
            /** @description Figure 11: the mean spectra of |h|. */
            rectifiedSpectra: components["schemas"]["RectifiedSpectraFigure"];
            /** @description Figure 12: what the input could explain. */
            recurrences: components["schemas"]["RecurrencesFigure"];
            /** @description Figure 13: the posterior over the steps. */
            posterior: components["schemas"]["PosteriorFigure"];
            /** @description Figure 14: units against the transcription. */
            boundUnits: components["schemas"]["BoundUnitsFigure"];
            /** @description Figure 15: stimulation with two tokens at once. */
            stimulation: components["schemas"]["StimulationFigure"];
            /** @description Figure 16: the same body under other meters and modes. */
            constantTokens: components["schemas"]["ConstantTokensFigure"];
            /** @description The softmax layer's own weights: V columns, one a unit, each a shape over the tokens. */
            softmaxAnatomy: components["schemas"]["SoftmaxAnatomyFigure"];
        };
        /** @description How many units have their largest bin at a period from one number of steps up to another. */
        PeakBand: {
            /** @description The shortest period of the band, in steps; it is in the band. */
            from: number;
            /** @description The period where the next band begins; infinite for the last. */
            to: components["schemas"]["Period"];
            /** @description How many units have their largest bin, frequency 0 left out, in the band. */
            units: number;
        };
        /**
         * @description What stronger peaks leave of a peak.
         * @enum {unknown}
         */
        PeakStanding: "stands" | "unresolved" | "could be leakage";
        /** @description A period in steps: the inverse of a frequency in cycles a step. Infinity is the period of frequency 0. */
        Period: number | "inf";
        /** @description A mean of B over places that are equally far in their measures. */
        PlaceMean: {
            /** @description d, how far they are, in eighths. */
            eighths: number;
            /** @description The mean of log Σ p(measure tokens), nats. */
            b: number;
            /** @description The low end of its interval over tunes; null where none was made. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
            /** @description The same with nothing done; null where nothing is done. */
            without: number | null;
            /** @description How many. */
            places: number;
        };
        /** @description Figure 13: the posterior over the steps. */
        PosteriorFigure: {
            /** @description [V] The tokens as text, in index order. */
            vocabulary: string[];
            /** @description [V rows, T columns] log10 p, from −4 to 0. */
            logarithm: components["schemas"]["Matrix8"];
            /** @description [T] The index of the token drawn at each step. */
            drawn: number[];
            /** @description [T] −log2 p of the token drawn, bits. */
            surprise: number[];
            /** @description The mean spectrum of the posterior's sequences by family of token. */
            families: components["schemas"]["SpectrumPanel"];
            /** @description The tokens whose posterior goes on and off with a period near 2, the strongest first. */
            onAndOff: components["schemas"]["OnAndOffToken"][];
            /** @description The steps at which a measure token is written, ascending. */
            measureSteps: number[];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description Figure 10: the mean spectra again under a rectangular window. */
        RectangularSpectraFigure: {
            /** @description The panel; its peaks say whether figure 7 shows them too. */
            panel: components["schemas"]["SpectrumPanel"];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description Figure 11: the mean spectra of |h|. */
        RectifiedSpectraFigure: {
            /** @description The panel; without the posterior, which is never negative. */
            panel: components["schemas"]["SpectrumPanel"];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description Figure 12: what the input could explain. */
        RecurrencesFigure: {
            /** @description Steps from one occurrence to the next, for the tokens that occur more than once: the commonest first, pitch tokens as one before all. */
            intervals: components["schemas"]["TokenIntervals"][];
            /** @description [lags] The share of steps whose token is the same that many steps later, for lags from 1 on, to half the tune. */
            selfMatch: number[];
            /** @description The longest phrases that return, the longest first. */
            phrases: components["schemas"]["ReturningPhrase"][];
            /** @description The spectra of the measure-token and pitch-token indicator sequences beside the layers'. */
            panel: components["schemas"]["SpectrumPanel"];
            /** @description h demodulated at the measure frequency. */
            envelope: components["schemas"]["MeasureEnvelope"];
            /** @description The steps at which a measure token is written, ascending. */
            measureSteps: number[];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A phrase that returns, and the steps at which it begins. */
        ReturningPhrase: {
            /** @description Its tokens, three at least. */
            tokens: string[];
            /** @description The steps at which it begins, ascending; its lags are the differences. */
            at: number[];
        };
        /** @description How much likelier a bar is after so many whole measures than anywhere in the half measure before. */
        RiseAtMeasure: {
            /** @description 1, 2, 3. */
            measures: number;
            /** @description B there over the highest mean of B at the places of the half measure before, nats; null where it was not reached. */
            rise: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
        };
        /** @description How likely a section ends with a measure. */
        SectionEnd: {
            /** @description Of the section, from 1. */
            measure: number;
            /** @description The mean probability, 0 to 1. */
            r: number;
        };
        /** @description Figure 11: the section's count. */
        SectionFigure: {
            /** @description As tokens name it. */
            meter: string;
            /** @description How many measures the sections have. */
            length: number;
            /** @description How many sections of that length there are. */
            sections: number;
            /** @description The measure, from 1, in whose middle states are interchanged. */
            targetMeasure: number;
            /** @description The level of the intervals over tunes, 0 to 1. */
            level: number;
            /** @description What interchanges did. */
            swaps: components["schemas"]["SectionSwap"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What an interchange did to the section's end. */
        SectionSwap: {
            /** @description `1`, `1+2`, `all`; `none` for nothing. */
            layers: string;
            /** @description How many measures further the donors were; 0 for shams. */
            dose: number;
            /** @description How many. */
            pairs: number;
            /** @description Targets in how many tunes. */
            tunes: number;
            /** @description At the end of each measure from the target's on: the probability that the section ends, given that a bar comes. */
            r: components["schemas"]["SectionEnd"][];
            /** @description The share of the loss at the own end that these layers carry of what all carry; null where all lose nothing. */
            ownLost: number | null;
            /** @description The low end of its interval over tunes. */
            ownLow: number | null;
            /** @description The high end. */
            ownHigh: number | null;
            /** @description The same of the gain where the end is due by the donor's count; null where it is not due before the own end. */
            movedShare: number | null;
            /** @description The low end. */
            movedLow: number | null;
            /** @description The high end. */
            movedHigh: number | null;
        };
        /** @description What undoes the reset at one layer. */
        SetLayer: {
            /** @description From 1. */
            layer: number;
            /** @description The mean of the highest B up to the own bar with the layer's memory put back to what it was before the token, nats. */
            putBack: number;
            /** @description The share of the fall that is undone; null where B did not fall. */
            putBackUndoes: number | null;
            /** @description The low end of its interval over tunes. */
            putBackLow: number | null;
            /** @description The high end. */
            putBackHigh: number | null;
            /** @description The mean of the highest B with the layer handing up, in the token's step, what it handed up a step before. */
            heldBack: number;
            /** @description The share of the fall that is undone. */
            heldBackUndoes: number | null;
            /** @description The low end of its interval. */
            heldBackLow: number | null;
            /** @description The high end. */
            heldBackHigh: number | null;
        };
        /** @description What a measure token does that is put into measures of one meter, and what undoes it. */
        SetMeter: {
            /** @description As tokens name it. */
            meter: string;
            /** @description M in eighths. */
            measure: number;
            /** @description In how many measures it was put, about their middle. */
            count: number;
            /** @description Of how many tunes. */
            tunes: number;
            /** @description The mean of the highest B from the middle to the own bar, nothing put in, nats. */
            without: number;
            /** @description The same with a measure token put in. */
            withBar: number;
            /** @description How much B falls by it. */
            fall: number;
            /** @description The low end of its interval over tunes; null where there is none. */
            fallLow: number | null;
            /** @description The high end. */
            fallHigh: number | null;
            /** @description What undoes it, a layer each. */
            layers: components["schemas"]["SetLayer"][];
            /** @description B at the places after the token, by the distance from the measure's own beginning. */
            inserted: components["schemas"]["PlaceMean"][];
            /** @description B in measures before which the bar was left out, by the distance from where it stood; beside it with the bar. */
            deleted: components["schemas"]["PlaceMean"][];
        };
        /** @description Figure 5: what sets the count. */
        SetsFigure: {
            /** @description One a meter. */
            meters: components["schemas"]["SetMeter"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description How far each unit's mean moved, in its own standard deviations, [H]. */
        ShiftLayer: {
            /** @description From 1. */
            layer: number;
            /** @description [H] How far each unit's mean h over the body moved, over the unit's own standard deviation there; signed, file order. */
            shift: number[];
            /** @description How many units' means moved by more than one standard deviation, up or down. */
            movedUnits: number;
            /** @description The largest shift, up or down, in standard deviations, at least 0; 0 of no unit. */
            largestShift: number;
        };
        /** @description The softmax layer's own weights: V columns, one a unit, each a shape over the tokens. */
        SoftmaxAnatomyFigure: {
            /** @description [V] The tokens as text, in index order. */
            vocabulary: string[];
            /** @description [V rows, H columns] The weights, from −highest to highest; columns in the order of `order`. */
            weights: components["schemas"]["Matrix8"];
            /** @description [H] Units in an order that sets like columns side by side. */
            order: number[];
            /** @description [H rows, H columns] Pearson's correlation of the columns, −1 to 1, both axes in the order of `order`. */
            correlation: components["schemas"]["Matrix8"];
            /** @description [H] Correlation of each unit's column with the bias, −1 to 1, file order. */
            withBias: number[];
            /** @description [min(V, H)] Singular values in logits, descending. */
            singularValues: number[];
            /** @description The first singular vectors over the tokens, each [V], of unit length, its largest component positive. */
            vectors: number[][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A curve over frequency, in dB. */
        SpectrumCurve: {
            /** @description `layer 1`, `posterior`, `measure tokens`, …; the same name has the same colour in every figure. */
            name: string;
            /** @description [F] In dB, −150 at the least. */
            decibels: number[];
            /** @description [F] The lower end of the band around the curve, in dB; null without a band. */
            low: number[] | null;
            /** @description [F] Its upper end. */
            high: number[] | null;
        };
        /** @description Curves over one grid of frequencies, with what was found on them. */
        SpectrumPanel: {
            /** @description What it shows. */
            title: string;
            /** @description The window. */
            window: components["schemas"]["WindowShape"];
            /** @description [F] Cycles a step, ascending from 0 to ½. */
            frequencies: number[];
            /** @description The curves. */
            curves: components["schemas"]["SpectrumCurve"][];
            /** @description What 0 dB is, in words. */
            reference: string;
            /** @description What the band around a curve is, in words; null where there is none. */
            band: string | null;
            /** @description The peaks of all curves, curve by curve. */
            peaks: components["schemas"]["SpectrumPeak"][];
        };
        /** @description A peak of a curve. */
        SpectrumPeak: {
            /** @description The curve it is a peak of. */
            curve: string;
            /** @description Its period. */
            period: components["schemas"]["Period"];
            /** @description Its height, in dB. */
            decibels: number;
            /** @description Height over the higher of the two lowest points that part it from higher ground, dB. */
            prominence: number;
            /** @description The nearest harmonic of the tune's measure period, in words: `1/4 measure`. */
            family: string;
            /** @description How many bins the peak is from that. */
            binsOff: number;
            /** @description What stronger peaks leave of it. */
            verdict: components["schemas"]["PeakStanding"];
            /** @description Whether only this figure's window shows it; null where windows are not compared. */
            onlyHere: boolean | null;
        };
        /**
         * @description What of a layer's memory is interchanged.
         * @enum {unknown}
         */
        StatePart: "both" | "hidden" | "cell";
        /** @description A stimulated network's tune. */
        StimulatedRun: {
            /** @description The tune that it wrote. */
            tune: components["schemas"]["StudyTune"];
            /** @description The first step whose token is not the studied tune's; null when none differs. */
            firstDivergence: number | null;
            /** @description [T of its tune] The other token of the input at each step, null where there was none. */
            others: (string | null)[];
            /** @description [T of its tune] How far the stimulus moved the posterior: the Jensen–Shannon divergence in bits between the posterior and that of the same network and past inputs without it at this step, 0 to 1. */
            moved: number[];
            /** @description The plan's hash. */
            plan: string;
            /** @description The plan's file in the study's folder. */
            planFile: string;
        };
        /** @description Figure 15: stimulation with two tokens at once. */
        StimulationFigure: {
            /** @description The weights of the token drawn and of the other. */
            weights: number[];
            /** @description The studied tune. */
            baseline: components["schemas"]["StudyTune"];
            /** @description The stimulated networks; none where the vocabulary has no pitch tokens. */
            runs: components["schemas"]["StimulatedRun"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description Which curve is highest at a period. */
        StrongestAt: {
            /** @description The period of a peak. */
            period: components["schemas"]["Period"];
            /** @description The name of the curve that is highest there. */
            curve: string;
        };
        /** @description Figure 1: the tune that everything is measured on. */
        StudiedTuneFigure: {
            /** @description The tune. */
            tune: components["schemas"]["StudyTune"];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What a study found: where it came from, its claims, its figures as typed records, and all that stands beside them in a folder. Whatever its kind, it is written, read, checked and shown the same way. Immutable. */
        Study: {
            /** @description The form of the numbers, `lilt-study/2`. */
            schema: string;
            /**
             * @description Which study it is, by the name of its kind.
             * @enum {string}
             */
            kind: "part7" | "look" | "causes";
            /** @description What the page is headed. */
            title: string;
            /** @description One sentence on where the study comes from. */
            article: string;
            /** @description The question, one sentence that answers it, and a line a layer; null where the study answers none. */
            headline: components["schemas"]["StudyHeadline"] | null;
            /** @description The claims held against the network, and what came of them; empty where the study makes none. */
            verdicts: components["schemas"]["StudyVerdict"][];
            /** @description What else was found: a few computed sentences, the most important first. */
            summary: string[];
            /** @description Where the study comes from. */
            provenance: components["schemas"]["StudyProvenance"];
            /** @description What stands in the study's folder besides the page. */
            files: components["schemas"]["StudyFile"][];
            /** @description The figures by name. */
            figures: components["schemas"]["Part7Figures"] | components["schemas"]["LookFigures"] | components["schemas"]["CausesFigures"];
            /** @description The figures that were not made, and why: those that are null among `figures`. Empty where all were. */
            leftOut: components["schemas"]["FigureLeftOut"][];
        };
        /** @description A file of the study's folder. */
        StudyFile: {
            /** @description Its path in the folder, parted by `/`. */
            name: string;
            /** @description What it holds. */
            what: string;
        };
        /** @description What a study says to somebody who reads nothing else of it. */
        StudyHeadline: {
            /** @description What was asked. */
            question: string;
            /** @description One sentence: the claim, the answer, how sure it is. */
            answer: string;
            /** @description Where two measures point different ways, and why; empty where none do. */
            disagreements: string[];
            /** @description The layers, from 1. */
            layers: components["schemas"]["LayerAnswer"][];
        };
        /** @description One measure of a tune, as counting judges it. */
        StudyMeasure: {
            /** @description The first step of its own tokens; its bars are not among them. */
            from: number;
            /** @description The step after its last. */
            to: number;
            /** @description In whole notes, a reduced fraction: `7/8`. */
            duration: string;
            /** @description What it is. */
            verdict: components["schemas"]["MeasureVerdict"];
            /** @description Duration less the meter's measure, a reduced fraction; null where there is none. */
            difference: string | null;
            /** @description What was found in it, sentences. */
            findings: string[];
        };
        /** @description Where a study comes from. */
        StudyProvenance: {
            /** @description The model's name. */
            model: string;
            /** @description Its hash, over shapes, vocabulary and weights. */
            modelHash: string;
            /** @description S. */
            layers: number;
            /** @description H. */
            units: number;
            /** @description V. */
            vocabulary: number;
            /** @description The studied tune's seed. */
            seed: number;
            /** @description Which random numbers drew it. */
            rng: components["schemas"]["DrawMode"];
            /** @description What divided the logits. */
            temperature: number;
            /** @description The prime as it was typed; empty for none. */
            prime: string;
            /** @description The program's version. */
            version: string;
            /** @description The command line that makes the whole study. */
            command: string;
            /** @description The one that checks it. */
            verify: string;
        };
        /** @description A tune that a network wrote or read, as a page shows it. T is its number of steps. */
        StudyTune: {
            /** @description What the page calls it. */
            name: string;
            /** @description [T], the texts of y_0 to y_{T−1}; the end token is the last unless the tune was cut. */
            tokens: string[];
            /** @description The whole tune in ABC, as a person wrote it where one gave it; empty where nothing in it can be read. */
            abc: string;
            /** @description [T], where each step's token stands in `abc`, in UTF-16 units; −1 for one with no text of its own. */
            offsets: number[];
            /** @description Whether the limit of tokens ended it. */
            cut: boolean;
            /** @description As ABC writes it: `4/4`. */
            meter: string;
            /** @description The meter's measure in whole notes: `3/4`. */
            measure: string;
            /** @description The verdicts, in the order of the tune; measures in free meter are left out. */
            measures: components["schemas"]["StudyMeasure"][];
            /** @description Measures held against the meter. */
            total: number;
            /** @description Those that count. */
            counted: number;
            /** @description Those that count without split ones. */
            strictlyCounted: number;
            /** @description The steps at which a measure token is written, ascending. */
            measureSteps: number[];
        };
        /** @description A claim held against the network, and what came of it. */
        StudyVerdict: {
            /** @description `layer N`, from 1, or `article`. */
            subject: string;
            /** @description What is claimed of it, such as `serves counting`. */
            claim: string;
            /** @description What the study says of that. */
            verdict: components["schemas"]["VerdictKind"];
            /** @description How much more harm the target does than random sets of as many units, as a share of theirs: 0 is as much, 1 twice as much; for a claim of the article, what its sentence says. Null where nothing was measured. */
            effect: number | null;
            /** @description The low end of the effect's interval, simultaneous over the layers. */
            low: number | null;
            /** @description Its high end. */
            high: number | null;
            /** @description The p-value of the claim alone, 0 to 1; null where none was taken. */
            p: number | null;
            /** @description The same after Holm, over all claims that are tested together. */
            holm: number | null;
            /** @description The verdict in a whole sentence with its numbers. */
            sentence: string;
        };
        /** @description How few directions of a layer carry the count, and where such directions deceive. */
        SubspaceFigure: {
            /** @description As tokens name it. */
            meter: string;
            /** @description The layer that keeps the count, from 1; the others are shown for what such directions do there. */
            layer: number;
            /** @description k in eighths. */
            dose: number;
            /** @description The level of the intervals over tunes, 0 to 1. */
            level: number;
            /** @description What was tried. */
            rows: components["schemas"]["SubspaceRow"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /**
         * @description How directions were found.
         * @enum {unknown}
         */
        SubspaceKind: "whole layer" | "class means" | "gradient" | "random" | "random as long" | "random with place" | "shuffled clock";
        /** @description What directions of a layer carry, on tunes that had no part in finding them. */
        SubspaceRow: {
            /** @description From 1. */
            layer: number;
            /** @description How they were found. */
            kind: components["schemas"]["SubspaceKind"];
            /** @description How many; of a whole layer, all. */
            directions: number;
            /** @description How many interchanges. */
            pairs: number;
            /** @description The mean of B where the bar is due by the donor's count, nats. */
            b: number;
            /** @description The share of what all layers carry; null where all layers move nothing. */
            f: number | null;
            /** @description The low end of its interval over tunes. */
            low: number | null;
            /** @description The high end. */
            high: number | null;
        };
        /** @description B after an interchange. */
        SwapCurve: {
            /** @description What was interchanged: `2`, `1+2`, `all`; `none` for nothing. */
            layers: string;
            /** @description Means by the target's own distance from its bar. */
            places: components["schemas"]["PlaceMean"][];
        };
        /** @description Figure 3: what an interchange does to the bars that follow. */
        SwapFigure: {
            /** @description One a meter. */
            meters: components["schemas"]["SwapMeter"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What interchanges do to B in one meter. */
        SwapMeter: {
            /** @description As tokens name it. */
            meter: string;
            /** @description M in eighths: the own boundary. */
            measure: number;
            /** @description M − k in eighths: where the bar is due by the donor's count. */
            moved: number;
            /** @description A curve a set of layers. */
            curves: components["schemas"]["SwapCurve"][];
            /** @description The same with donors as far as the targets. */
            shams: components["schemas"]["SwapCurve"][];
        };
        /** @description What the threshold takes under one convention. */
        ThresholdShare: {
            /** @description The convention, in words. */
            convention: string;
            /** @description A unit is taken where its share of power in the band is over this. */
            threshold: number;
            /** @description How many units of layer 1 it takes. */
            units: number;
            /** @description The same as a share of layer 1, 0 to 1. */
            share: number;
        };
        /** @description Steps from one occurrence of a token to the next. */
        TokenIntervals: {
            /** @description A token, or `pitch tokens` for all of them as one. */
            token: string;
            /** @description How often it occurs, twice at least. */
            count: number;
            /** @description Its intervals, the shortest first. */
            intervals: components["schemas"]["IntervalCount"][];
        };
        /** @description What sets of units carry. */
        UnitCurve: {
            /** @description By what they are ranked. */
            ranking: components["schemas"]["UnitRanking"];
            /** @description Whether the sets are left as they are and all others of the layer interchanged. */
            leftOut: boolean;
            /** @description By how many. */
            points: components["schemas"]["UnitPoint"][];
        };
        /** @description What so many units carry. */
        UnitPoint: {
            /** @description How many. */
            units: number;
            /** @description The share of what all layers carry, at the main dose; null where all layers move nothing. */
            f: number | null;
            /** @description The low end of its interval over tunes; of random sets, the smallest share among them. */
            low: number | null;
            /** @description The high end; of random sets, the largest. */
            high: number | null;
        };
        /**
         * @description By what units are ranked.
         * @enum {unknown}
         */
        UnitRanking: "place in measure" | "band power" | "random";
        /** @description Figure 5: the spectrum of every unit. */
        UnitSpectraFigure: {
            /** @description The window. */
            window: components["schemas"]["WindowShape"];
            /** @description The layers, from 1. */
            layers: components["schemas"]["UnitSpectraLayer"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A layer of figure 5. */
        UnitSpectraLayer: {
            /** @description From 1. */
            layer: number;
            /** @description [H rows, F columns] |X| in dB relative to the largest |X| of layer 1, the same lowest and highest in all layers. Columns are frequencies j/(2(F − 1)) cycles a step, from 0 to ½, F at most 513; bins that fall together show the largest. Rows are units in file order. */
            decibels: components["schemas"]["Matrix8"];
            /** @description [H] As in figure 2. */
            byPeakPeriod: number[];
            /** @description The units by the period of their largest bin, in bands, the longest periods last; together all units. */
            peaks: components["schemas"]["PeakBand"][];
            /** @description The share of the layer's power, frequency 0 left out, at periods over 8 steps, 0 to 1. */
            shareOver8: number;
        };
        /** @description Figure 9: how many units carry the count. */
        UnitsFigure: {
            /** @description As tokens name it. */
            meter: string;
            /** @description Of which layer, from 1. */
            layer: number;
            /** @description k in eighths. */
            dose: number;
            /** @description Between how many pairs of places, of tunes that had no part in finding. */
            pairs: number;
            /** @description The level of the intervals over tunes, 0 to 1. */
            level: number;
            /** @description A curve a ranking, interchanged and left out. */
            curves: components["schemas"]["UnitCurve"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /**
         * @description What a study says of a claim.
         * @enum {unknown}
         */
        VerdictKind: "undetermined" | "supported" | "contradicted";
        /** @description A table of figure 9. */
        WindowLengthTable: {
            /** @description The windows' length in steps. */
            length: number;
            /** @description The rows, by period and then window. */
            rows: components["schemas"]["WindowRow"][];
        };
        /** @description A window of figure 8. */
        WindowResponse: {
            /** @description The window. */
            name: components["schemas"]["WindowShape"];
            /** @description [F] dB under the main lobe's top; cut off at −120. */
            decibels: number[];
            /** @description Half the main lobe's width at half its magnitude, cycles a step. */
            halfWidth: number;
            /** @description Where the first sidelobe stands, cycles a step. */
            sidelobe: number;
            /** @description Its level relative to the main lobe's top, dB. */
            sidelobeDecibels: number;
        };
        /** @description Figure 8: the responses of two windows of the tune's length. */
        WindowResponsesFigure: {
            /** @description The windows' length in steps, the tune's. */
            length: number;
            /** @description [F] Cycles a step from 0 on, as far as is worth showing. */
            frequencies: number[];
            /** @description The windows. */
            windows: components["schemas"]["WindowResponse"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description A row of figure 9. */
        WindowRow: {
            /** @description The peak's period. */
            period: components["schemas"]["Period"];
            /** @description The window. */
            window: components["schemas"]["WindowShape"];
            /** @description What the main lobe covers at half its magnitude: two periods, the shorter first. */
            support: components["schemas"]["Period"][];
            /** @description Where the first sidelobes stand, periods in steps: one at frequency 0, else two, the shorter first. */
            sidelobes: number[];
            /** @description The article's own, as it prints them; null where it has none. */
            article: components["schemas"]["ArticleRow"] | null;
        };
        /**
         * @description The analysis windows. All are symmetric: the first and last values are equal.
         * @enum {unknown}
         */
        WindowShape: "hann" | "rectangular" | "hamming" | "blackman";
        /** @description Figure 9: what a peak's main lobe covers and where its first sidelobes stand. */
        WindowTablesFigure: {
            /** @description First the table at the article's 147 steps, beside the article's own, then at this tune's length where that differs. */
            tables: components["schemas"]["WindowLengthTable"][];
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
        /** @description What one layer has to do with the count. */
        WiredLayer: {
            /** @description From 1. */
            layer: number;
            /** @description Whether the bar is read there. */
            sets: components["schemas"]["LayerClaim"];
            /** @description How it passes the bar on; null where it doesn't set the count, or it can't be told. */
            road: components["schemas"]["BarRoad"] | null;
            /** @description Whether its memory carries the count. */
            keeps: components["schemas"]["LayerClaim"];
            /** @description The layers that keep it together with this one, where none alone carries it; else empty. */
            together: number[];
            /** @description Whether what it hands up moves the bar. Above the layer that keeps the count every layer has to. */
            handsOn: components["schemas"]["LayerClaim"];
        };
        /** @description Figure 1: which layer reads the bar, which keeps the count, which hands it on. */
        WiringFigure: {
            /** @description The layers, from 1. */
            layers: components["schemas"]["WiredLayer"][];
            /** @description What is counted. */
            counted: components["schemas"]["CountedThing"];
            /** @description In what form. */
            direction: components["schemas"]["CountDirection"];
            /** @description The whole in one sentence. */
            sentence: string;
            /** @description What the article found on its network; null where it has no such figure. */
            article: string | null;
            /** @description What was found on this network, computed. */
            here: string;
            /** @description The conventions. */
            caption: string;
            /** @description The command line that makes the figure again. */
            command: string;
            /** @description Files of the study's folder with the full numbers. */
            files: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ActivationDensitiesFigure = components['schemas']['ActivationDensitiesFigure'];
export type ActivationDensity = components['schemas']['ActivationDensity'];
export type AroundEvent = components['schemas']['AroundEvent'];
export type ArticleRow = components['schemas']['ArticleRow'];
export type BarRoad = components['schemas']['BarRoad'];
export type BeatingLayer = components['schemas']['BeatingLayer'];
export type BesideCutFigure = components['schemas']['BesideCutFigure'];
export type BesideCutLayer = components['schemas']['BesideCutLayer'];
export type BoundSignal = components['schemas']['BoundSignal'];
export type BoundUnit = components['schemas']['BoundUnit'];
export type BoundUnitChoice = components['schemas']['BoundUnitChoice'];
export type BoundUnitsFigure = components['schemas']['BoundUnitsFigure'];
export type ByItselfFigure = components['schemas']['ByItselfFigure'];
export type CausesFigures = components['schemas']['CausesFigures'];
export type ClockFaceFigure = components['schemas']['ClockFaceFigure'];
export type ClockPlace = components['schemas']['ClockPlace'];
export type ClockStep = components['schemas']['ClockStep'];
export type ConstantTokensFigure = components['schemas']['ConstantTokensFigure'];
export type ControlClosedLayer = components['schemas']['ControlClosedLayer'];
export type ControlClosedMeasure = components['schemas']['ControlClosedMeasure'];
export type ControlHarm = components['schemas']['ControlHarm'];
export type ControlInterchange = components['schemas']['ControlInterchange'];
export type ControlMatching = components['schemas']['ControlMatching'];
export type ControlNull = components['schemas']['ControlNull'];
export type ControlTiming = components['schemas']['ControlTiming'];
export type ControlTimingLayer = components['schemas']['ControlTimingLayer'];
export type CountCell = components['schemas']['CountCell'];
export type CountDirection = components['schemas']['CountDirection'];
export type CountFigure = components['schemas']['CountFigure'];
export type CountMeter = components['schemas']['CountMeter'];
export type CountedThing = components['schemas']['CountedThing'];
export type CrossedMeter = components['schemas']['CrossedMeter'];
export type CurveAtMeasure = components['schemas']['CurveAtMeasure'];
export type CurveSem = components['schemas']['CurveSem'];
export type CurveSimilarity = components['schemas']['CurveSimilarity'];
export type CutContrast = components['schemas']['CutContrast'];
export type CutSteps = components['schemas']['CutSteps'];
export type DrawMode = components['schemas']['DrawMode'];
export type EarlyRow = components['schemas']['EarlyRow'];
export type EnvelopeLayer = components['schemas']['EnvelopeLayer'];
export type Excision = components['schemas']['Excision'];
export type ExcisionControl = components['schemas']['ExcisionControl'];
export type ExcisionFigure = components['schemas']['ExcisionFigure'];
export type FigureLeftOut = components['schemas']['FigureLeftOut'];
export type HeaderVariant = components['schemas']['HeaderVariant'];
export type HeardFigure = components['schemas']['HeardFigure'];
export type HiddenLayer = components['schemas']['HiddenLayer'];
export type HiddenStatesFigure = components['schemas']['HiddenStatesFigure'];
export type InterchangeRow = components['schemas']['InterchangeRow'];
export type InterchangedLayer = components['schemas']['InterchangedLayer'];
export type IntervalCount = components['schemas']['IntervalCount'];
export type KnownAnswer = components['schemas']['KnownAnswer'];
export type KnownAnswersFigure = components['schemas']['KnownAnswersFigure'];
export type LargestActivationsFigure = components['schemas']['LargestActivationsFigure'];
export type LargestLayer = components['schemas']['LargestLayer'];
export type LayerAnswer = components['schemas']['LayerAnswer'];
export type LayerClaim = components['schemas']['LayerClaim'];
export type LookFigures = components['schemas']['LookFigures'];
export type MapFigure = components['schemas']['MapFigure'];
export type MarkedEvent = components['schemas']['MarkedEvent'];
export type MatchedCount = components['schemas']['MatchedCount'];
export type Matrix8 = components['schemas']['Matrix8'];
export type MeanSpectraFigure = components['schemas']['MeanSpectraFigure'];
export type MeasureEnvelope = components['schemas']['MeasureEnvelope'];
export type MeasureVerdict = components['schemas']['MeasureVerdict'];
export type MoveLayer = components['schemas']['MoveLayer'];
export type MoveMeter = components['schemas']['MoveMeter'];
export type MovesFigure = components['schemas']['MovesFigure'];
export type OnAndOffToken = components['schemas']['OnAndOffToken'];
export type Part7Figures = components['schemas']['Part7Figures'];
export type PeakBand = components['schemas']['PeakBand'];
export type PeakStanding = components['schemas']['PeakStanding'];
export type Period = components['schemas']['Period'];
export type PlaceMean = components['schemas']['PlaceMean'];
export type PosteriorFigure = components['schemas']['PosteriorFigure'];
export type RectangularSpectraFigure = components['schemas']['RectangularSpectraFigure'];
export type RectifiedSpectraFigure = components['schemas']['RectifiedSpectraFigure'];
export type RecurrencesFigure = components['schemas']['RecurrencesFigure'];
export type ReturningPhrase = components['schemas']['ReturningPhrase'];
export type RiseAtMeasure = components['schemas']['RiseAtMeasure'];
export type SectionEnd = components['schemas']['SectionEnd'];
export type SectionFigure = components['schemas']['SectionFigure'];
export type SectionSwap = components['schemas']['SectionSwap'];
export type SetLayer = components['schemas']['SetLayer'];
export type SetMeter = components['schemas']['SetMeter'];
export type SetsFigure = components['schemas']['SetsFigure'];
export type ShiftLayer = components['schemas']['ShiftLayer'];
export type SoftmaxAnatomyFigure = components['schemas']['SoftmaxAnatomyFigure'];
export type SpectrumCurve = components['schemas']['SpectrumCurve'];
export type SpectrumPanel = components['schemas']['SpectrumPanel'];
export type SpectrumPeak = components['schemas']['SpectrumPeak'];
export type StatePart = components['schemas']['StatePart'];
export type StimulatedRun = components['schemas']['StimulatedRun'];
export type StimulationFigure = components['schemas']['StimulationFigure'];
export type StrongestAt = components['schemas']['StrongestAt'];
export type StudiedTuneFigure = components['schemas']['StudiedTuneFigure'];
export type Study = components['schemas']['Study'];
export type StudyFile = components['schemas']['StudyFile'];
export type StudyHeadline = components['schemas']['StudyHeadline'];
export type StudyMeasure = components['schemas']['StudyMeasure'];
export type StudyProvenance = components['schemas']['StudyProvenance'];
export type StudyTune = components['schemas']['StudyTune'];
export type StudyVerdict = components['schemas']['StudyVerdict'];
export type SubspaceFigure = components['schemas']['SubspaceFigure'];
export type SubspaceKind = components['schemas']['SubspaceKind'];
export type SubspaceRow = components['schemas']['SubspaceRow'];
export type SwapCurve = components['schemas']['SwapCurve'];
export type SwapFigure = components['schemas']['SwapFigure'];
export type SwapMeter = components['schemas']['SwapMeter'];
export type ThresholdShare = components['schemas']['ThresholdShare'];
export type TokenIntervals = components['schemas']['TokenIntervals'];
export type UnitCurve = components['schemas']['UnitCurve'];
export type UnitPoint = components['schemas']['UnitPoint'];
export type UnitRanking = components['schemas']['UnitRanking'];
export type UnitSpectraFigure = components['schemas']['UnitSpectraFigure'];
export type UnitSpectraLayer = components['schemas']['UnitSpectraLayer'];
export type UnitsFigure = components['schemas']['UnitsFigure'];
export type VerdictKind = components['schemas']['VerdictKind'];
export type WindowLengthTable = components['schemas']['WindowLengthTable'];
export type WindowResponse = components['schemas']['WindowResponse'];
export type WindowResponsesFigure = components['schemas']['WindowResponsesFigure'];
export type WindowRow = components['schemas']['WindowRow'];
export type WindowShape = components['schemas']['WindowShape'];
export type WindowTablesFigure = components['schemas']['WindowTablesFigure'];
export type WiredLayer = components['schemas']['WiredLayer'];
export type WiringFigure = components['schemas']['WiringFigure'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
