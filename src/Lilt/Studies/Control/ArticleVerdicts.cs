namespace Lilt.Studies.Control;

/// <summary>The article's claim in three lines, each with a verdict of its own.</summary>
/// <remarks>Source: B. L. Sturm, "Making sense of the folk-rnn v2 model, part 7", 2018. docs/control.md says what each line asks.</remarks>
internal static class ArticleVerdicts
{
    /// <summary>The subject of the three verdicts.</summary>
    public const string Subject = "article";

    /// <summary>The article cuts a third of layer 1 and finds one measure of 28 miscounted.</summary>
    public const string NearlyWhole = "without a third of layer 1 counting stays nearly whole";

    /// <summary>The article concludes that layer 1 only reacts to the measure token.</summary>
    public const string RelaysOnly = "layer 1 relays the bar and does not count";

    /// <summary>The article concludes from layer 3 that counting is distributed.</summary>
    public const string SpreadOut = "counting is spread out";

    /// <summary>
    /// How much of the strictly counted share may be lost while counting is still called nearly whole. 1 of 28 is 0.036; 0.1 is the next
    /// round number at which nobody would.
    /// </summary>
    public const double MostLost = 0.1;

    /// <summary>The excess at which the cut units do twice the harm of random ones: counting is then no longer spread evenly.</summary>
    private const double Twice = 1;

    /// <summary>The verdicts.</summary>
    /// <param name="result">The control without them.</param>
    /// <param name="layers">The verdicts on the layers.</param>
    public static IReadOnlyList<StudyVerdict> Of(ControlResult result, IReadOnlyList<StudyVerdict> layers)
    {
        string? nothing =
            result.Options.OtherBand is not null
                ? "the band does not hold the measure period, so the units cut are not those of the article"
            : !ControlVerdicts.Counts(result.Baseline.Counted, result.Baseline.ContrastInterval)
                ? new ControlWords(result.Options, result.Baseline, result.Targets.Count).DoesNotCount()
            : null;
        return nothing is null
            ? [Nearly(result), Relays(result, layers), Spread(result, layers)]
            : [Undetermined(NearlyWhole, nothing), Undetermined(RelaysOnly, nothing), Undetermined(SpreadOut, nothing)];
    }

    /// <summary>A claim of which nothing can be said.</summary>
    public static StudyVerdict Undetermined(string claim, string why) => Verdict(claim, VerdictKind.Undetermined, why);

    private static StudyVerdict Nearly(ControlResult result)
    {
        ControlMeasure share = result[ControlMeasure.StrictlyCounted];
        if (share.Layers.FirstOrDefault(effect => effect.Layer == 1) is not { } loss)
        {
            return Undetermined(NearlyWhole, "layer 1 was not cut");
        }

        (VerdictKind verdict, string said) =
            loss.TargetInterval.Low > -MostLost ? (VerdictKind.Supported, "the loss is surely under 10 points")
            : loss.TargetInterval.High < -MostLost ? (VerdictKind.Contradicted, "the loss is surely over 10 points")
            : (VerdictKind.Undetermined, "the interval does not say on which side of 10 points the loss lies");
        string counted =
            $"{ControlWords.Percent(share.Baseline + loss.Target)} of the measures are strictly counted without a third of layer 1, {ControlWords.Percent(share.Baseline)} with it "
            + $"(change {Points(loss.Target)} points, 95 % interval {Points(loss.TargetInterval.Low)} to {Points(loss.TargetInterval.High)}; "
            + $"without random thirds {ControlWords.Percent(share.Baseline + loss.Random.Average())})";
        return Verdict(NearlyWhole, verdict, $"{counted}; {said}") with
        {
            Effect = loss.Target,
            Low = loss.TargetInterval.Low,
            High = loss.TargetInterval.High,
        };
    }

