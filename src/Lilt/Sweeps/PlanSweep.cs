using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;

namespace Lilt.Sweeps;

/// <summary>
/// Many plans over many tunes in one batch: networks that differ in what is done to them run side by side on one set of weights.
/// </summary>
/// <remarks>
/// Each (plan, tune) is to the bit what it is alone, whatever runs beside it. <see cref="OperationPlan.Empty"/> among the plans is the
/// network as it is.
/// </remarks>
public static class PlanSweep
{
    /// <summary>Lets the network read every tune under every plan (teacher forcing) and adds up what its steps are worth.</summary>
    /// <param name="model">The network.</param>
    /// <param name="tunes">The tunes' tokens, the start token in front or not: of generated tunes, their
    /// <see cref="GeneratedTune.Tokens"/>.</param>
    /// <param name="plans">What is done to the network. What draws, draws for tune n with its seed + n.</param>
    /// <param name="value">What a step is worth.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told after every tune under every plan; null for nobody.</param>
    /// <param name="cancellation">Ends the sweep within a step.</param>
    /// <returns>[plans, tunes], each the sum over the tune's steps, in their order.</returns>
    /// <exception cref="ArgumentException">A tune has no tokens, or one that is not of the model's vocabulary.</exception>
    /// <exception cref="PlanFormatException">A plan names what the model has not, or an operation of one touched nothing in any tune; the
    /// message says which plan, from 0.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[,] Read(
        Model model,
        IReadOnlyList<IReadOnlyList<Token>> tunes,
        IReadOnlyList<OperationPlan> plans,
        StepValue value,
        SweepOptions? options = null,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tunes);
        ArgumentNullException.ThrowIfNull(value);
        CompiledPlan[] compiled = Compile(model, plans);
        options ??= new SweepOptions();
        int[][] kinds =
        [
            .. Enum.GetValues<TokenKind>().Select(kind => TokenKinds.Select(model.Vocabulary, kind).Select(token => token.Index).ToArray()),
        ];
        double[,] sums = new double[compiled.Length, tunes.Count];

        // The longest first, so that the sweep does not end on few long ones; one tune under all plans at once reads each row of weights
        // for all of them.
        IEnumerable<TuneRequest> requests =
            from tune in Enumerable.Range(0, tunes.Count).OrderByDescending(tune => tunes[tune].Count).ThenBy(tune => tune).ToArray()
            from plan in Enumerable.Range(0, compiled.Length)
            select TuneReadings.Request(
                model.Vocabulary,
                tunes[tune],
                tune,
                compiled[plan],
                new SweptTune(plan, tune, options.Sites, kinds)
            );
        if (sums.Length > 0)
        {
            RunOptions run = new()
            {
                AtOnce = sums.Length,
                Temperature = options.Temperature,
                Threads = options.Threads,
            };
            foreach (
                GeneratedTune _ in Watched(
                    TuneGenerator.RunOperated(model, requests, run, () => new SweepProbe(value, sums), cancellation),
                    sums.Length,
                    progress
                )
            ) { }

            Check(compiled);
        }

        return sums;
    }

    /// <summary>Lets the network write the same tunes under every plan: tune n of every plan has the same random numbers.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What is written under each plan; not with one stream of random numbers.</param>
    /// <param name="plans">What is done to the network.</param>
    /// <param name="progress">Told after every tune under every plan; null for nobody.</param>
    /// <param name="cancellation">Ends the sweep within a step.</param>
    /// <returns>[plans][tunes].</returns>
    /// <exception cref="ArgumentException">The tunes share one stream of random numbers, so that they cannot be written side by
    /// side.</exception>
    /// <exception cref="PlanFormatException">A plan names what the model has not, or an operation of one touched nothing in any tune; the
    /// message says which plan, from 0.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GeneratedTune[][] Write(
        Model model,
        GenerationOptions options,
        IReadOnlyList<OperationPlan> plans,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mode == DrawMode.Stream)
        {
            throw new ArgumentException(
                "Tunes that share one stream of random numbers cannot be written side by side: take independent tunes.",
                nameof(options)
            );
        }

        CompiledPlan[] compiled = Compile(model, plans);
        int count = checked(compiled.Length * options.Tunes);
        if (count == 0)
        {
            return [];
        }

        RunOptions run = new()
        {
            AtOnce = count,
            Temperature = options.Temperature,
            Threads = options.Threads,
        };
        IEnumerable<TuneRequest> requests = compiled.SelectMany(options.Requests);
        GeneratedTune[] written =
        [
            .. Watched(TuneGenerator.RunOperated(model, requests, run, () => default(NoTuneProbe), cancellation), count, progress),
        ];
        Check(compiled);
        return [.. written.Chunk(options.Tunes)];
    }

    private static CompiledPlan[] Compile(Model model, IReadOnlyList<OperationPlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return [.. plans.Select((plan, place) => Of(place, () => plan.Compile(model)))];
    }

    private static void Check(CompiledPlan[] plans)
    {
        for (int place = 0; place < plans.Length; place++)
        {
            Of(
                place,
                () =>
                {
                    plans[place].ThrowIfUntouched();
                    return true;
                }
            );
        }
    }

    private static T Of<T>(int place, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (PlanFormatException e)
        {
            throw new PlanFormatException($"plan {place} of the sweep: {e.Message}", e);
        }
    }

    private static IEnumerable<GeneratedTune> Watched(IEnumerable<GeneratedTune> tunes, int all, IProgress<SweepProgress>? progress)
    {
        int done = 0;
        long steps = 0;
        foreach (GeneratedTune tune in tunes)
        {
            done++;
            steps += tune.Tokens.Count - 1;
            progress?.Report(new SweepProgress(done, all, steps));
            yield return tune;
        }
    }
}
