using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Studies.Part7;

/// <summary>A stimulated network's tune.</summary>
internal sealed record StimulatedRun
{
    public required StudyTune Tune { get; init; }

    public required int? FirstDivergence { get; init; }

    public required IReadOnlyList<string?> Others { get; init; }

    public required double[] Moved { get; init; }

    public required string Plan { get; init; }

    public required string PlanFile { get; init; }
}

/// <summary>Figure 15: stimulation with two tokens at once.</summary>
internal sealed record StimulationFigure : Beside
{
    public required double[] Weights { get; init; }

    public required StudyTune Baseline { get; init; }

    public required IReadOnlyList<StimulatedRun> Runs { get; init; }

    /// <summary>Makes the figure.</summary>
    public static StimulationFigure Of(Part7Material material, IReadOnlyList<StimulusRun> runs)
    {
        List<StimulatedRun> made = [.. runs.Select(run => run.Stimulated(material))];
        return new StimulationFigure
        {
            Weights = [StimulusRun.Weight, StimulusRun.OtherWeight],
            Baseline = material.Tune,
            Runs = made,
            Article = "A little piece came of the two-hot input, 0.7 of the token drawn and 0.3 of a random pitch, after units had been cut: weird, but a good kind of weird.",
            Here = made.Count == 0 ? "This vocabulary has no pitch tokens to stimulate with." : string.Join(' ', made.Select(Sentence)),
            Caption = $"The input of every step after the first drawn token is {Say.Number(StimulusRun.Weight)} of the token drawn and {Say.Number(StimulusRun.OtherWeight)} of a random pitch token, drawn with a seed of its own; all runs draw with the baseline's random numbers. How far the posterior moved is the Jensen–Shannon divergence in bits from that of the same network with the same past, without the stimulus at this step.",
            Command = $"{material.Options.Commands.Generate} --plan {(made.Count > 0 ? made[0].PlanFile : "plans/stimulated.json")}",
            Files = ["tunes.abc", "measures.csv", "stimulation.csv", .. made.Select(run => run.PlanFile)],
        };
    }

    private static string Sentence(StimulatedRun run)
    {
        double[] moved = [.. run.Moved.Where((_, step) => run.Others[step] is not null)];
        double middle = moved.Length > 0 ? moved.Order().ElementAt(moved.Length / 2) : 0;
        double most = moved.Length > 0 ? moved.Max() : 0;
        return $"{Say.Sentence(run.Tune.Name)}: {Say.Count(run.Tune.Tokens.Count, "step")}{(run.Tune.Cut ? " (cut at the limit)" : "")}, {run.Tune.CountInWords()}, "
            + (run.FirstDivergence is { } step ? $"departing at step {Say.Number(step)}" : "the same tune")
            + $"; a stimulus moves the posterior by {Say.Number(middle)} bits (median), at the most {Say.Number(most)}.";
    }
}

/// <summary>A stimulation while its tune is made.</summary>
/// <param name="Name">What the report calls the tune.</param>
/// <param name="Plan">The whole plan.</param>
/// <param name="Rest">The plan without the stimulus.</param>
/// <param name="File">Its file's name, without folder and ending.</param>
/// <param name="Run">The tune.</param>
internal sealed record StimulusRun(string Name, OperationPlan Plan, OperationPlan Rest, string File, WatchedTune Run)
{
    /// <summary>Of the token drawn.</summary>
    public const double Weight = 0.7;

    /// <summary>Of the random pitch.</summary>
    public const double OtherWeight = 0.3;

    private static readonly SiteKind[] Kinds = [SiteKind.Cell, SiteKind.Hidden, SiteKind.Posterior];

    /// <summary>Asks for the stimulated tune and the cut and stimulated one.</summary>
    public static List<StimulusRun> Ask(Part7Material material, Part7Runs runs, OperationPlan cut)
    {
        if (TokenKinds.Select(material.Model.Vocabulary, TokenKind.Pitch).Count == 0)
        {
            return [];
        }

        Stimulate stimulate = new() { Weight = Weight, OtherWeight = OtherWeight, Seed = unchecked((uint)SplitMix64.Derive(material.Options.Seed, "stimulus")) };
        OperationPlan alone = new(stimulate);
        OperationPlan both = new([.. cut.Operations, stimulate]);
        return
        [
            new StimulusRun("stimulated", alone, OperationPlan.Empty, "stimulated", runs.Operated(alone, Kinds, keepsOthers: true)),
            new StimulusRun("layer 1 cut and stimulated", both, cut, "cut-and-stimulated", runs.Operated(both, Kinds, keepsOthers: true)),
        ];
    }

    /// <summary>What came of it.</summary>
    public StimulatedRun Stimulated(Part7Material material)
    {
        Vocabulary vocabulary = material.Model.Vocabulary;
        StudyTune tune = StudyTuneReader.Read(Name, [.. Run.Recording!.Output.Select(token => vocabulary[token])], Run.Tune!.IsCut);
        return new StimulatedRun
        {
            Tune = tune,
            FirstDivergence = tune.FirstDivergence(material.Tune),
            Others = [.. Run.Others.Select(token => token is { } other ? vocabulary[other] : null)],
            Moved = UnstimulatedStep.Moved(material.Model, Run.Recording!, Run.Others, Rest, material.Options.Temperature),
            Plan = Plan.Hash,
            PlanFile = $"plans/{File}.json",
        };
    }
}
