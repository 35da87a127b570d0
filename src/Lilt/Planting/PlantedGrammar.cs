using Lilt.Network;

namespace Lilt.Planting;

/// <summary>The units that keep header, bars and end in order.</summary>
/// <remarks>
/// Three chains without memory carry up, through every layer, that the tune has begun, that the meter was read, and that a bar was. One
/// unit of the last layer fades as the tune grows old: while it is strong the tune can't end.
/// </remarks>
internal static class PlantedGrammar
{
    private const double Never = -14;
    private const double Sure = 28;

    // The end's logit after a bar, once the tune is old: about one bar in seven, beside eight pitches.
    private const double EndAfterBar = 0.4 - Never;
    private const double Young = -6;
    private const double Fading = 3.4;
    private const float Youth = 2.6f;
    private const double NoBarAfterBar = -20;
    private const double PitchSpread = 0.3;

    private static readonly int[] Marked = [PlantedTokens.Start, PlantedTokens.Meter, PlantedTokens.Bar];

    /// <summary>Takes the units and writes their weights, and the output's biases.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="barBias">Of the measure token's logit.</param>
    /// <param name="barAfterBar">Whether a bar can follow a bar.</param>
    public static void Plant(PlantedWiring wiring, double barBias, bool barAfterBar)
    {
        int last = wiring.Shape.Layers;
        int[] below = [];
        for (int layer = 1; layer <= last; layer++)
        {
            int[] units = wiring.Take(layer, PlantedRole.Grammar, Marked.Length);
            for (int mark = 0; mark < Marked.Length; mark++)
            {
                wiring.WithoutMemory(layer, units[mark]);
                if (layer == 1)
                {
                    wiring.Reads(1, units[mark], Gate.Candidate, Marked[mark], 20);
                }
                else
                {
                    wiring.Reads(layer, units[mark], Gate.Candidate, below[mark], 6);
                }
            }

            below = units;
        }

        int young = wiring.Take(last, PlantedRole.Grammar, 1)[0];
        wiring.Gates(last, young, -20, Fading, 20);
        wiring.Weights.Layers[last - 1].InitialCell[young] = Youth;

        double full = PlantedWiring.Full;
        wiring.Says(below[0], PlantedTokens.Meter, Sure / full);
        wiring.Says(below[1], PlantedTokens.Key, Sure / full);
        wiring.Says(below[2], PlantedTokens.End, EndAfterBar / full);
        wiring.Says(young, PlantedTokens.End, Young);
        if (!barAfterBar)
        {
            wiring.Says(below[2], PlantedTokens.Bar, NoBarAfterBar);
        }

        float[] bias = wiring.Weights.OutputBias;
        Array.Fill(bias, (float)Never, 0, PlantedTokens.Bar);
        bias[PlantedTokens.Bar] = (float)barBias;
        for (int pitch = PlantedTokens.FirstPitch; pitch < PlantedTokens.Count; pitch++)
        {
            bias[pitch] = (float)wiring.Around(PitchSpread);
        }
    }
}
