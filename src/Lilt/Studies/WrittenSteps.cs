using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;

namespace Lilt.Studies;

/// <summary>Where the tokens that a person's tune became stand in its own text.</summary>
internal static class WrittenSteps
{
    /// <summary>[T] Each step's place in <see cref="WrittenTune.Drawn"/>, in UTF-16 units; −1 for one with no text of its own.</summary>
    /// <param name="written">The tune; the tokens are its first voice's.</param>
    /// <param name="tokens">[T], the texts of y_0 to y_{T−1}.</param>
    /// <param name="writtenIn">The tonic that it stood in when they were made of it; null where it was not moved since.</param>
    /// <returns>Null where the text gives other tokens.</returns>
    public static int[]? Of(WrittenTune written, IReadOnlyList<string> tokens, Tonic? writtenIn)
    {
        if (FirstVoiceInC(written.Tune, writtenIn) is not { } tune)
        {
            return null;
        }

        // A tune without a header of its own has fewer fields, or none.
        int header = tokens.TakeWhile(token => TokenKinds.Of(token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit).Count();
        int music = tokens is [.., Vocabulary.EndText] ? tokens.Count - 1 : tokens.Count;
        foreach (CorpusFormat format in new[] { CorpusFormat.V2, CorpusFormat.V3 })
        {
            List<SourcePosition> positions = [];
            IEnumerable<string> texts = TuneTokenizer.Tokens(tune, format, positions).Skip(TuneTokenizer.HeaderTokens);
            if (texts.SequenceEqual(tokens.Take(music).Skip(header)))
            {
                return Places(written, tokens, header, positions[TuneTokenizer.HeaderTokens..]);
            }
        }

        return null;
    }

    /// <summary>Where a note's length stands in ABC, behind its letter and octave; −1 where none is written.</summary>
    /// <param name="abc">The text.</param>
    /// <param name="note">Where the note begins in it.</param>
    public static int LengthAt(string abc, int note)
    {
        int at = note;
        while (at < abc.Length && abc[at] is '^' or '_' or '=')
        {
            at++;
        }

        at++;
        while (at < abc.Length && abc[at] is ',' or '\'')
        {
            at++;
        }

        return at < abc.Length && (char.IsAsciiDigit(abc[at]) || abc[at] == '/') ? at : -1;
    }

    private static Tune? FirstVoiceInC(Tune tune, Tonic? writtenIn) =>
        Transposer
            .ForTokens(tune with { Voices = [tune.Voices[0]], ExpandedVoices = [tune.Voices[0]] }, new Tonic(Letter.C, 0), writtenIn)
            .Tune;

    private static int[] Places(WrittenTune written, IReadOnlyList<string> tokens, int header, List<SourcePosition> positions)
    {
        int[] places = new int[tokens.Count];
        Array.Fill(places, -1);
        for (int step = header; step < header + positions.Count; step++)
        {
            places[step] = TokenKinds.Of(tokens[step]) switch
            {
                TokenKind.Pitch or TokenKind.Rest or TokenKind.Measure or TokenKind.ChordStart or TokenKind.Tuplet or TokenKind.Broken =>
                    written.OffsetInDrawn(positions[step - header]),
                TokenKind.Duration when TokenKinds.Of(tokens[step - 1]) is TokenKind.Pitch or TokenKind.Rest => LengthAt(
                    written.Drawn,
                    places[step - 1]
                ),
                _ => -1,
            };
        }

        return places;
    }
}
