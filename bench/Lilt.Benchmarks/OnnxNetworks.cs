using Lilt.Network;

namespace Lilt.Benchmarks;

/// <summary>
/// A step of a network as ONNX graphs: from <c>tokens</c> [B] and every layer's <c>h1</c>, <c>c1</c>, … to <c>posterior</c> [B, V] and
/// every layer's <c>h1_next</c>, <c>c1_next</c>, ….
/// </summary>
internal static class OnnxNetworks
{
    /// <summary>With the LSTM operator, a node a layer.</summary>
    public static byte[] Lstm(ReadOnlyWeights weights, int batch)
    {
        // The operator's own order of gates: i, o, f, g.
        Gate[] order = [Gate.Input, Gate.Output, Gate.Forget, Gate.Candidate];
        NetworkShape shape = weights.Shape;
        int units = shape.Units;
        OnnxGraph graph = new();
        graph.WholeInput("tokens", batch);
        float[] identity = new float[shape.Tokens * shape.Tokens];
        for (int token = 0; token < shape.Tokens; token++)
        {
            identity[(token * shape.Tokens) + token] = 1f;
        }

        string read = graph.Node(
            "Unsqueeze",
            "x",
            [
                graph.Node("Gather", "one_hot", [graph.Weights("identity", identity, shape.Tokens, shape.Tokens), "tokens"]),
                graph.Whole("first", 0),
            ]
        );
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            ReadOnlyLayerWeights of = weights.Layers[layer - 1];
            graph.Input($"h{layer}", 1, batch, units);
            graph.Input($"c{layer}", 1, batch, units);
            graph.Output($"h{layer}_next", 1, batch, units);
            graph.Output($"c{layer}_next", 1, batch, units);
            string input = graph.Weights(
                $"W{layer}",
                [.. order.SelectMany(gate => Turned(of.InputWeights[(int)gate], of.Inputs, units))],
                1,
                4 * units,
                of.Inputs
            );
            string recurrent = graph.Weights(
                $"R{layer}",
                [.. order.SelectMany(gate => Turned(of.RecurrentWeights[(int)gate], units, units))],
                1,
                4 * units,
                units
            );
            string bias = graph.Weights(
                $"B{layer}",
                [.. order.SelectMany(gate => of.Biases[(int)gate].ToArray()), .. new float[4 * units]],
                1,
                8 * units
            );
            graph.Node(
                "LSTM",
                [string.Empty, $"h{layer}_next", $"c{layer}_next"],
                [read, input, recurrent, bias, string.Empty, $"h{layer}", $"c{layer}"],
                ("hidden_size", units)
            );
            read = $"h{layer}_next";
        }

        Posterior(graph, weights, graph.Node("Squeeze", "last", [read, "first"]), batch);
        return graph.ToArray();
    }

    /// <summary>
    /// With plain matrix products: layer 1 reads a token's row, the others one product over what they read and their own h.
    /// </summary>
    public static byte[] Plain(ReadOnlyWeights weights, int batch)
    {
        // The sigmoids side by side, so that they are one node.
        Gate[] order = [Gate.Input, Gate.Forget, Gate.Output, Gate.Candidate];
        NetworkShape shape = weights.Shape;
        int units = shape.Units;
        OnnxGraph graph = new();
        graph.WholeInput("tokens", batch);
        graph.Whole("gates", 3 * units, units);
        graph.Whole("sigmoids", units, units, units);
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            ReadOnlyLayerWeights of = weights.Layers[layer - 1];
            string h = $"h{layer}";
            graph.Input(h, batch, units);
            graph.Input($"c{layer}", batch, units);
            graph.Output($"h{layer}_next", batch, units);
            graph.Output($"c{layer}_next", batch, units);
            float[] input = SideBySide(order, of.InputWeights, of.Inputs, units);
            float[] recurrent = SideBySide(order, of.RecurrentWeights, units, units);
            float[] bias = [.. order.SelectMany(gate => of.Biases[(int)gate].ToArray())];
            string sums = $"sums{layer}";
            if (layer == 1)
            {
                float[] rows = [.. input.Select((value, n) => value + bias[n % bias.Length])];
                string row = graph.Node("Gather", "row", [graph.Weights("W1", rows, shape.Tokens, 4 * units), "tokens"]);
                graph.Node("Gemm", sums, [h, graph.Weights("R1", recurrent, units, 4 * units), row]);
            }
            else
            {
                string both = graph.Node("Concat", $"both{layer}", [$"h{layer - 1}_next", h], ("axis", 1));
                graph.Node(
                    "Gemm",
                    sums,
                    [
                        both,
                        graph.Weights($"W{layer}", [.. input, .. recurrent], of.Inputs + units, 4 * units),
                        graph.Weights($"B{layer}", bias, 4 * units),
                    ]
                );
            }

            graph.Node("Split", [$"ifo_sums{layer}", $"g_sums{layer}"], [sums, "gates"], ("axis", 1));
            graph.Node(
                "Split",
                [$"i{layer}", $"f{layer}", $"o{layer}"],
                [graph.Node("Sigmoid", $"ifo{layer}", [$"ifo_sums{layer}"]), "sigmoids"],
                ("axis", 1)
            );
            string written = graph.Node("Mul", $"written{layer}", [$"i{layer}", graph.Node("Tanh", $"g{layer}", [$"g_sums{layer}"])]);
            string kept = graph.Node("Mul", $"kept{layer}", [$"f{layer}", $"c{layer}"]);
            string cell = graph.Node("Add", $"c{layer}_next", [kept, written]);
            graph.Node("Mul", $"h{layer}_next", [$"o{layer}", graph.Node("Tanh", $"shown{layer}", [cell])]);
        }

        Posterior(graph, weights, $"h{shape.Layers}_next", batch);
        return graph.ToArray();
    }

    private static void Posterior(OnnxGraph graph, ReadOnlyWeights weights, string hidden, int batch)
    {
        NetworkShape shape = weights.Shape;
        string logits = graph.Node(
            "Gemm",
            "logits",
            [
                hidden,
                graph.Weights("Wo", weights.OutputWeights.ToArray(), shape.Units, shape.Tokens),
                graph.Weights("Bo", weights.OutputBias.ToArray(), shape.Tokens),
            ]
        );
        graph.Node("Softmax", "posterior", [logits], ("axis", 1));
        graph.Output("posterior", batch, shape.Tokens);
    }

    /// <summary>[inputs, units] to [units, inputs].</summary>
    private static float[] Turned(ReadOnlyMemory<float> weights, int inputs, int units)
    {
        float[] turned = new float[weights.Length];
        for (int n = 0; n < weights.Length; n++)
        {
            turned[(n % units * inputs) + (n / units)] = weights.Span[n];
        }

        return turned;
    }

    /// <summary>[inputs, 4 · units].</summary>
    private static float[] SideBySide(Gate[] order, IReadOnlyList<ReadOnlyMemory<float>> weights, int inputs, int units)
    {
        float[] all = new float[4 * inputs * units];
        for (int k = 0; k < inputs; k++)
        {
            for (int place = 0; place < order.Length; place++)
            {
                weights[(int)order[place]].Span.Slice(k * units, units).CopyTo(all.AsSpan(((k * order.Length) + place) * units));
            }
        }

        return all;
    }
}
