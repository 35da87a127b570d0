using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

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

    /// <summary>The plan's file in the study's folder.</summary>
    public string PlanFile => $"plans/{File}.json";

    /// <summary>Asks for the stimulated tune and the cut and stimulated one.</summary>
    public static List<StimulusRun> Ask(StudyMaterial material, StudyRuns runs, OperationPlan cut)
    {
        if (TokenKinds.Select(material.Model.Vocabulary, TokenKind.Pitch).Count == 0)
        {
            return [];
        }

        Stimulate stimulate = new()
        {
            Weight = Weight,
            OtherWeight = OtherWeight,
            Seed = material.Options.Seed.Derive("stimulus").LowerBits,
        };
        OperationPlan alone = new(stimulate);
        OperationPlan both = new([.. cut.Operations, stimulate]);
        return
        [
            new StimulusRun("stimulated", alone, OperationPlan.Empty, "stimulated", runs.Operated(alone, Kinds, keepsOthers: true)),
            new StimulusRun("layer 1 cut and stimulated", both, cut, "cut-and-stimulated", runs.Operated(both, Kinds, keepsOthers: true)),
        ];
    }

    /// <summary>What came of it.</summary>
    public StimulatedRun Stimulated(StudyMaterial material)
    {
        Vocabulary vocabulary = material.Model.Vocabulary;
        StudyTune tune = StudyTuneReader.Read(Name, [.. Run.Recording!.Output.Select(token => vocabulary[token])], Run.Tune!.EndsAtLimit);
        return new StimulatedRun
        {
            Tune = tune,
            FirstDivergence = tune.FirstDivergence(material.Tune),
            Others = [.. Run.Others.Select(token => token is { } other ? vocabulary[other] : null)],
            Moved = UnstimulatedStep.Moved(material.Model, Run.Recording!, Run.Others, Rest, material.Options.Temperature),
            Plan = Plan.Hash,
            PlanFile = PlanFile,
        };
    }
}
