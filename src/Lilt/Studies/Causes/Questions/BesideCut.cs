using Lilt.Network;
using Lilt.Randomness;
using Lilt.Spectra;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Control;

namespace Lilt.Studies.Causes.Questions;

/// <summary>The other way to ask: a third of each layer's units, those with the most power at the measures' period, cut beside random ones.</summary>
/// <remarks>Source: docs/control.md. Units are ranked over tunes, tried on others.</remarks>
internal static class BesideCut
{
    private const double Third = 0.33;

    // Of what the networks write on their own only the uncut one's counting is asked.
    private const int ClosedTunes = 10;
    private const int ClosedSets = 1;

    /// <summary>The control of cuts in every layer.</summary>
    /// <param name="model">The network.</param>
    /// <param name="material">Tunes that the network wrote under one header.</param>
    /// <param name="power">The units' shares of power at the measures' period, [S][H].</param>
    /// <param name="options">Whose seed, temperature and threads are taken.</param>
    /// <param name="progress">Told what share is done.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    /// <exception cref="NothingToControlException">A third of a layer is no unit, or the tunes hold no timing.</exception>
    public static ControlResult Cut(
        Model model,
        MeterMaterial material,
        double[][] power,
        CausesOptions options,
        Action<double> progress,
        CancellationToken cancellation
    )
    {
        ControlTarget[] targets =
        [
            .. power.Select((of, n) => new ControlTarget(n + 1, [.. UnitSelection.Top(of, Third).Select(unit => unit.Unit).Order()])),
        ];
        if (targets.Any(target => target.Units.Count == 0))
        {
            throw new NothingToControlException($"a third of {NumberText.Count(model.Shape.Units, "unit")} is none");
        }

        ControlOptions control = new()
        {
            Seed = options.Seed.Derive("beside the cut").LowerBits,
            Sets = ControlOptions.FewestSets(model.Shape.Layers),
            ClosedTunes = ClosedTunes,
            ClosedSets = ClosedSets,
            Header = material.Header,
            Temperature = options.Temperature,
            Limit = Math.Min(CausesMaterial.Limit, options.Limit),
            Threads = options.Threads,
        };
        return ControlStudy.Run(model, control, targets, ledger: null, new Watch(progress), cancellation);
    }

    private sealed class Watch(Action<double> progress) : IProgress<ControlProgress>
    {
        public void Report(ControlProgress value) =>
            progress(value.Stage == ControlStage.OpenLoop ? (double)value.Tunes / Math.Max(1, value.Of) : 0);
    }
}
