using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Generation;

/// <summary>Makes a network write tunes: one, or many at once.</summary>
public static class TuneGenerator
{
    /// <summary>Slots of one thread's batch: enough that a row of weights is used often while it is in the cache.</summary>
    internal const int MostSlots = 192;

    /// <summary>The default of how many tunes may be under way or whole before the reader has taken the first of them.</summary>
    public const int DefaultWindow = 4096;

    /// <summary>Generates tunes, in order, as they are ready; stop reading, or cancel, to end the run.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What to generate.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IEnumerable<GeneratedTune> Generate(Model model, GenerationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int atOnce = AtOnce(options);
        return Run(model, options.Requests(), atOnce, options.Temperature, options.Threads, () => default(NoTuneProbe), cancellation: cancellation);
    }

    /// <summary>Generates tunes from a model under a plan; after the last, checks that every operation touched something.</summary>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<GeneratedTune> Generate(OperatedModel operated, GenerationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(operated);
        ArgumentNullException.ThrowIfNull(options);
        int atOnce = AtOnce(options);
        IEnumerable<GeneratedTune> tunes = RunOperated(
            operated.Model, options.Requests(operated.Plan), atOnce, options.Temperature, options.Threads, () => default(NoTuneProbe), cancellation: cancellation);
        return tunes.Concat(Checked(operated.Plan));
    }

    /// <summary><see cref="Run"/>, each tune under the plan of its request; the probe sees what is left after the operations.</summary>
    public static IEnumerable<GeneratedTune> RunOperated<TProbe>(
        Model model,
        IEnumerable<TuneRequest> requests,
        int atOnce,
        float temperature,
        int threads,
        Func<TProbe> probe,
        int window = DefaultWindow,
        CancellationToken cancellation = default)
        where TProbe : struct, ITuneProbe
    {
        ArgumentNullException.ThrowIfNull(probe);
        return Run(model, requests, atOnce, temperature, threads, () => new OperatingProbe<TProbe>(probe(), []), window, cancellation);
    }

    /// <summary>Makes the requested tunes under a probe, in order, as they are ready.</summary>
    /// <param name="model">The network.</param>
    /// <param name="requests">Taken one by one as slots become free.</param>
    /// <param name="atOnce">The most tunes that may be under way together; 1 for requests that share a generator.</param>
    /// <param name="temperature">Divides the logits; over 0.</param>
    /// <param name="threads">Threads; changes speed alone.</param>
    /// <param name="probe">Makes one probe a thread; a probe sees the slots of its own batch only.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <param name="window">How many tunes may be under way or whole before the reader has taken the first of them.</param>
    public static IEnumerable<GeneratedTune> Run<TProbe>(
        Model model,
        IEnumerable<TuneRequest> requests,
        int atOnce,
        float temperature,
        int threads,
        Func<TProbe> probe,
        int window = DefaultWindow,
        CancellationToken cancellation = default)
        where TProbe : struct, ITuneProbe
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(probe);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atOnce);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (!(temperature > 0f) || !float.IsFinite(temperature))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "A temperature is over 0.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        return Read(model, requests, Math.Min(atOnce, window), temperature, threads, probe, window, cancellation);
    }

    private static int AtOnce(GenerationOptions options) => options.Mode == DrawMode.Stream ? 1 : Math.Min(DefaultWindow, options.Tunes);

    /// <summary>No tunes: a check that is made when the run has been read to its end.</summary>
    private static IEnumerable<GeneratedTune> Checked(CompiledPlan plan)
    {
        plan.ThrowIfUntouched();
        yield break;
    }

    private static IEnumerable<GeneratedTune> Read<TProbe>(
        Model model,
        IEnumerable<TuneRequest> requests,
        int atOnce,
        float temperature,
        int threads,
        Func<TProbe> probe,
        int window,
        CancellationToken cancellation)
        where TProbe : struct, ITuneProbe
    {
        int workers = Math.Min(threads, atOnce);
        int slots = Math.Min(MostSlots, (atOnce + workers - 1) / workers);
        int teamSize = workers == 1 ? threads : 1;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using IEnumerator<TuneRequest> enumerator = requests.GetEnumerator();
        TuneQueue queue = new(enumerator, window);
        Thread[] running = new Thread[workers];
        for (int n = 0; n < workers; n++)
        {
            TuneWorker<TProbe> worker = new(model, slots, teamSize, temperature, queue, probe());
            running[n] = new Thread(() => worker.Run(stop.Token)) { IsBackground = true, Name = "Lilt generation" };
            running[n].Start();
        }

        try
        {
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
