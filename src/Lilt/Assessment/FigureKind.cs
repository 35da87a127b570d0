namespace Lilt.Assessment;

/// <summary>A figure of a set of tunes as what each tune adds to it: Σ above / Σ below, tunes summed.</summary>
/// <param name="Name">Its name for scripts.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="IsShareOfTunes">Whether every tune adds 0 or 1 of 1.</param>
/// <param name="Of">What a tune adds; 0 below where it has no say.</param>
internal sealed record FigureKind(
    string Name,
    string Label,
    FigureUnit Unit,
    bool IsShareOfTunes,
    Func<TuneFigures, (double Above, double Below)> Of
)
{
    /// <summary>The figures that a tune adds to by itself, in the order of docs/definitions/assessment.md.</summary>
    public static IReadOnlyList<FigureKind> All { get; } =
    [
        Ratio("countedMeasures", "measures counted", tune => (tune.Counted, tune.Measures)),
        Ratio("strictlyCountedMeasures", "measures strictly counted", tune => (tune.StrictlyCounted, tune.Measures)),
        Share("countedTunes", "tunes with every measure counted", tune => tune.Measures == 0 ? null : tune.Counted == tune.Measures),
        Share("wellFormedRepeats", "tunes whose repeats are well formed", tune => tune.RepeatsAreWellFormed),
        Share("closedRepeats", "tunes whose repeats are all closed", tune => tune.RepeatsAreClosed),
        Share("pairedEndings", "tunes with endings: all paired", tune => tune.EndingsArePaired),
        Ratio("partsOfEight", "parts of 8 measures", tune => (tune.PartsOfEight, tune.Parts)),
        Share("completedPickups", "tunes with a pickup: the last measure completes it", tune => tune.PickupIsCompleted),
        Share("finalTonics", "tunes that end on the tonic", tune => tune.EndsOnTonic),
        Ratio("notesInMode", "notes in the mode", tune => (tune.NotesInMode, tune.NotesJudged)),
        Mean("range", "range", FigureUnit.Semitones, tune => tune.Range),
        Mean("measures", "length in measures", FigureUnit.Measures, tune => tune.Measures),
        Mean("notes", "length in notes", FigureUnit.Notes, tune => tune.Notes),
        Mean("tokens", "length in tokens", FigureUnit.Tokens, tune => tune.Tokens.Count == 0 ? null : tune.Tokens.Count),
    ];

    private static FigureKind Ratio(string name, string label, Func<TuneFigures, (double Above, double Below)> of) =>
        new(name, label, FigureUnit.Share, false, of);

    private static FigureKind Share(string name, string label, Func<TuneFigures, bool?> holds) =>
        new(name, label, FigureUnit.Share, true, tune => holds(tune) is { } known ? (known ? 1 : 0, 1) : (0, 0));

    private static FigureKind Mean(string name, string label, FigureUnit unit, Func<TuneFigures, int?> value) =>
        new(name, label, unit, false, tune => value(tune) is { } known ? (known, 1) : (0, 0));
}
