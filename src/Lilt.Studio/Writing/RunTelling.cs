using System.Diagnostics;
using Lilt.Notation.Tokens;
using Lilt.Studio.Following;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>Tells what happens in a run: the tokens that are drawn within a pause together, each tune, and its end.</summary>
internal sealed class RunTelling(EventHub hub, WritingRun run, string job, StudioPauses pauses)
{
    private readonly Dictionary<int, (int Sent, TokenNames Names)> begun = [];

    /// <summary>Tells all of it; it never fails.</summary>
    public async Task ToEndAsync(CancellationToken stopped)
    {
        long began = Stopwatch.GetTimestamp();
        int tunes = 0;
        try
        {
            while (await run.Events.WaitToReadAsync(CancellationToken.None))
            {
                tunes += TellWaiting();

                // A run that has ended is told at once: the page can write again.
                await Task.WhenAny(run.Events.Completion, Task.Delay(pauses.Tokens, CancellationToken.None));
            }

            Last("done", new DoneEvent(job, tunes, Stopwatch.GetElapsedTime(began).TotalSeconds));
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            Stopped();
        }
        catch (Exception e)
        {
            Last("failed", new FailedEvent(job, run.Complain(e)));
        }
    }

    /// <summary>Somebody stopped the run.</summary>
    public void Stopped() => Last("failed", new FailedEvent(job, "The run was stopped.", IsStopped: true));

    private void Last(string name, object data) => hub.Tell(new StudioEvent(name, job, data, IsLast: true));

    /// <summary>Tells all that has happened since; how many tunes it came to.</summary>
    private int TellWaiting()
    {
        SortedDictionary<int, List<string>> drawn = [];
        List<(TuneSummary Tune, bool IsKnown)> whole = [];
        while (run.Events.TryRead(out RunEvent happened))
        {
            if (happened.Tune is { } tune)
            {
                whole.Add((tune, happened.IsKnown));
                continue;
            }

            if (!drawn.TryGetValue(happened.Index, out List<string>? texts))
            {
                drawn[happened.Index] = texts = [];
            }

            texts.Add(run.Model.Vocabulary[happened.Token]);
        }

        foreach ((int index, List<string> texts) in drawn)
        {
            (int from, TokenNames names) = begun.TryGetValue(index, out (int, TokenNames) before) ? before : (0, new TokenNames(run.Tonic));
            List<string> sounds = [];
            foreach (string text in texts)
            {
                sounds.Add(names.Of(text) ?? text);
                names.Take(text);
            }

            hub.Tell(new StudioEvent("tokens", job, new TokensEvent(job, index, from, texts, sounds)));
            begun[index] = (from + texts.Count, names);
        }

        foreach ((TuneSummary tune, bool isKnown) in whole)
        {
            hub.Tell(new StudioEvent("tune", job, new TuneEvent(job, tune, isKnown)));
        }

        return whole.Count;
    }
}
