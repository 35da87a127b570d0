namespace Lilt.Benchmarks.Playing;

/// <summary>A kind of difference that a rule tells: the tune is written another way that means the same, and the difference is gone.</summary>
/// <param name="Name">The kind, and who is right by what.</param>
/// <param name="ChangesBoth">Whether Lilt plays the other text as well: the two ways differ in taste, not in the standard.</param>
/// <param name="Rewrite">The other text; null where the rule says nothing of a tune.</param>
internal sealed record Kind(string Name, bool ChangesBoth, Func<string, string?> Rewrite)
{
    /// <summary>Every note's onset, end and pitch.</summary>
    public const string Equal = "equal";

    /// <summary>Nothing sounds on either side: no comparison.</summary>
    public const string Silent = "no notes on either side (left out of the shares)";

    /// <summary>No rule tells.</summary>
    public const string Unexplained = "unexplained";

    /// <summary>Lilt says of a place in the text that it cannot be read for certain.</summary>
    public const string Said = "the text is faulty, and Lilt says where";

    /// <summary>The kinds, the first that fits taken.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("bars of unusual shape: Lilt, by 4.8", false, text => WrittenRepeats.In(text, Repairs.Shapes)),
        new("no |: before a later section: Lilt, by 4.8", false, text => WrittenRepeats.In(text, Repairs.Starts)),
        new("|: that no :| ends is no repeat: Lilt, by 4.8", false, text => WrittenRepeats.In(text, Repairs.Unclosed)),
        new("a last ending that :| closes: Lilt, by 4.10", false, text => WrittenRepeats.In(text, Repairs.LastEndings)),
        new("no :| before a later ending: Lilt, by 4.9", false, text => WrittenRepeats.In(text, Repairs.Endings)),
        new("tuplets in the time that 4.13 gives: Lilt", false, WrittenNotes.Tuplets),
        new("a chord's notes of different lengths: Lilt, by 4.17", true, WrittenNotes.Chords),
        new("broken rhythm of notes that differ: undefined by 4.4, and Lilt says so", true, WrittenNotes.EvenWhereUndefined),
        new("a tie before a repeat's end or an ending: Lilt, by 4.11", true, WrittenNotes.UntiedAtRepeats),
        new("'!' that ends a line: Lilt, by 12.2", false, WrittenNotes.WithoutLineEnds),
        new(
            "a grace note's accidental, of which abc2midi without grace notes knows nothing: Lilt, by 11.3",
            true,
            WrittenNotes.PlainGraces
        ),
        new("chords between '+': Lilt, by 10.2.3", false, WrittenNotes.Brackets),
        new("a key's accidentals without blanks: Lilt, by 3.1.14", false, WrittenNotes.SpacedKeys),
        new("a hornpipe's swing: taste", true, WrittenNotes.Unswung),
        new("several of these: Lilt, by 4.8 to 4.10", false, text => WrittenRepeats.In(text, Every)),
        new("no |: at a part's start: Lilt, a part (3.1.9) is a section", false, text => WrittenRepeats.In(text, Every | Repairs.Parts)),
        new("several of all these: Lilt", true, Several),
    ];

    private static readonly Func<string, string?>[] OfNotes =
    [
        WrittenNotes.WithoutLineEnds,
        WrittenNotes.EvenWhereUndefined,
        WrittenNotes.Chords,
        WrittenNotes.Tuplets,
        WrittenNotes.UntiedAtRepeats,
        WrittenNotes.PlainGraces,
        WrittenNotes.Unswung,
    ];

    private const Repairs Every = Repairs.Shapes | Repairs.Starts | Repairs.Unclosed | Repairs.LastEndings | Repairs.Endings;

    private static string? Several(string text)
    {
        string notes = text;
        foreach (Func<string, string?> rewrite in OfNotes)
        {
            notes = rewrite(notes) ?? notes;
        }

        return WrittenRepeats.In(notes, Every | Repairs.Parts) is { } repeats ? repeats
            : notes == text ? null
            : notes;
    }
}
