using System.Numerics;
using Lilt.Network;

namespace Lilt.Tests.Reference;

/// <summary>
/// The network written out plainly, one number at a time, in any floating-point type: slow, and easy to check against the equations.
/// </summary>
internal sealed class ReferenceNetwork<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ReadOnlyWeights weights;

    public ReferenceNetwork(ReadOnlyWeights weights)
    {
        this.weights = weights;
        Cell = [.. weights.Layers.Select(layer => Wide(layer.InitialCell))];
        Hidden = [.. weights.Layers.Select(layer => Wide(layer.InitialHidden))];
    }

    /// <summary>c, [S][H].</summary>
    public T[][] Cell { get; }

    /// <summary>h, [S][H].</summary>
    public T[][] Hidden { get; }

    /// <summary>Every site of the last step by its name.</summary>
    public Dictionary<Site, T[]> Sites { get; } = [];

    /// <summary>One step on a mixture of tokens, [V]; leaves every site in <see cref="Sites"/>.</summary>
    public void Step(T[] input, T temperature)
    {
        Sites.Clear();
        T[] below = input;
        Sites[Site.Input] = input;
        for (int s = 0; s < weights.Layers.Count; s++)
        {
            ReadOnlyLayerWeights layer = weights.Layers[s];
            T[][] gates = new T[4][];
            for (int gate = 0; gate < gates.Length; gate++)
            {
                T[] sums = Wide(layer.Biases[gate]);
                Add(sums, below, layer.InputWeights[gate].Span);
                Add(sums, Hidden[s], layer.RecurrentWeights[gate].Span);
                gates[gate] = [.. sums.Select(sum => gate == (int)Gate.Candidate ? T.Tanh(sum) : Sigmoid(sum))];
                Sites[new Site(SiteKind.InputGate + gate, s + 1)] = gates[gate];
            }

            for (int u = 0; u < layer.Units; u++)
            {
                Cell[s][u] = (gates[1][u] * Cell[s][u]) + (gates[0][u] * gates[2][u]);
                Hidden[s][u] = gates[3][u] * T.Tanh(Cell[s][u]);
            }

            Sites[new Site(SiteKind.Cell, s + 1)] = [.. Cell[s]];
            Sites[Site.H(s + 1)] = [.. Hidden[s]];
            below = Hidden[s];
        }

        T[] logits = Wide(weights.OutputBias);
        Add(logits, below, weights.OutputWeights.Span);
        Sites[Site.Logits] = logits;
        T largest = logits.Max();
        T[] posterior = Array.ConvertAll(logits, z => T.Exp((z - largest) / temperature));
        T sum = T.Zero;
        foreach (T value in posterior)
        {
            sum += value;
        }

        Sites[Site.Posterior] = Array.ConvertAll(posterior, value => value / sum);
    }

    private static T Sigmoid(T x) => T.One / (T.One + T.Exp(-x));

    private static T[] Wide(ReadOnlyMemory<float> values) => Array.ConvertAll(values.ToArray(), T.CreateChecked);

    private static void Add(T[] sums, T[] inputs, ReadOnlySpan<float> matrix)
    {
        for (int k = 0; k < inputs.Length; k++)
        {
            for (int n = 0; n < sums.Length; n++)
            {
                sums[n] += inputs[k] * T.CreateChecked(matrix[(k * sums.Length) + n]);
            }
        }
    }
}
