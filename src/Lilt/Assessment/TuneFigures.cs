using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Assessment;

/// <summary>Everything that is measured on one tune by itself.</summary>
public sealed class TuneFigures
{
    private const int LargestInterval = 36;

    private readonly Melody melody;

    private TuneFigures(Tune tune, Melody melody, TuneCount count, IReadOnlyList<string> tokens, string text)
    {
        Tune = tune;
        this.melody = melody;
        Tokens = tokens;
        Text = text;
        IReadOnlyList<TuneElement> elements = tune.Voices[0].Elements;
        IReadOnlyList<CountedMeasure> measures = count.Voices[0];
        Measures = count.Total;
        Counted = count.Counted;
        StrictlyCounted = count.StrictlyCounted;
        (RepeatsAreWellFormed, RepeatsAreClosed) = TuneStructure.Repeats(elements);
        EndingsArePaired = TuneStructure.EndingsArePaired(elements);
        (Parts, PartsOfEight) = TuneStructure.Parts(measures);
        PickupIsCompleted = TuneStructure.PickupIsCompleted(measures);
    }

    /// <summary>The tune.</summary>
    public Tune Tune { get; }

    /// <summary>
    /// The tune in folk-rnn's tokens: meter, key, then the first voice. Token text as it stands; ABC transposed to C in the v2 format,
    /// empty where that format has no room for it.
    /// </summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Meter, key and the first voice as written: equal for tunes that are equal to the token.</summary>
    internal string Text { get; }

    /// <summary>Measures held against a meter.</summary>
    public int Measures { get; }

    /// <summary>Counted measures.</summary>
    public int Counted { get; }

    /// <summary>Strictly counted measures.</summary>
    public int StrictlyCounted { get; }

    /// <summary>Whether no <c>|:</c> stands inside a repeat that is open, and no <c>:|</c> repeats nothing.</summary>
    public bool RepeatsAreWellFormed { get; }

    /// <summary>Whether the repeats are well formed and none is open at the tune's end.</summary>
    public bool RepeatsAreClosed { get; }

    /// <summary>Whether endings come in pairs, or more, in order; null where there is none.</summary>
    public bool? EndingsArePaired { get; }

    /// <summary>Parts of at least one measure.</summary>
    public int Parts { get; }

    /// <summary>Parts of eight measures.</summary>
    public int PartsOfEight { get; }

    /// <summary>Whether pickup and last measure make a measure; null without a pickup.</summary>
    public bool? PickupIsCompleted { get; }

    /// <summary>Whether the last note is the tonic; null without a tonic or a note.</summary>
    public bool? EndsOnTonic => melody.EndsOnTonic;

    /// <summary>Note heads that belong to the mode.</summary>
    public int NotesInMode => melody.InMode;

    /// <summary>Note heads that stand in a key with a mode.</summary>
    public int NotesJudged => melody.Judged;

    /// <summary>Semitones from the lowest to the highest note; null without notes.</summary>
    public int? Range => melody.Range;

    /// <summary>Notes of the melody.</summary>
    public int Notes => melody.Count;

    internal Melody Melody => melody;

    /// <summary>Measures a tune.</summary>
    public static TuneFigures Of(Tune tune)
    {
        ArgumentNullException.ThrowIfNull(tune);
        List<string> written = Written(tune);
        IReadOnlyList<string> tokens =
            tune.Format == TuneFormat.Abc ? TuneTokenizer.Tokenize(tune, CorpusFormat.V2, Key.CMajor.Tonic!.Value).Tokens ?? [] : written;
        Tune spelled = tune.Format == TuneFormat.TokensV3 && tune.Key.Tonic is null ? V3Spelling.Respell(tune) : tune;
        return new TuneFigures(spelled, Melody.Of(spelled), MeasureCounter.Count(tune), tokens, string.Join(' ', written));
    }

    private static List<string> Written(Tune tune)
    {
        TokenWriter writer = new(tune.Format == TuneFormat.TokensV3);
        List<string> tokens = ["M:" + tune.Meter.Text, "K:" + writer.Key(tune.Key)];
        foreach (TuneElement element in tune.Voices[0].Elements)
        {
            writer.Append(element, tokens);
        }

        return tokens;
    }

    /// <summary>How often each interval stands in the melody: bins of −36 to 36 semitones, wider leaps in the outermost.</summary>
    internal Histogram IntervalHistogram()
    {
        int[] intervals = melody.Intervals();
        for (int i = 0; i < intervals.Length; i++)
        {
            intervals[i] = Math.Clamp(intervals[i], -LargestInterval, LargestInterval) + LargestInterval;
        }

        return Histogram.Of(intervals, (2 * LargestInterval) + 1);
    }
}
