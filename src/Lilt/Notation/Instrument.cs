namespace Lilt.Notation;

/// <summary>What plays or sings a tune, and what it reaches, as its notes are written.</summary>
/// <param name="Name">As a person names it: <c>whistle</c>.</param>
/// <param name="Title">The same for a list: <c>whistle in D</c>.</param>
/// <param name="Range">From its lowest note to the highest that is used.</param>
public sealed record Instrument(string Name, string Title, PitchRange Range)
{
    /// <summary>
    /// Those that are known: whistle and flute in D (<c>D</c> to <c>d'</c>), fiddle in first position (<c>G,</c> to <c>b'</c>), a voice of
    /// no training (<c>A,</c> to <c>e</c>), and the four voices of a choir.
    /// </summary>
    public static IReadOnlyList<Instrument> All { get; } =
    [
        new("whistle", "whistle in D", new PitchRange(2, 26)),
        new("flute", "flute in D", new PitchRange(2, 26)),
        new("fiddle", "fiddle", new PitchRange(-5, 35)),
        new("voice", "voice", new PitchRange(-3, 16)),
        new("soprano", "soprano", new PitchRange(0, 21)),
        new("alto", "alto", new PitchRange(-7, 14)),
        new("tenor", "tenor", new PitchRange(-12, 7)),
        new("bass", "bass", new PitchRange(-20, 0)),
    ];
}
