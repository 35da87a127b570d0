using Lilt.Network;

namespace Lilt.Training.Tests.Reference;

/// <summary>
/// The network and its gradient in double precision, one tune at a time, as plainly as the equations are written. Slow on
/// purpose; <see cref="DoubleLstmTests"/> checks its gradient against differences of its own loss.
/// </summary>
/// <remarks>Parameters and gradients are arrays in the order of <see cref="Flatten"/>.</remarks>
internal sealed class DoubleLstm
{
    private readonly NetworkShape shape;
    private readonly int[] starts;

    public DoubleLstm(NetworkShape shape)
    {
        this.shape = shape;
        starts = new int[shape.Layers + 2];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            starts[layer + 1] = starts[layer] + (4 * shape.Units * (shape.InputsOf(layer + 1) + shape.Units + 1)) + (2 * shape.Units);
        }

        starts[shape.Layers + 1] = starts[shape.Layers] + (shape.Units * shape.Tokens) + shape.Tokens;
    }

    /// <summary>All parameters.</summary>
    public int Count => starts[^1];

    /// <summary>
    /// What each value of a layer is multiplied by on its way up, by tune, layer (from 1), step: null where nothing is dropped.
    /// </summary>
    public Func<int, int, int, double[]?> Masks { get; init; } = static (_, _, _) => null;

    /// <summary>The largest gradient of a gate's sum at a step.</summary>
    public double GateLimit { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// A network's weights in one array: by layer inputs, recurrent and bias of i, f, g, o in turn, then c0 and h0; the output's weights
    /// and bias.
    /// </summary>
    public static double[] Flatten(NetworkWeights weights)
    {
        List<double> all = [];
        foreach (LayerWeights layer in weights.Layers)
        {
            for (int gate = 0; gate < 4; gate++)
            {
                all.AddRange(layer.InputWeights[gate].Select(w => (double)w));
                all.AddRange(layer.RecurrentWeights[gate].Select(w => (double)w));
                all.AddRange(layer.Biases[gate].Select(w => (double)w));
            }

            all.AddRange(layer.InitialCell.Select(w => (double)w));
            all.AddRange(layer.InitialHidden.Select(w => (double)w));
        }

        all.AddRange(weights.OutputWeights.Select(w => (double)w));
        all.AddRange(weights.OutputBias.Select(w => (double)w));
        return [.. all];
    }

    /// <summary>
    /// Nats summed over a tune's steps; its gradient, times <paramref name="scale"/>, is added to <paramref name="gradient"/> where one is
    /// given.
    /// </summary>
    public double Tune(double[] p, int position, int[] tokens, double scale = 1.0, double[]? gradient = null)
    {
        int steps = tokens.Length - 1;
        int units = shape.Units;
        double[][][] gates = New(steps);
        double[][][] cells = New(steps);
        double[][][] hidden = New(steps);
        double[][][] passed = New(steps);
        double[][] posteriors = new double[steps][];
        double loss = 0.0;
        for (int t = 0; t < steps; t++)
        {
            double[] x = OneHot(tokens[t]);
            for (int layer = 0; layer < shape.Layers; layer++)
            {
                double[] before = t == 0 ? Slice(p, HiddenStart(layer), units) : hidden[t - 1][layer];
                double[] cellBefore = t == 0 ? Slice(p, CellStart(layer), units) : cells[t - 1][layer];
                double[] z = new double[4 * units];
                for (int gate = 0; gate < 4; gate++)
                {
                    for (int u = 0; u < units; u++)
                    {
                        double sum = p[BiasAt(layer, gate) + u];
                        for (int k = 0; k < x.Length; k++)
                        {
                            sum += x[k] * p[InputAt(layer, gate) + (k * units) + u];
                        }

                        for (int k = 0; k < units; k++)
                        {
                            sum += before[k] * p[RecurrentAt(layer, gate) + (k * units) + u];
                        }

                        z[(gate * units) + u] = gate == 2 ? Math.Tanh(sum) : 1.0 / (1.0 + Math.Exp(-sum));
                    }
                }

                double[] c = new double[units];
                double[] h = new double[units];
                for (int u = 0; u < units; u++)
                {
                    c[u] = (z[units + u] * cellBefore[u]) + (z[u] * z[(2 * units) + u]);
                    h[u] = z[(3 * units) + u] * Math.Tanh(c[u]);
                }

                gates[t][layer] = z;
                cells[t][layer] = c;
                hidden[t][layer] = h;
                double[]? mask = Masks(position, layer + 1, t);
                x = mask is null ? h : [.. h.Zip(mask, (value, factor) => value * factor)];
                passed[t][layer] = x;
            }

            double[] logits = new double[shape.Tokens];
            for (int v = 0; v < shape.Tokens; v++)
            {
                logits[v] = p[OutputBiasStart + v];
                for (int k = 0; k < units; k++)
                {
                    logits[v] += x[k] * p[OutputStart + (k * shape.Tokens) + v];
                }
            }

            double largest = logits.Max();
            double total = logits.Sum(z => Math.Exp(z - largest));
            posteriors[t] = [.. logits.Select(z => Math.Exp(z - largest) / total)];
            loss -= Math.Log(posteriors[t][tokens[t + 1]]);
        }

        if (gradient is not null)
        {
            Backward(p, position, tokens, scale, gradient, gates, cells, hidden, passed, posteriors);
        }

        return loss;
    }

    private void Backward(
        double[] p,
        int position,
        int[] tokens,
        double scale,
        double[] gradient,
        double[][][] gates,
        double[][][] cells,
        double[][][] hidden,
        double[][][] passed,
        double[][] posteriors
    )
    {
        int units = shape.Units;
        double[][] fromAfter = [.. Enumerable.Range(0, shape.Layers).Select(_ => new double[units])];
        double[][] cellFromAfter = [.. Enumerable.Range(0, shape.Layers).Select(_ => new double[units])];
        for (int t = tokens.Length - 2; t >= 0; t--)
        {
            double[] above = new double[units];
            for (int v = 0; v < shape.Tokens; v++)
            {
                double d = scale * (posteriors[t][v] - (v == tokens[t + 1] ? 1.0 : 0.0));
                gradient[OutputBiasStart + v] += d;
                for (int k = 0; k < units; k++)
                {
                    gradient[OutputStart + (k * shape.Tokens) + v] += d * passed[t][^1][k];
                    above[k] += d * p[OutputStart + (k * shape.Tokens) + v];
                }
            }

            for (int layer = shape.Layers - 1; layer >= 0; layer--)
            {
                double[] x = layer == 0 ? OneHot(tokens[t]) : passed[t][layer - 1];
                double[] before = t == 0 ? Slice(p, HiddenStart(layer), units) : hidden[t - 1][layer];
                double[] cellBefore = t == 0 ? Slice(p, CellStart(layer), units) : cells[t - 1][layer];
                double[]? mask = Masks(position, layer + 1, t);
                double[] z = gates[t][layer];
                double[] dz = new double[4 * units];
                for (int u = 0; u < units; u++)
                {
                    double i = z[u];
                    double f = z[units + u];
                    double g = z[(2 * units) + u];
                    double o = z[(3 * units) + u];
                    double shown = Math.Tanh(cells[t][layer][u]);
                    double dh = (above[u] * (mask?[u] ?? 1.0)) + fromAfter[layer][u];
                    double dc = cellFromAfter[layer][u] + (dh * o * (1.0 - (shown * shown)));
                    dz[u] = dc * g * i * (1.0 - i);
                    dz[units + u] = dc * cellBefore[u] * f * (1.0 - f);
                    dz[(2 * units) + u] = dc * i * (1.0 - (g * g));
                    dz[(3 * units) + u] = dh * shown * o * (1.0 - o);
                    cellFromAfter[layer][u] = dc * f;
                }

                double[] below = new double[x.Length];
                Array.Clear(fromAfter[layer]);
                for (int gate = 0; gate < 4; gate++)
                {
                    for (int u = 0; u < units; u++)
                    {
                        double d = Math.Clamp(dz[(gate * units) + u], -GateLimit, GateLimit);
                        gradient[BiasAt(layer, gate) + u] += d;
                        for (int k = 0; k < x.Length; k++)
                        {
                            gradient[InputAt(layer, gate) + (k * units) + u] += d * x[k];
                            below[k] += d * p[InputAt(layer, gate) + (k * units) + u];
                        }

                        for (int k = 0; k < units; k++)
                        {
                            gradient[RecurrentAt(layer, gate) + (k * units) + u] += d * before[k];
                            fromAfter[layer][k] += d * p[RecurrentAt(layer, gate) + (k * units) + u];
                        }
                    }
                }

                above = below;
            }
        }

        for (int layer = 0; layer < shape.Layers; layer++)
        {
            for (int u = 0; u < units; u++)
            {
                gradient[CellStart(layer) + u] += cellFromAfter[layer][u];
                gradient[HiddenStart(layer) + u] += fromAfter[layer][u];
            }
        }
    }

    private int OutputStart => starts[shape.Layers];

    private int OutputBiasStart => OutputStart + (shape.Units * shape.Tokens);

    private int InputAt(int layer, int gate) => starts[layer] + (gate * shape.Units * (shape.InputsOf(layer + 1) + shape.Units + 1));

    private int RecurrentAt(int layer, int gate) => InputAt(layer, gate) + (shape.InputsOf(layer + 1) * shape.Units);

    private int BiasAt(int layer, int gate) => RecurrentAt(layer, gate) + (shape.Units * shape.Units);

    private int CellStart(int layer) => BiasAt(layer, 3) + shape.Units;

    private int HiddenStart(int layer) => CellStart(layer) + shape.Units;

    private double[] OneHot(int token)
    {
        double[] x = new double[shape.Tokens];
        x[token] = 1.0;
        return x;
    }

    private static double[] Slice(double[] p, int start, int count) => p[start..(start + count)];

    private double[][][] New(int steps) => [.. Enumerable.Range(0, steps).Select(_ => new double[shape.Layers][])];
}
