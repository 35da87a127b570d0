using Lilt.Assessment;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary>Which of the tunes that have tokens go into a corpus.</summary>
internal sealed class CorpusRules
{
    /// <summary>A tune that shares so many notes in a row with a held-out one is left out.</summary>
    public const int SharedNotes = 12;

    private readonly Vocabulary? vocabulary;
    private readonly bool whole;
    private readonly OriginalityIndex? heldOut;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="vocabulary">The tokens that a tune may hold; null for all.</param>
    /// <param name="whole">Whether every measure must count, every repeat be closed and every ending have its fellow.</param>
    /// <param name="heldOut">Tunes that must stay unseen; none where there is no such part.</param>
    public CorpusRules(Vocabulary? vocabulary, bool whole, IReadOnlyList<Tune> heldOut)
    {
        this.vocabulary = vocabulary;
        this.whole = whole;
        this.heldOut = heldOut.Count > 0 ? new OriginalityIndex([.. heldOut.Select(TuneFigures.Of)]) : null;
    }

    /// <summary>The tune's tokens, or why it is left out.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="tokenized">What the format makes of it.</param>
    public TokenizedTune Of(Tune tune, TokenizedTune tokenized)
    {
        TokenizedTune written = vocabulary is null ? tokenized : TokensOfTune.InMeterOf(vocabulary, tune, tokenized);
        if (written.Tokens is not { } tokens)
        {
            return written;
        }

        if (vocabulary is not null && tokens.FirstOrDefault(token => !vocabulary.TryFind(token, out _)) is { } lacking)
        {
            return Left("the model lacks a token of it", lacking);
        }

        if (whole || heldOut is not null)
        {
            TuneFigures figures = TuneFigures.Of(tune);
            if (whole && WhyNotWhole(figures) is { } reason)
            {
                return Left(reason);
            }

            if (heldOut?.Of(figures) is { LongestRun: >= SharedNotes } shared)
            {
                return Left($"it shares {SharedNotes} notes in a row or more with a tune that is held out", $"{shared.LongestRun} notes");
            }
        }

        return heldOut is null || taken.Add(string.Join(' ', tokens)) ? written : Left("it stands there already");
    }

    private static string? WhyNotWhole(TuneFigures figures) =>
        figures.Counted < figures.Measures ? "not every measure counts"
        : !figures.RepeatsAreClosed ? "a repeat is left open, or closes nothing"
        : figures.EndingsArePaired == false ? "an ending has no fellow"
        : null;

    private static TokenizedTune Left(string reason, string? detail = null) => new(null, reason, detail);
}
