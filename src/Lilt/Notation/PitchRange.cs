using System.Diagnostics.CodeAnalysis;
using Lilt.Notation.Elements;

namespace Lilt.Notation;

/// <summary>The pitches from one to another, both among them.</summary>
/// <param name="Lowest">Semitones above middle C.</param>
/// <param name="Highest">Semitones above middle C, not under <paramref name="Lowest"/>.</param>
public sealed record PitchRange(int Lowest, int Highest)
{
    private static readonly string[] Letters = ["C", "^C", "D", "^D", "E", "F", "^F", "G", "^G", "A", "^A", "B"];

    /// <summary>Whether a pitch lies within.</summary>
    /// <param name="semitones">Semitones above middle C.</param>
    public bool Holds(int semitones) => semitones >= Lowest && semitones <= Highest;

    /// <summary>The range so many semitones higher.</summary>
    public PitchRange Up(int semitones) => new(Lowest + semitones, Highest + semitones);

    /// <summary>Reads two notes in ABC, such as <c>D-b</c>, or the name of an <see cref="Instrument"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The range; null where the text is none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PitchRange? range)
    {
        range =
            Instrument.All.FirstOrDefault(of => of.Name == text)?.Range
            ?? (
                text?.Split('-') is [var low, var high] && PitchOf(low) is { } lowest && PitchOf(high) is { } highest && lowest <= highest
                    ? new PitchRange(lowest, highest)
                    : null
            );
        return range is not null;
    }

    /// <summary>The range as ABC writes its ends, with sharps: <c>D-d'</c>.</summary>
    public override string ToString() => $"{Text(Lowest)}-{Text(Highest)}";

    private static string Text(int semitones)
    {
        int octave = (int)Math.Floor(semitones / 12.0);
        string letter = Letters[semitones - (12 * octave)];
        return octave > 0 ? letter.ToLowerInvariant() + new string('\'', octave - 1) : letter + new string(',', -octave);
    }

    private static int? PitchOf(string text) =>
        TuneReader.Read($"X:1\nK:C\n{text}\n").Tunes is [{ Findings.Count: 0 } tune] && tune.Voices[0].Elements is [Note note, ..]
            ? note.Pitch.SemitonesAboveMiddleC
            : null;
}
