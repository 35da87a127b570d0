using Lilt.Alignment;
using Lilt.Assessment;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Studies;

/// <summary>
/// Makes of a tune's tokens what a page says of it: its notation, where each token stands in that, and the verdict on every measure.
/// </summary>
public static class StudyTuneReader
{
    /// <summary>Reads a tune.</summary>
    /// <param name="name">What the page calls it; the title of its ABC.</param>
    /// <param name="tokens">[T], the texts of y_0 to y_{T−1}.</param>
    /// <param name="endsAtLimit">Whether the limit ended it.</param>
    /// <param name="tonic">The tonic that its notation is moved to; null for its own, in which it also stays where it cannot be moved.</param>
    /// <param name="written">
    /// The text that a person gave and the tokens were made of, in the key wanted: then the notation is <see cref="WrittenTune.Drawn"/>, and the
    /// tokens have their places in that. Null for a tune of tokens alone; so is one whose tokens are others than the text's.
    /// </param>
    /// <param name="writtenIn">The tonic of the notation that the tokens were made of; null where a model wrote them.</param>
    public static StudyTune Read(
        string name,
        IReadOnlyList<string> tokens,
        bool endsAtLimit,
        Tonic? tonic = null,
        WrittenTune? written = null,
        Tonic? writtenIn = null
    )
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TokenColumns columns = new(tokens);
        bool[] bars = [.. tokens.Select(token => TokenKinds.Of(token) == TokenKind.Measure)];
        Tune? tune = TuneReader.Read(columns.Text).Tunes is [{ } first, ..] ? first : null;
        int[]? places = written is null ? null : WrittenSteps.Of(written, tokens, writtenIn);
        int[] offsets = places ?? new int[tokens.Count];
        string abc = written?.Drawn ?? string.Empty;
        TuneCount? count = null;
        if (places is null)
        {
            Array.Fill(offsets, -1);
            abc = string.Empty;
        }

        if (tune is not null && places is null)
        {
            tune = tonic is { } to ? Transposer.To(tune, to, writtenIn).Tune ?? tune : tune;
            abc = AbcWriter.Write(tune, new AbcHeading { Number = "1", Title = name });
            Align(tokens, columns, tune, abc, offsets);
        }

        if (tune is not null)
        {
            count = MeasureCounter.Count(tune);
        }

        List<StudyMeasure> measures = [];
        foreach (CountedMeasure measure in count?.Measures ?? [])
        {
            if (measure.Verdict != Verdict.Free)
            {
                measures.Add(Measure(measure, count!, tokens, columns, bars));
            }
        }

        return new StudyTune
        {
            Name = name,
            Tokens = tokens,
            Abc = abc,
            Offsets = offsets,
            EndsAtLimit = endsAtLimit,
            Meter = tune?.Meter.Text ?? Meter.Free.Text,
            Measure = (tune?.Meter.Measure ?? Fraction.One).ToString(),
            Measures = measures,
            Total = count?.Total ?? 0,
            Counted = count?.Counted ?? 0,
            StrictlyCounted = count?.StrictlyCounted ?? 0,
            MeasureSteps = [.. Enumerable.Range(0, bars.Length).Where(step => bars[step])],
        };
    }

    private static StudyMeasure Measure(
        CountedMeasure counted,
        TuneCount count,
        IReadOnlyList<string> tokens,
        TokenColumns columns,
        bool[] bars
    )
    {
        int at = columns.StepAt(counted.Measure.Position.Column);
        int from = at;
        while (
            from > 0
            && !bars[from - 1]
            && !bars[from]
            && TokenKinds.Of(tokens[from - 1]) is not (TokenKind.Meter or TokenKind.Key or TokenKind.Unit)
        )
        {
            from--;
        }

        int to = at;
        while (to < bars.Length && !bars[to] && tokens[to] != Vocabulary.EndText)
        {
            to++;
        }

        int begin = columns.Of(from);
        int end = columns.Of(to);
        return new StudyMeasure(
            from,
            to,
            counted.Measure.Duration.ToString(),
            Held(counted.Verdict),
            counted.Difference is { Sign: not 0 } difference ? difference.ToString() : null,
            [.. count.Findings.Where(finding => finding.Column >= begin && finding.Column < end).Select(finding => finding.Text)]
        );
    }

    private static MeasureVerdict Held(Verdict verdict) =>
        verdict switch
        {
            Verdict.Full => MeasureVerdict.Full,
            Verdict.Long => MeasureVerdict.Long,
            Verdict.Short => MeasureVerdict.Short,
            Verdict.Pickup => MeasureVerdict.Pickup,
            Verdict.Complement => MeasureVerdict.Complement,
            Verdict.Split => MeasureVerdict.Split,
            Verdict.Empty => MeasureVerdict.Empty,
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A measure in free meter is held against nothing."),
        };

    // The written notation is read again: its elements are the tune's own, in the same order, and each knows where it stands.
    private static void Align(IReadOnlyList<string> tokens, TokenColumns columns, Tune tune, string abc, int[] offsets)
    {
        if (TuneReader.Read(abc).Tunes is not [{ } read, ..])
        {
            return;
        }

        int[] lines = LineStarts(abc);
        List<TuneElement> from = Flat(tune.Voices[0].Elements);
        List<TuneElement> to = Flat(read.Voices[0].Elements);
        int place = 0;
        for (int index = 0; index < from.Count && place < to.Count; index++)
        {
            if (from[index].GetType() != to[place].GetType())
            {
                return;
            }

            int step = columns.StepAt(from[index].Position.Column);
            int offset = lines[Math.Min(to[place].Position.Line, lines.Length) - 1] + to[place].Position.Column - 1;
            if (offsets[step] < 0 && offset < abc.Length)
            {
                offsets[step] = offset;
                Length(tokens, abc, step, offset, offsets);
            }

            // ':| |2' is written ':|2': one bar for two tokens.
            bool joined =
                from[index] is Bar { Endings.Count: 0 }
                && to[place] is Bar { Endings.Count: > 0 }
                && index + 1 < from.Count
                && from[index + 1] is Bar { Endings.Count: > 0 };
            if (joined)
            {
                offsets[columns.StepAt(from[index + 1].Position.Column)] = offset;
                index++;
            }

            place++;
        }
    }

    private static void Length(IReadOnlyList<string> tokens, string abc, int step, int offset, int[] offsets)
    {
        if (step + 1 < tokens.Count && TokenKinds.Of(tokens[step + 1]) == TokenKind.Duration)
        {
            offsets[step + 1] = WrittenSteps.LengthAt(abc, offset);
        }
    }

    private static List<TuneElement> Flat(IReadOnlyList<TuneElement> elements)
    {
        List<TuneElement> flat = [];
        foreach (TuneElement element in elements)
        {
            flat.Add(element);
            if (element is Chord chord)
            {
                flat.AddRange(chord.Contents);
            }
        }

        return flat;
    }

    private static int[] LineStarts(string text)
    {
        List<int> starts = [0];
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }
}
