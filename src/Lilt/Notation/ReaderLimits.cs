namespace Lilt.Notation;

/// <summary>
/// What a length may be. Every duration that a reader lets through is a multiple of 1/<see cref="Grid"/> and at most
/// <see cref="LongestDuration"/> whole notes, so that ten million of them still add up without overflow.
/// </summary>
internal static class ReaderLimits
{
    /// <summary>2¹² · 3³ · 5² · 7 · 11 · 13: the 4096th notes, and tuplets of 2 to 16.</summary>
    public const long Grid = 4096L * 27 * 25 * 7 * 11 * 13;

    /// <summary>The longest note or rest, in whole notes.</summary>
    public const long LongestDuration = 256;

    /// <summary>The largest number in a note's length, tuplet, meter or multi-measure rest that is read.</summary>
    public const int LargestNumber = 1024;

    /// <summary>The largest p, q or r of a tuplet.</summary>
    public const int LargestTuplet = 64;

    /// <summary>The most notes of one chord; no instrument has more strings or keys to play at once.</summary>
    public const int ChordNotes = 128;

    /// <summary>How many findings of one text are kept one by one; the last says how many more there are.</summary>
    public const int Findings = 1000;

    /// <summary>The most parts that a P: field may expand to.</summary>
    public const int PartSequence = 1000;

    /// <summary>Whether a duration can be kept exactly.</summary>
    public static bool Accepts(Fraction duration) =>
        duration.Sign >= 0 && Grid % duration.Denominator == 0 && duration <= new Fraction(LongestDuration);
}
