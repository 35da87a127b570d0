using Lilt.Binding;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>Measure tokens read or written, as events that units are bound to.</summary>
public static class MeasureEvents
{
    /// <summary>The events of one tune; the header's steps and the one that writes the end token do not count.</summary>
    /// <param name="recording">The tune.</param>
    /// <param name="sequences">What its units did, [T, U].</param>
    /// <param name="written">Whether the event is that a measure token is written; otherwise that one is read.</param>
    /// <returns>Null where the tune has fewer than two steps to count.</returns>
    public static TuneEvents? Of(TuneRecording recording, UnitSequences sequences, bool written)
    {
        ArgumentNullException.ThrowIfNull(recording);
        TokenKind[] kinds = [.. recording.Facts.Vocabulary.Select(TokenKinds.Of)];
        int header = recording.Output.TakeWhile(token => kinds[token.Index] is TokenKind.Meter or TokenKind.Key or TokenKind.Unit).Count();
        return Of(recording, sequences, written, header, kinds);
    }

    /// <summary>The same with the header's length and the tokens' kinds known.</summary>
    internal static TuneEvents? Of(
        TuneRecording recording,
        UnitSequences sequences,
        bool written,
        int header,
        IReadOnlyList<TokenKind> kinds
    )
    {
        bool[] events = [.. (written ? recording.Output : recording.Input).Select(token => kinds[token.Index] == TokenKind.Measure)];
        int first = Math.Min(header, recording.Steps);
        int count = recording.Steps - first - (recording.Facts.EndsAtLimit ? 0 : 1);
        return count < 2 ? null : new TuneEvents(sequences, events, first, count);
    }
}
