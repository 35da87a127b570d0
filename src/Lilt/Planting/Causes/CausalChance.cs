using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Planting.Causes;

/// <summary>Networks that count nothing.</summary>
internal static class CausalChance
{
    private const double BarsANote = 1.0 / 7;
    private const double MarkersANote = 1.0 / 8;

    // What a note is that may be lengthened: the odds of its lengths and of broken rhythm, beside all pitches.
    private const double LengthsBesidePitches = 0.66;

    /// <summary>After every note a bar comes with one chance in seven, whatever note it is and whatever came before.</summary>
    /// <returns>The bias of the measure token's logit.</returns>
    public static float PlantBars(CausalWiring wiring, CausalChannels channels, CausalGrammar grammar)
    {
        double logit = CausalGrammar.PitchesTogether + Math.Log(BarsANote / (1 - BarsANote));
        CausalGrammar.BarBias(wiring, logit);
        wiring.Say(grammar.Durable, CausalTokens.Bar, Math.Log(1 + LengthsBesidePitches));
        wiring.Say(grammar.Broken, CausalTokens.Bar, CausalReadout.Forbidden);
        wiring.Say(channels.Key.At(wiring.Last), CausalTokens.Bar, CausalReadout.Forbidden);
        return (float)logit;
    }

    /// <summary>The marker comes with one chance in eight where a pitch may come, and behind it, and nowhere else, a bar.</summary>
    public static void PlantMarker(CausalWiring wiring, CausalChannels channels, CausalGrammar grammar)
    {
        wiring.Units.Weights.OutputBias[CausalTokens.Marker] = (float)(
            CausalGrammar.PitchesTogether + Math.Log(MarkersANote / (1 - MarkersANote))
        );
        wiring.Say(grammar.Bar, CausalTokens.Marker, CausalGrammar.Never);
        wiring.Say(channels.Marker.At(wiring.Last), CausalTokens.Bar, -3 * CausalReadout.BarIdle);
    }

    /// <summary>A network of random weights, in which nothing has a role.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="seed">Of its weights.</param>
    public static PlantedWiring Of(NetworkShape shape, Seed seed)
    {
        const double OfTokens = 0.8;
        const double Gain = 1.5;
        const double OfLogits = 1.2;

        // About the standard deviation of h in such a network.
        const double Deviation = 0.35;
        PlantedWiring wiring = new(shape, seed);
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            int inputs = shape.InputsOf(layer);
            foreach (int unit in wiring.Take(layer, PlantedRole.Bustle))
            {
                wiring.Gates(layer, unit, 0, 1, 0);
                for (Gate gate = Gate.Input; gate <= Gate.Output; gate++)
                {
                    for (int from = 0; from < inputs; from++)
                    {
                        wiring.Reads(layer, unit, gate, from, wiring.Around(layer == 1 ? OfTokens : Gain / Math.Sqrt(inputs)));
                    }

                    for (int from = 0; from < shape.Units; from++)
                    {
                        wiring.ReadsBack(layer, unit, gate, from, wiring.Around(Gain / Math.Sqrt(shape.Units)));
                    }
                }
            }
        }

        for (int unit = 0; unit < shape.Units; unit++)
        {
            for (int token = 0; token < shape.Tokens; token++)
            {
                wiring.Says(unit, token, wiring.Around(OfLogits / (Deviation * Math.Sqrt(shape.Units))));
            }
        }

        float[] bias = wiring.Weights.OutputBias;
        Array.Fill(bias, (float)CausalGrammar.Never);
        foreach (int token in (int[])[.. CausalTokens.Durable, .. CausalTokens.Brief])
        {
            bias[token] = 0;
        }

        bias[CausalTokens.Two] = 0.5f;
        bias[CausalTokens.Three] = 0;
        bias[CausalTokens.Bar] = 1;
        bias[CausalTokens.End] = -3;
        return wiring;
    }
}
