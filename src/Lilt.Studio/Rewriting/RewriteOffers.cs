using System.Diagnostics;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Rewriting;
using Lilt.Studies;

namespace Lilt.Studio.Rewriting;

/// <summary>What a request makes of a tune, round by round, as a page has it.</summary>
/// <param name="model">The network.</param>
/// <param name="tune">The tune, the start token left out.</param>
/// <param name="request">What was asked for; already held against its bounds.</param>
/// <param name="range">The range as the tokens sound; null for any.</param>
internal sealed class RewriteOffers(Model model, IReadOnlyList<Token> tune, RewriteRequest request, PitchRange? range)
{
    private readonly Vocabulary vocabulary = model.Vocabulary;

    /// <summary>What is to be written; null where notes are only moved.</summary>
    /// <exception cref="RewriteRefusedException">The tune has nothing like it.</exception>
    public RewriteTask? Task { get; } =
        request.Kind switch
        {
            RewriteKind.Bars => RewriteTask.Of(model.Vocabulary, tune, request.From, request.To, request.Locks ?? []),
            RewriteKind.Ending => RewriteTask.Ending(model.Vocabulary, tune, request.From - 1, request.Length),
            RewriteKind.OtherEnding => RewriteTask.OtherEnding(model.Vocabulary, tune),
            RewriteKind.Continue => RewriteTask.Continuing(model.Vocabulary, tune, request.From - 1),
            _ => null,
        };

    /// <summary>Writes; the last view is the end of it.</summary>
    public IEnumerable<RewriteView> Rounds(CancellationToken cancellation) => Task is null ? [Moved()] : Written(Task, cancellation);

    private IEnumerable<RewriteView> Written(RewriteTask task, CancellationToken cancellation)
    {
        RewriteOptions options = request.Options with { Range = range };
        int from = task.Before.Count - 1;
        int end = tune.Count - (task.IsOpen || request.Kind == RewriteKind.Ending ? 0 : task.After.Count);
        PassageView was = Passages.Of("as it was", Texts(tune), Math.Min(from, tune.Count), end, null);
        long began = Stopwatch.GetTimestamp();
        RewriteResult? held = null;
        foreach (RewriteResult result in Rewriter.Rounds(model, task, options, cancellation))
        {
            if (held is not null)
            {
                yield return View(held, false);
            }

            held = result;
        }

        yield return View(held!, true);

        RewriteView View(RewriteResult result, bool isLast) =>
            new(
                [.. result.Offers.Select((offer, n) => Offer(offer, n + 1, from, was))],
                was,
                result.Candidates,
                result.Whole,
                result.Effective,
                result.IsThin,
                isLast && result.Offers.Count == 0
                    ?
                    [
                        $"None of {result.Candidates} candidates filled the measures in another way: free some of what is locked, widen the range, or take another seed.",
                    ]
                    : RewriteSentence.Of(result, options, task.IsOpen),
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                isLast
            );
    }

    private OfferView Offer(RewriteOffer offer, int number, int from, PassageView was)
    {
        Token[] tokens = [.. offer.Tune.Skip(1)];
        int to = from + offer.Written.Count;
        return Offer(tokens, number, offer.Share, Passages.Of($"offer {number}", Texts(tokens), from, to, was));
    }

    private OfferView Offer(Token[] tokens, int number, double share, PassageView passage)
    {
        string[] texts = Texts(tokens);
        return new OfferView(
            number,
            texts,
            StudyTuneReader.Read($"offer {number}", texts, false).Abc,
            share,
            range is null
                ? 0
                : PlacedNotes.Outside(vocabulary, tokens, range).Count(note => note.Step >= passage.From && note.Step < passage.To),
            passage
        );
    }

    private RewriteView Moved()
    {
        OctaveMove move = OctaveMove.Of(vocabulary, tune, range!);
        int header = tune.TakeWhile(token => TokenKinds.Of(vocabulary, token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit)
            .Count();
        PassageView was = Passages.Of("as it was", Texts(tune), header, tune.Count, null);
        Token[] tokens = [.. move.Tune.Skip(1)];
        return new RewriteView(
            move.IsNone ? [] : [Offer(tokens, 1, 1, Passages.Of("offer 1", Texts(tokens), header, tokens.Length, was))],
            was,
            0,
            0,
            0,
            false,
            RewriteSentence.Of(move),
            0,
            true
        );
    }

    private string[] Texts(IEnumerable<Token> tokens) => [.. tokens.Select(token => vocabulary[token])];
}
