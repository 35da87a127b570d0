using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 15: stimulation with two tokens at once.</summary>
public sealed record StimulationFigure : Figure
{
    /// <summary>The weights of the token drawn and of the other.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The studied tune.</summary>
    public required StudyTune Baseline { get; init; }

    /// <summary>The stimulated networks; none where the vocabulary has no pitch tokens.</summary>
    public required IReadOnlyList<StimulatedRun> Runs { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static StimulationFigure Of(StudyMaterial material, IReadOnlyList<StimulusRun> runs)
    {
        List<StimulatedRun> made = [.. runs.Select(run => run.Stimulated(material))];
        return new StimulationFigure
        {
            Weights = [StimulusRun.Weight, StimulusRun.OtherWeight],
            Baseline = material.Tune,
            Runs = made,
            Article =
                "A little piece came of the two-hot input, 0.7 of the token drawn and 0.3 of a random pitch, after units had been cut: weird, but a good kind of weird.",
            Here = made.Count == 0 ? "This vocabulary has no pitch tokens to stimulate with." : string.Join(' ', made.Select(Sentence)),
            Caption =
                $"The input of every step after the first drawn token is {NumberText.Number(StimulusRun.Weight)} of the token drawn and {NumberText.Number(StimulusRun.OtherWeight)} of a random pitch token, drawn with a seed of its own; all runs draw with the baseline's random numbers. How far the posterior moved is the Jensen–Shannon divergence in bits from that of the same network with the same past, without the stimulus at this step.",
            Command = $"{material.Options.Commands.Generate} --plan {(made.Count > 0 ? made[0].PlanFile : "plans/stimulated.json")}",
            Files = ["tunes.abc", "measures.csv", "stimulation.csv", .. made.Select(run => run.PlanFile)],
        };
    }

    private static string Sentence(StimulatedRun run)
    {
        double[] moved = [.. run.Moved.Where((_, step) => run.Others[step] is not null)];
        double middle = moved.Length > 0 ? moved.Order().ElementAt(moved.Length / 2) : 0;
        double most = moved.Length > 0 ? moved.Max() : 0;
        return $"{NumberText.Sentence(run.Tune.Name)}: {NumberText.Count(run.Tune.Tokens.Count, "step")}{(run.Tune.EndsAtLimit ? " (cut at the limit)" : "")}, {run.Tune.CountInWords()}, "
            + (run.FirstDivergence is { } step ? $"departing at step {NumberText.Number(step)}" : "the same tune")
            + $"; a stimulus moves the posterior by {NumberText.Number(middle)} bits (median), at the most {NumberText.Number(most)}.";
    }
}
