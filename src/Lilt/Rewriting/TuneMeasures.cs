using Lilt.Alignment;
using Lilt.Assessment;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>A tune's measures by their numbers, and what stands in them.</summary>
internal sealed class TuneMeasures
{
    private readonly Vocabulary vocabulary;
    private readonly OpenPlaces places;
    private readonly BarredMeasure[] numbered;
    private readonly bool[] isCounted;

    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="tune">The tune; the start token may stand before it.</param>
    public TuneMeasures(Vocabulary vocabulary, IReadOnlyList<Token> tune)
    {
        this.vocabulary = vocabulary;
        Tokens = [.. tune.Skip(tune.Count > 0 && tune[0] == vocabulary.Start ? 1 : 0)];
        places = OpenPlaces.Of(vocabulary, Tokens);
        numbered = [.. places.Measures.Where(measure => measure.Duration.Sign > 0)];
        TuneCount count = MeasureCounter.Count(vocabulary, Tokens);
        Unit = count.Tune.Unit;
        Key = count.Tune.Key;
        isCounted = [.. count.Measures.Where(measure => !measure.Measure.IsEmpty).Select(measure => measure.IsCounted)];
    }

    /// <summary>The tune without the start token, [T].</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>How many there are.</summary>
    public int Count => numbered.Length;

    /// <summary>The tokens before the music.</summary>
    public int Header =>
        Tokens.TakeWhile(token => TokenKinds.Of(vocabulary, token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit).Count();

    /// <summary>L, in whole notes.</summary>
    public Fraction Unit { get; }

    /// <summary>The key.</summary>
    public Key Key { get; }

    /// <summary>A measure by its number, from 1.</summary>
    public BarredMeasure this[int number] => numbered[number - 1];

    /// <summary>The tokens of the first measures, header and all; a bar ends the last, though the tune has none there.</summary>
    /// <exception cref="RewriteRefusedException">There are not so many.</exception>
    public IReadOnlyList<Token> First(int kept)
    {
        if (kept < 0 || kept > Count)
        {
            throw new RewriteRefusedException(
                FormattableString.Invariant($"The tune has measures 1 to {Count}; {kept} of them cannot stay.")
            );
        }

        int end = kept == 0 ? Header : this[kept].Bar;
        return kept == 0 ? [.. Tokens.Take(end)]
            : end < Tokens.Count && Tokens[end] != vocabulary.End ? [.. Tokens.Take(end + 1)]
            : [.. Tokens.Take(end), Bar("|")];
    }

    /// <summary>What stands between bars from one measure to another, empty ones among them.</summary>
    public IEnumerable<BarredMeasure> Spans(int first, int last) =>
        places.Measures.Where(measure => measure.Index >= this[first].Index && measure.Index <= this[last].Index);

    /// <summary>The meter at a step.</summary>
    public Meter MeterAt(int step) =>
        Tokens.Take(step).Select(token => TokenGrammar.Read(vocabulary[token])).LastOrDefault(of => of.Kind == TokenKind.Meter) is { } field
            ? Meter.Parse(field.Field) ?? Meter.Free
            : Meter.Free;

    /// <summary>A bar of the vocabulary.</summary>
    /// <exception cref="RewriteRefusedException">It has none.</exception>
    public Token Bar(string text) =>
        vocabulary.TryFind(text, out Token bar)
            ? bar
            : throw new RewriteRefusedException($"The network has no token '{text}', so that a section cannot be closed.");

    /// <summary>The section that is under way before a step: its full measures, and whether a bar opened it to be repeated.</summary>
    public (int Measures, bool IsRepeated) Section(int step)
    {
        int whole = 0;
        bool isRepeated = false;
        foreach (BarredMeasure measure in places.Measures.Where(measure => measure.Bar < step))
        {
            whole += measure.IsFull ? 1 : 0;
            string bar = vocabulary[Tokens[measure.Bar]];
            if (bar.StartsWith(':') || bar.EndsWith(':'))
            {
                whole = 0;
                isRepeated = bar.EndsWith(':');
            }
        }

        return (whole, isRepeated);
    }

    /// <summary>A measure as it is to be written.</summary>
    /// <exception cref="RewriteRefusedException">A note is locked that is none, or that the measure has no room for.</exception>
    public RewrittenMeasure Written(BarredMeasure measure, IReadOnlyList<NoteLock> locks)
    {
        int number = 1 + Array.FindIndex(numbered, of => of.Index == measure.Index);
        OpenPlace[] within = [.. places.Of(measure.Index)];
        NoteLock[] here = [.. locks.Where(of => of.Measure == number)];
        bool isWhole = here.Any(of => of.Note is null);
        Fraction length = isWhole || number == 0 ? measure.Duration : Length(measure, number);
        List<LockedNotes> locked = [];
        for (int note = 1; note < within.Length; note++)
        {
            OpenPlace from = within[note - 1];
            if (isWhole || here.Any(of => of.Note == note))
            {
                locked.Add(new LockedNotes(from.Distance, [.. Tokens.Take(within[note].Step).Skip(from.Step)]));
            }
        }

        NoteLock? none = here.FirstOrDefault(of => of.Note is < 1 || of.Note >= within.Length);
        if (none is not null)
        {
            throw new RewriteRefusedException(
                FormattableString.Invariant($"Measure {number} has {within.Length - 1} notes; note {none.Note} is none of them.")
            );
        }

        return locked.Any(of => of.From >= length) && length.Sign > 0
            ? throw new RewriteRefusedException(
                FormattableString.Invariant($"Measure {number} is too long, and a note that is locked stands where its bar has to be.")
            )
            : new RewrittenMeasure(length, [Tokens.Count > measure.Bar ? Tokens[measure.Bar] : vocabulary.End], locked);
    }

    private Fraction Length(BarredMeasure measure, int number) =>
        MeterAt(measure.Bar).Measure is { } full && number <= isCounted.Length && !isCounted[number - 1] ? full : measure.Duration;
}
