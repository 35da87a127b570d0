namespace Lilt.Studies.Figures;

/// <summary>Figure 1: the tune that everything is measured on.</summary>
public sealed record StudiedTuneFigure : Figure
{
    /// <summary>The tune.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static StudiedTuneFigure Of(StudyMaterial material)
    {
        StudyTune tune = material.Tune;
        string[] off =
        [
            .. tune
                .Measures.Select((measure, index) => (measure, index))
                .Where(of => of.measure.Verdict is MeasureVerdict.Long or MeasureVerdict.Short or MeasureVerdict.Empty)
                .Select(of =>
                    $"{NumberText.Number(of.index + 1)} ({EnumWords.Of(of.measure.Verdict)}{(of.measure.Difference is { } difference ? $" by {difference.TrimStart('-')} of a whole note" : "")})"
                ),
        ];
        return new StudiedTuneFigure
        {
            Tune = tune,
            Article =
                "Everything is measured on one tune in 4/4 that the network wrote, 147 steps long, with a measure token every 8 or 9 steps.",
            Here =
                $"The tune in {tune.Meter} has {NumberText.Count(material.Steps, "step")}{(tune.EndsAtLimit ? ", cut at the limit of tokens," : "")} and {tune.CountInWords()}; "
                + $"a measure token is written every {NumberText.Steps(material.MeasureInterval)} (median). "
                + (off.Length == 0 ? "No measure is miscounted." : $"Miscounted: measure {NumberText.List(off)}."),
            Caption =
                "Each cell is a step and the token written there; dashed lines stand at measure tokens. A measure is counted if it is full, a pickup, the complement of one, or split between neighbours; strictly, split ones are left out.",
            Command = material.Options.Commands.Generate,
            Files = ["tunes.abc", "measures.csv", "steps.csv"],
        };
    }
}