    private static StudyVerdict Relays(ControlResult result, IReadOnlyList<StudyVerdict> layers)
    {
        VerdictKind? counts = Layer(layers, ControlVerdicts.ServesCounting)?.Verdict;
        VerdictKind? relays = Layer(layers, ControlVerdicts.RelaysTheBar)?.Verdict;
        bool takesLittle =
            result[CutSteps.BetweenBars].Layers.FirstOrDefault(effect => effect.Layer == 1) is { } between
            && between.TargetInterval.Low > -ControlVerdicts.LeastLoss * result.Baseline.Contrast;
        return (counts, relays) switch
        {
            (null, _) or (_, null) => Undetermined(RelaysOnly, "layer 1 was not cut"),
            (VerdictKind.Supported, VerdictKind.Contradicted) => Verdict(
                RelaysOnly,
                VerdictKind.Contradicted,
                "its units are needed between the bars, more than random ones, and not where a bar is read"
            ),
            (VerdictKind.Supported, _) => Verdict(
                RelaysOnly,
                VerdictKind.Contradicted,
                "its units are needed between the bars, more than random ones"
            ),
            (_, VerdictKind.Contradicted) => Verdict(
                RelaysOnly,
                VerdictKind.Contradicted,
                "its units are not needed where a bar is read, so it is not these that relay it"
            ),
            (_, VerdictKind.Supported) when takesLittle => Verdict(
                RelaysOnly,
                VerdictKind.Supported,
                "its units are needed where a bar is read, more than random ones, and not between the bars"
            ),
            _ => Undetermined(RelaysOnly, "what its units do between the bars or where a bar is read is itself undetermined"),
        };
    }

    private static StudyVerdict Spread(ControlResult result, IReadOnlyList<StudyVerdict> layers)
    {
        double least = -ControlVerdicts.LeastLoss * result.Baseline.Contrast;
        TimingEffect[] harmed = [.. result[CutSteps.BetweenBars].Layers.Where(effect => effect.TargetInterval.High < least)];
        if (harmed.Length == 0)
        {
            return Undetermined(SpreadOut, "in no layer does the cut between the bars surely take a tenth of the timing contrast");
        }

        TimingEffect[] gathered =
        [
            .. harmed.Where(effect =>
                effect.Holm <= ControlVerdicts.Significance
                && effect.ExcessInterval is null or { Low: > Twice }
                && layers.Any(verdict =>
                    verdict.Subject == $"layer {effect.Layer}"
                    && verdict.Claim == ControlVerdicts.ServesCounting
                    && verdict.Verdict == VerdictKind.Supported
                )
            ),
        ];
        string costs = string.Join(
            ", ",
            harmed.Select(effect =>
                $"in layer {effect.Layer} the third cut takes {ControlWords.Percent(-effect.Target / result.Baseline.Contrast)} of the timing contrast and a random third {ControlWords.Percent(-effect.Random.Average() / result.Baseline.Contrast)}"
            )
        );
        if (gathered.Length > 0)
        {
            return Verdict(
                SpreadOut,
                VerdictKind.Contradicted,
                $"{costs}: more than twice as much in layer {string.Join(" and layer ", gathered.Select(effect => effect.Layer))}"
            );
        }

        bool spread = harmed.All(effect => effect.ExcessInterval is { High: < Twice } && effect.Random.Average() < least);
        return spread
            ? Verdict(SpreadOut, VerdictKind.Supported, $"{costs}: at most twice as much wherever it is harmed")
            : Undetermined(SpreadOut, $"{costs}; the intervals do not say whether that is more than twice as much");
    }

    private static StudyVerdict? Layer(IReadOnlyList<StudyVerdict> layers, string claim) =>
        layers.FirstOrDefault(verdict => verdict.Subject == "layer 1" && verdict.Claim == claim);

    private static StudyVerdict Verdict(string claim, VerdictKind verdict, string why)
    {
        string said = verdict switch
        {
            VerdictKind.Supported => "Supported that",
            VerdictKind.Contradicted => "Contradicted that",
            _ => "Undetermined whether",
        };
        return new StudyVerdict(Subject, claim, verdict, null, null, null, null, null, $"{said} {claim}: {why}.");
    }

    private static string Points(double share) => ControlWords.Signed(100 * share);
}
