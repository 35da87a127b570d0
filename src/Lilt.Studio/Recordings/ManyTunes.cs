using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Recordings;

/// <summary>
/// One site of one layer of many stored tunes, for whoever goes through a session: made again together, as fast as they were written, and
/// not kept.
/// </summary>
internal sealed class ManyTunes(TuneReplay replay, Workplaces workplaces)
{
    /// <summary>How many tunes are best asked for at a time: all of them are under way together.</summary>
    public const int AtOnce = 64;

    /// <summary>
    /// What the units of a site did in each tune, as the tunes are ready; null for one that is not there any more, or that the network
    /// writes otherwise now.
    /// </summary>
    /// <param name="tunes">The tunes' ids.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    public async IAsyncEnumerable<(string Tune, UnitSequences? Sequences)> PassAsync(
        IReadOnlyList<string> tunes,
        Site site,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        List<AgainTune> ready = [];
        foreach (string tune in tunes)
        {
            if (replay.Find(tune) is { } recording)
            {
                yield return (tune, Own(recording, site));
            }
            else if (await ReadyAsync(tune, cancellation) is { } again)
            {
                ready.Add(again);
            }
            else
            {
                yield return (tune, null);
            }
        }

        foreach (
            IGrouping<(Model Model, float Temperature), AgainTune> group in ready.GroupBy(again => (again.Model, again.Options.Temperature))
        )
        {
            await foreach (
                (AgainTune tune, UnitSequences? sequences) in TogetherAsync(
                    group.Key.Model,
                    group.Key.Temperature,
                    [.. group],
                    site,
                    cancellation
                )
            )
            {
                yield return (tune.Id, sequences);
            }
        }
    }

    private async Task<AgainTune?> ReadyAsync(string tune, CancellationToken cancellation)
    {
        try
        {
            return await replay.ReadyAsync(tune, 0, cancellation);
        }
        catch (StudioException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<(AgainTune Tune, UnitSequences? Sequences)> TogetherAsync(
        Model model,
        float temperature,
        AgainTune[] tunes,
        Site site,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<UnitSequences?> made = Channel.CreateUnbounded<UnitSequences?>();
        Task run = workplaces.RunAsync(
            stopped =>
            {
                Make(model, temperature, tunes, site, made.Writer, stopped);
                return true;
            },
            stop.Token
        );
        _ = run.ContinueWith(
            ended => made.Writer.TryComplete(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        int read = 0;
        try
        {
            await foreach (UnitSequences? sequences in made.Reader.ReadAllAsync(cancellation))
            {
                yield return (tunes[read++], sequences);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await run.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        // A tune that cannot be made ends the run of all: those that are left are made one by one.
        cancellation.ThrowIfCancellationRequested();
        foreach (AgainTune tune in tunes.Skip(read))
        {
            yield return (tune, await AloneAsync(tune, site, cancellation));
        }
    }

    private async Task<UnitSequences?> AloneAsync(AgainTune tune, Site site, CancellationToken cancellation)
    {
        try
        {
            return Own(await replay.MakeAsync(tune, [site.Kind], cancellation), site);
        }
        catch (StudioException)
        {
            return null;
        }
    }

    /// <summary>One site alone, so that the rest of the recording need not stay for it.</summary>
    private static UnitSequences Own(TuneRecording recording, Site site)
    {
        UnitSequences whole = RecordedSite.Sequences(recording, RecordedSites.Name(site.Kind), site.Layer);
        float[] values = new float[whole.Steps * whole.Units];
        for (int step = 0; step < whole.Steps; step++)
        {
            whole.Step(step).CopyTo(values.AsSpan(step * whole.Units));
        }

        return UnitSequences.OfLayer(values, 1, whole.Units, 1);
    }

    private static void Make(
        Model model,
        float temperature,
        AgainTune[] tunes,
        Site site,
        ChannelWriter<UnitSequences?> made,
        CancellationToken cancellation
    )
    {
        ConcurrentDictionary<TuneRequest, float[]> whole = new();
        TuneRequest[] requests = [.. tunes.SelectMany(tune => tune.Options.Requests(tune.Plan))];
        int width = site.Kind == SiteKind.Posterior ? model.Shape.Tokens : model.Shape.Units;
        int place = 0;
        foreach (
            GeneratedTune again in TuneGenerator.RunOperated(
                model,
                requests,
                new RunOptions { AtOnce = AtOnce, Temperature = temperature },
                () => new LayerProbe(site, whole),
                cancellation
            )
        )
        {
            whole.TryRemove(requests[place], out float[]? values);
            bool isSame = again.Tokens.Skip(1).Select(token => model.Vocabulary[token]).SequenceEqual(tunes[place].Tokens);
            made.TryWrite(isSame ? UnitSequences.OfLayer(values!, 1, width, 1) : null);
            place++;
        }
    }
}
