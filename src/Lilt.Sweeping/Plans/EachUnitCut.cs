using System.Globalization;
using Lilt.Operations;

namespace Lilt.Sweeping.Plans;

/// <summary>A plan for every unit of some layers, which cuts it alone at all steps.</summary>
/// <param name="Layers">From 1; empty for all.</param>
public sealed record EachUnitCut(IReadOnlyList<int> Layers) : PlanEntry
{
    /// <inheritdoc/>
    public override int Count(SweptModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (Layers.Count > 0 ? Layers.Count : model.Layers) * model.Units;
    }

    /// <inheritdoc/>
    public override SweptPlan Plan(SweptModel model, int index)
    {
        ArgumentNullException.ThrowIfNull(model);
        int place = index / model.Units;
        int layer = Layers.Count > 0 ? Layers[place] : place + 1;
        int unit = index % model.Units;
        return new SweptPlan(string.Create(CultureInfo.InvariantCulture, $"cut L{layer}.{unit}"), OperationPlan.Excise(layer, unit));
    }

    internal override string? Fault(SweptModel model) =>
        Layers.FirstOrDefault(layer => layer > model.Layers) is > 0 and int strange
            ? $"each unit of layer {strange} is to be cut, and {model.Name} has layers 1 to {model.Layers}"
            : null;
}
