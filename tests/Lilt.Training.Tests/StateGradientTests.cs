using Lilt.Gradients;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Training.Tests.Reference;
using Xunit;

namespace Lilt.Training.Tests;

/// <summary>Tunes that begin with states of their own, beside the slow reference.</summary>
public sealed unsafe class StateGradientTests
{
    // As for the weights' gradients: float32 against double.
    private const double RelativeTolerance = 3e-6;
    private const double LossTolerance = 1e-6;

    [Fact]
    public void StateGradient_AgainstDoublePrecision_EveryTunesOwnStateAgrees()
    {
        using SmallNetwork network = new(3, 20, 11);
        PackedTunes tunes = new(network.Tunes(9, 4, 9, 2, 13));
        using TuneStates states = new(network.Layout, 1);
        using TuneStates gradients = new(network.Layout, 1);
        using PassWorkspace work = new(network.Layout, backward: true);
        states.Reserve(tunes.Steps.Count);
        CounterRandom random = CounterRandom.OfSeed(9);
        ForEachState(network, tunes.Steps, (layer, tune) => Fill(states, layer, tune, random.Part((layer * 100) + tune)));

        double loss = network.Pass.StateGradient(tunes.Steps, work, states, null, new TokenLoss(tunes.Targets, 1f), gradients);

        // The reference begins every tune with the network's own state: a network for each tune.
        double expectedLoss = 0.0;
        List<(double Expected, double Found)> pairs = [];
        for (int tune = 0; tune < tunes.Steps.Count; tune++)
        {
            NetworkWeights own = Begun(network.Plain, states, tune);
            DoubleLstm reference = new(network.Shape);
            double[] gradient = new double[reference.Count];
            int[] tokens = [.. network.Tunes(9, 4, 9, 2, 13)[tunes.Steps.Addresses[tune]].Tokens.Select(token => token.Index)];
            expectedLoss += reference.Tune(DoubleLstm.Flatten(own), 0, tokens, 1.0, gradient);
            pairs.AddRange(StatesOf(network.Shape, gradient).Zip(Found(network.Shape, gradients, tune)));
        }

        double largest = pairs.Max(pair => Math.Abs(pair.Expected));
        Assert.Equal(expectedLoss, loss, LossTolerance * tunes.Steps.Rows);
        Assert.All(pairs, pair => Assert.Equal(pair.Expected, pair.Found, RelativeTolerance * largest));
    }

    private static void ForEachState(SmallNetwork network, PackedSteps steps, Action<int, int> act)
    {
        for (int layer = 1; layer <= network.Shape.Layers; layer++)
        {
            for (int tune = 0; tune < steps.Count; tune++)
            {
                act(layer, tune);
            }
        }
    }

    private static void Fill(TuneStates states, int layer, int tune, CounterRandom random)
    {
        Span<float> cell = states.Cell(layer, tune);
        Span<float> hidden = states.Hidden(layer, tune);
        for (int unit = 0; unit < cell.Length; unit++)
        {
            cell[unit] = (float)random.Normal(2 * unit);
            hidden[unit] = (float)(0.5 * random.Normal((2 * unit) + 1));
        }
    }

    private static NetworkWeights Begun(NetworkWeights plain, TuneStates states, int tune)
    {
        NetworkWeights own = plain.AsReadOnly().Copy();
        for (int layer = 1; layer <= own.Shape.Layers; layer++)
        {
            states.Cell(layer, tune).CopyTo(own.Layers[layer - 1].InitialCell);
            states.Hidden(layer, tune).CopyTo(own.Layers[layer - 1].InitialHidden);
        }

        return own;
    }

    /// <summary>c and h, layer by layer, of an array in the order of <see cref="DoubleLstm.Flatten"/>.</summary>
    private static IEnumerable<double> StatesOf(NetworkShape shape, double[] gradient)
    {
        int end = 0;
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            end += (4 * shape.Units * (shape.InputsOf(layer) + shape.Units + 1)) + (2 * shape.Units);
            foreach (double value in gradient[(end - (2 * shape.Units))..end])
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<double> Found(NetworkShape shape, TuneStates gradients, int tune) =>
        Enumerable
            .Range(1, shape.Layers)
            .SelectMany(layer => (float[])[.. gradients.Cell(layer, tune), .. gradients.Hidden(layer, tune)])
            .Select(value => (double)value);
}
