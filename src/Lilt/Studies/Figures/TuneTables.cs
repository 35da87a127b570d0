namespace Lilt.Studies.Figures;

/// <summary>Tables of tunes that any study can have.</summary>
internal static class TuneTables
{
    /// <summary>Each step of the studied tune.</summary>
    /// <param name="what">What the page says of it.</param>
    /// <param name="figure">The tune.</param>
    /// <param name="posterior">What the network expected at each of its steps.</param>
    public static StudyTable Steps(string what, StudiedTuneFigure figure, PosteriorFigure posterior)
    {
        HashSet<int> measures = [.. figure.Tune.MeasureSteps];
        return new StudyTable(
            "steps.csv",
            what,
            ["step", "token", "surprise_bits", "measure_token"],
            figure.Tune.Tokens.Select((token, step) => new object?[] { step, token, posterior.Surprise[step], measures.Contains(step) })
        );
    }

    /// <summary>Every measure of some tunes.</summary>
    /// <param name="what">What the page says of it.</param>
    /// <param name="tunes">The tunes.</param>
    public static StudyTable Measures(string what, IReadOnlyList<StudyTune> tunes) =>
        new(
            "measures.csv",
            what,
            ["tune", "measure", "from_step", "to_step", "duration", "verdict", "difference"],
            tunes.SelectMany(tune =>
                tune.Measures.Select(
                    (measure, index) =>
                        new object?[]
                        {
                            tune.Name,
                            index + 1,
                            measure.From,
                            measure.To,
                            measure.Duration,
                            EnumWords.Of(measure.Verdict),
                            measure.Difference,
                        }
                )
            )
        );
}
