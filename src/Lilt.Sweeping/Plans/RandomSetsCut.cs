using System.Globalization;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Sweeping.Plans;

/// <summary>Plans that cut random sets of a layer's units at all steps; every set of units of that size is as likely.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">Units a set.</param>
/// <param name="Sets">How many sets.</param>
/// <param name="Seed">Of the draws; set n has a stream of its own.</param>
public sealed record RandomSetsCut(int Layer, int Units, int Sets, Seed Seed) : PlanEntry
{
    /// <inheritdoc/>
    public override int Count(SweptModel model) => Sets;

    /// <inheritdoc/>
    public override SweptPlan Plan(SweptModel model, int index)
    {
        ArgumentNullException.ThrowIfNull(model);

        // The first places of a Fisher-Yates shuffle.
        SplitMix64 generator = new(Seed.Derive("random cuts", Layer, index));
        int[] units = [.. Enumerable.Range(0, model.Units)];
        for (int n = 0; n < Units; n++)
        {
            int other = n + generator.Below(units.Length - n);
            (units[n], units[other]) = (units[other], units[n]);
        }

        return new SweptPlan(
            string.Create(CultureInfo.InvariantCulture, $"random L{Layer} {Units} #{index}"),
            OperationPlan.Excise(Layer, units[..Units].Order())
        );
    }

    internal override string? Fault(SweptModel model) =>
        Layer > model.Layers ? $"random sets of layer {Layer} are to be cut, and {model.Name} has layers 1 to {model.Layers}"
        : Units > model.Units ? $"random sets of {Units} units are to be cut, and {model.Name} has {model.Units} a layer"
        : null;
}
