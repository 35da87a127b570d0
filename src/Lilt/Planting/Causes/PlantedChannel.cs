namespace Lilt.Planting.Causes;

/// <summary>One thing told from layer to layer, at once and without memory: its relays are made where somebody reads them.</summary>
/// <param name="wiring">The network.</param>
/// <param name="first">Where it is first.</param>
/// <param name="role">What its relays are for.</param>
/// <param name="width">Relays a layer.</param>
internal sealed class PlantedChannel(CausalWiring wiring, PlantedSignal first, PlantedRole role, int width)
{
    private readonly List<PlantedSignal> signals = [first];

    /// <summary>It in a layer, which is none below its first.</summary>
    public PlantedSignal At(int layer)
    {
        while (signals[^1].Layer < layer)
        {
            signals.Add(wiring.Switch(signals[^1].Layer + 1, role, width, -CausalWiring.Sure, [(signals[^1], 2 * CausalWiring.Sure)]));
        }

        return signals[layer - first.Layer];
    }
}
