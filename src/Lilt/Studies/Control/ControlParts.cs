using Lilt.Network;

namespace Lilt.Studies.Control;

/// <summary>
/// The open loop of a control, made in parts that know nothing of each other, on one machine or many, and joined: the sets, sums and
/// verdicts are those of a <see cref="ControlStudy"/> that is stopped early nowhere.
/// </summary>
/// <remarks>
/// A part writes and reads the uncut network's tunes again, as long as some fifty sets of three layers of 512 units. There is no closed
/// loop, which describes and decides no verdict on a layer. Source: docs/control.md.
/// </remarks>
public static class ControlParts
{
    /// <summary>Reads some sets of every layer.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">How; <see cref="ControlOptions.Sets"/> of all parts together.</param>
    /// <param name="targets">What was cut, a set a layer.</param>
    /// <param name="first">The first random set, from 0; a part that begins with it reads the targets as well.</param>
    /// <param name="count">How many random sets a layer, at least 1.</param>
    /// <param name="ledger">Keeps what is read, and knows what an earlier run of the same part read; null for none.</param>
    /// <param name="progress">Told of every tune.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentException">An option or target is outside its range, the model has no measure tokens, or there are no such
    /// sets.</exception>
    /// <exception cref="NothingToControlException">The uncut network's tunes hold no measure whose timing could be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ControlPart Read(
        Model model,
        ControlOptions options,
        IReadOnlyList<ControlTarget> targets,
        int first,
        int count,
        ControlLedger? ledger = null,
        IProgress<ControlProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, options.Sets - first);
        ControlGround ground = new(model, options, targets, ledger, progress, cancellation);
        int left = targets.Count * options.Tunes * Sets(options, first, count).Count();
        List<ControlSum> sums = [];
        foreach ((ControlTarget target, ControlSets sets) in targets.Zip(ground.Sets))
        {
            (CutSteps When, int Set)[] places = [.. Sets(options, first, count)];
            OpenLoopTune[][] read = ground.Loop.Read(
                target.Layer,
                [.. places.Select(place => new CutNetwork(place.When, place.Set < 0 ? target.Units : sets.Sets[place.Set]))],
                (tunes, tokens) => ground.Run.Reading(tunes, tokens, Interlocked.Add(ref left, -tunes))
            );
            sums.AddRange(
                places.SelectMany(
                    (place, network) =>
                        read[network]
                            .Select(
                                (tune, index) =>
                                    new ControlSum(place.When, target.Layer, place.Set, index, tune.Contrast, tune.OtherLoss, tune.Floored)
                            )
                )
            );
        }

        return new ControlPart(
            [
                .. ground.Loop.Uncut.Select(tune => new UncutTune(
                    tune.Contrast,
                    tune.OtherLoss,
                    tune.Timing.BoundaryCount,
                    tune.Timing.OtherCount
                )),
            ],
            sums
        );
    }

    /// <summary>Says what all parts of a control say together.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">As the parts were read with.</param>
    /// <param name="targets">As the parts were read with.</param>
    /// <param name="sums">Of all parts, in any order.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">A set lacks, is there twice, or an option or target is outside its range.</exception>
    /// <exception cref="NothingToControlException">The uncut network's tunes hold no measure whose timing could be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ControlTiming Join(
        Model model,
        ControlOptions options,
        IReadOnlyList<ControlTarget> targets,
        IEnumerable<ControlSum> sums,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(sums);
        ControlGround ground = new(model, options, targets, null, null, cancellation);
        Dictionary<(CutSteps, int, int, int), ControlSum> known = [];
        foreach (ControlSum sum in sums)
        {
            if (!known.TryAdd((sum.When, sum.Layer, sum.Set, sum.Tune), sum))
            {
                throw new ArgumentException($"Set {sum.Set} of layer {sum.Layer} is there twice.", nameof(sums));
            }
        }

        OpenLoopTune[] Given(CutSteps when, int layer, int set)
        {
            OpenLoopTune[] tunes = ground.Loop.Begin();
            for (int tune = 0; tune < tunes.Length; tune++)
            {
                if (!known.TryGetValue((when, layer, set, tune), out ControlSum sum))
                {
                    throw new ArgumentException($"Tune {tune} of set {set} of layer {layer} is not there.", nameof(sums));
                }

                tunes[tune].Restore(sum.Contrast, sum.OtherLoss, sum.Floored);
            }

            return tunes;
        }

        TimingRounds rounds = new(ground.Loop, options, targets, ground.Sets, (_, _, _) => { });
        ControlBaseline baseline = ground.Baseline(rounds.UncutInterval(), ClosedLoop.Counted(model, options, ground.Uncut));
        IReadOnlyList<TimingCut> cuts = rounds.Of(Given);
        ControlVerdicts verdicts = new(options, baseline, ground.Sets);
        return new ControlTiming(baseline, cuts, verdicts.OfLayers(cuts));
    }

    private static IEnumerable<(CutSteps When, int Set)> Sets(ControlOptions options, int first, int count) =>
        Enum.GetValues<CutSteps>()
            .SelectMany(when =>
                Enumerable
                    .Range(first == 0 ? -1 : first, first == 0 ? count + 1 : count)
                    .Where(set => set < options.SetsCut(when))
                    .Select(set => (when, set))
            );
}
