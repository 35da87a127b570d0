using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Generation;

/// <summary>Makes a network write tunes: one, or many at once.</summary>
public static class TuneGenerator
{
    /// <summary>Slots of one thread's batch: enough that a row of weights is used often while it is in the cache.</summary>
    internal const int MostSlots = 192;

    /// <summary>Generates tunes, in order, as they are ready; stop reading, or cancel, to end the run.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What to generate.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IEnumerable<GeneratedTune> Generate(Model model, GenerationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Run(model, options.Requests(), Together(options), () => default(NoTuneProbe), cancellation);
    }

    /// <summary>Generates tunes from a model under a plan; after the last, checks that every operation touched something.</summary>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<GeneratedTune> Generate(
        OperatedModel operated,
        GenerationOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(operated);
        ArgumentNullException.ThrowIfNull(options);
        IEnumerable<GeneratedTune> tunes = RunOperated(
            operated.Model,
            options.Requests(operated.Plan),
            Together(options),
            () => default(NoTuneProbe),
            cancellation
        );
        return tunes.Concat(Checked(operated.Plan));
    }

    /// <summary><see cref="Run"/>, each tune under the plan of its request; the probe sees what is left after the operations.</summary>
    public static IEnumerable<GeneratedTune> RunOperated<TProbe>(
        Model model,
        IEnumerable<TuneRequest> requests,
        RunOptions options,
        Func<TProbe> probe,
        CancellationToken cancellation = default
    )
        where TProbe : struct, ITuneProbe
    {
        ArgumentNullException.ThrowIfNull(probe);
        return Run(model, requests, options, () => new OperatingProbe<TProbe>(probe(), []), cancellation);
    }

    /// <summary>Makes the requested tunes under a probe, in order, as they are ready.</summary>
    /// <param name="model">The network.</param>
    /// <param name="requests">Taken one by one as slots become free.</param>
    /// <param name="options">How they share the network.</param>
    /// <param name="probe">Makes one probe a thread; a probe sees the slots of its own batch only.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IEnumerable<GeneratedTune> Run<TProbe>(
        Model model,
        IEnumerable<TuneRequest> requests,
        RunOptions options,
        Func<TProbe> probe,
        CancellationToken cancellation = default
    )
        where TProbe : struct, ITuneProbe
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(probe);
        options.Check();
        return Read(model, requests, options, probe, cancellation);
    }

    private static RunOptions Together(GenerationOptions options) =>
        new()
        {
            AtOnce = options.Mode == DrawMode.Stream ? 1 : options.Tunes,
            Temperature = options.Temperature,
            Threads = options.Threads,
        };

    /// <summary>No tunes: a check that is made when the run has been read to its end.</summary>
    private static IEnumerable<GeneratedTune> Checked(CompiledPlan plan)
    {
        plan.ThrowIfUntouched();
        yield break;
    }

    private static IEnumerable<GeneratedTune> Read<TProbe>(
        Model model,
        IEnumerable<TuneRequest> requests,
        RunOptions options,
        Func<TProbe> probe,
        CancellationToken cancellation
    )
        where TProbe : struct, ITuneProbe
    {
        int atOnce = Math.Min(options.AtOnce, options.Window);
        int workers = Math.Min(options.Threads, atOnce);
        int slots = Math.Min(MostSlots, (atOnce + workers - 1) / workers);
        int teamSize = workers == 1 ? options.Threads : 1;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using IEnumerator<TuneRequest> enumerator = requests.GetEnumerator();
        TuneQueue queue = new(enumerator, options.Window);
        List<Thread> running = [];
        try
        {
            for (int n = 0; n < workers; n++)
            {
                TuneWorker<TProbe> worker = new(model, slots, teamSize, options.Temperature, queue, probe());
                Thread thread = new(() => worker.Run(stop.Token)) { IsBackground = true, Name = "Lilt generation" };
                thread.Start();
                running.Add(thread);
            }

            while (queue.TryRead(out GeneratedTune tune))
            {
                yield return tune;
            }
        }
        finally
        {
            stop.Cancel();
            queue.Fail(new OperationCanceledException(stop.Token));
            foreach (Thread thread in running)
            {
                thread.Join();
            }
        }
    }
}
