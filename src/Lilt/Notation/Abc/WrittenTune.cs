using System.Globalization;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;

namespace Lilt.Notation.Abc;

/// <summary>
/// A tune in ABC as a person wrote it, and what is read of it. <see cref="AbcWriter"/> writes what Lilt knows of a tune; here every sign stays:
/// slurs, clefs, words under the notes, voices' names, titles, remarks. Immutable.
/// </summary>
public sealed class WrittenTune
{
    private readonly int[] lines;
    private readonly int[] drawnPlaces;

    private WrittenTune(string text, Tune tune)
    {
        Text = text;
        Tune = tune;
        lines = [.. TextLine.Split(text).Select(line => line.Start)];
        TextEdits edits = DrawnText.Edits(this);
        Drawn = edits.Apply();
        drawnPlaces = edits.Places();
    }

    /// <summary>The tune's own lines, each with LF at its end.</summary>
    public string Text { get; }

    /// <summary>What is read of <see cref="Text"/>; its positions are places of that.</summary>
    public Tune Tune { get; }

    /// <summary>
    /// The text for a program that draws: what is read here and is no music to others, or the other way round (old chords between <c>+</c>, old
    /// line ends <c>!</c>, blanks before a field, words in the music), is written so that both read the same.
    /// </summary>
    public string Drawn { get; }

    /// <summary>Takes one tune out of a text.</summary>
    /// <param name="text">The text that <paramref name="tune"/> was read from.</param>
    /// <param name="tune">The tune.</param>
    /// <returns>Null where it is not written in ABC.</returns>
    public static WrittenTune? Of(string text, Tune tune)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tune);
        if (tune.Format != TuneFormat.Abc)
        {
            return null;
        }

        List<TextLine> all = TextLine.Split(text);
        List<string> own = [];
        for (int line = tune.Position.Line; line <= Math.Min(tune.End.Line, all.Count); line++)
        {
            own.Add(all[line - 1].Of(text).ToString());
        }

        WrittenTune? made = Read(own);

        // What a file says before its first tune holds for each.
        if (made is not null && Expands(tune) && !Expands(made.Tune))
        {
            IEnumerable<string> before = all.Take(tune.Position.Line - 1).Select(line => line.Of(text).ToString());
            own.InsertRange(
                1,
                before.TakeWhile(line => !line.StartsWith("X:", StringComparison.Ordinal)).Where(line => line is ['m', ':', ..])
            );
            made = Read(own);
        }

        if (made is not null && (!made.Tune.Meter.Equals(tune.Meter) || made.Tune.Unit != tune.Unit))
        {
            own.InsertRange(1, [$"M:{tune.Meter.Text}", $"L:{tune.Unit.Numerator}/{tune.Unit.Denominator}"]);
            made = Read(own);
        }

        return made;
    }

    /// <summary>Reads the first tune of a text; null where that is none in ABC.</summary>
    public static WrittenTune? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TuneReader.Read(text).Tunes is [{ } tune, ..] ? Of(text, tune) : null;
    }

    /// <summary>The same in another key, every other sign kept.</summary>
    /// <param name="tonic">The tonic.</param>
    /// <returns>
    /// Null where it cannot be moved so: <see cref="Transposer"/> says why, or it has macros that would stand for other notes there.
    /// </returns>
    public WrittenTune? InKey(Tonic tonic) =>
        Tune.Key.Tonic is { } own && own.Equals(tonic) ? this
        : Transposer.To(Tune, tonic).Tune is { } moved
        && MovedText.Of(this, moved) is { } text
        && Parse(text) is { } there
        && there.SoundsAs(moved)
            ? there
        : null;

    // A macro is a text that is put in for a text: only what it becomes tells that it was moved rightly.
    private bool SoundsAs(Tune moved) =>
        !Expands(moved)
        || Timeline
            .Of(Tune)
            .Notes.Select(note => (note.Onset, note.Length, note.Pitch))
            .SequenceEqual(Timeline.Of(moved).Notes.Select(note => (note.Onset, note.Length, note.Pitch)));

    /// <summary>The same with another tempo at its beginning.</summary>
    public WrittenTune AtTempo(Tempo tempo)
    {
        ArgumentNullException.ThrowIfNull(tempo);
        TextEdits edits = new(Text);
        TuneField? key = Tune.Fields.FirstOrDefault(field => field.Name == 'K');
        TuneField? written = Tune.Fields.FirstOrDefault(field => field.Name == 'Q');
        if (written is not null && (key is null || written.Position.Line < key.Position.Line))
        {
            int from = OffsetOf(written.Position);
            edits.Replace(from, EndOfLine(from) - from, $"Q:{tempo.Text}");
        }
        else
        {
            edits.Replace(key is null ? 0 : lines[key.Position.Line - 1], 0, $"Q:{tempo.Text}\n");
        }

        return Parse(edits.Apply()) ?? this;
    }

    /// <summary>The text as a tune of a book: under a number, and a title in place of its first where one is given.</summary>
    /// <param name="number">What follows <c>X:</c>; null for what stands there.</param>
    /// <param name="title">What follows the first <c>T:</c>; null for what stands there.</param>
    public string Headed(int? number, string? title)
    {
        TextEdits edits = new(Text);
        bool isNumbered = Text.StartsWith("X:", StringComparison.Ordinal);
        if (number is { } given)
        {
            string numbered = string.Create(CultureInfo.InvariantCulture, $"X:{given}");
            edits.Replace(0, isNumbered ? EndOfLine(0) : 0, isNumbered ? numbered : numbered + "\n");
        }

        if (title is not null && Tune.Fields.FirstOrDefault(field => field.Name == 'T') is { } written)
        {
            int from = OffsetOf(written.Position);
            edits.Replace(from, EndOfLine(from) - from, $"T:{title}");
        }
        else if (title is not null)
        {
            edits.Replace(isNumbered ? Math.Min(EndOfLine(0) + 1, Text.Length) : 0, 0, $"T:{title}\n");
        }

        return edits.Apply();
    }

    /// <summary>Where a position of the tune stands in <see cref="Text"/>, from 0.</summary>
    public int OffsetOf(SourcePosition position) =>
        Math.Clamp(lines[Math.Clamp(position.Line, 1, lines.Length) - 1] + position.Column - 1, 0, Text.Length);

    /// <summary>Where a position of the tune stands in <see cref="Drawn"/>, from 0.</summary>
    public int OffsetInDrawn(SourcePosition position) => drawnPlaces[OffsetOf(position)];

    /// <summary>All that stands in a voice, what stands inside chords and grace notes too, each after what it stands in.</summary>
    internal static IEnumerable<TuneElement> Flat(Voice voice)
    {
        foreach (TuneElement element in voice.Elements)
        {
            yield return element;
            IReadOnlyList<TuneElement> inner = element switch
            {
                Chord chord => chord.Contents,
                GraceNotes grace => grace.Notes,
                _ => [],
            };
            foreach (TuneElement each in inner)
            {
                yield return each;
            }
        }
    }

    internal int EndOfLine(int from)
    {
        int end = Text.IndexOf('\n', from);
        return end < 0 ? Text.Length : end;
    }

    private static bool Expands(Tune tune) => !ReferenceEquals(tune.ExpandedVoices, tune.Voices);

    private static WrittenTune? Read(List<string> own)
    {
        string text = string.Concat(own.Select(line => line + "\n"));
        return TuneReader.Read(text).Tunes is [{ Format: TuneFormat.Abc } read] ? new WrittenTune(text, read) : null;
    }
}
