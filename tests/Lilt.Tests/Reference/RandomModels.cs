using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Tests.Reference;

/// <summary>Models with weights drawn from a seed, lively enough that their tunes wander over all tokens.</summary>
internal static class RandomModels
{
    /// <summary>A model of any shape.</summary>
    /// <param name="shape">S, H, V.</param>
    /// <param name="seed">The weights' seed.</param>
    /// <param name="scale">Spread of the weights before they are divided by the root of their fan-in.</param>
    public static Model Create(NetworkShape shape, uint seed = 7, double scale = 2.2)
    {
        RandomState random = new(seed);
        NetworkWeights weights = new(shape);
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            LayerWeights of = weights.Layers[layer - 1];
            double inputScale = layer == 1 ? scale : scale / Math.Sqrt(of.Inputs);
            for (int gate = 0; gate < of.Biases.Count; gate++)
            {
                Fill(of.InputWeights[gate], random, inputScale, 0);
                Fill(of.RecurrentWeights[gate], random, scale / Math.Sqrt(of.Units), 0);
                Fill(of.Biases[gate], random, 0.1, gate == (int)Gate.Forget ? 1 : 0);
            }

            Fill(of.InitialCell, random, 0.7, 0);
            Fill(of.InitialHidden, random, 0.3, 0);
        }

        Fill(weights.OutputWeights, random, 2 * scale / Math.Sqrt(shape.Units), 0);
        Fill(weights.OutputBias, random, 0.5, 0);
        return new Model(Vocabulary(shape.Tokens), weights, ModelProvenance.Named("random"));
    }

    /// <summary>The same with every weight rounded to the nearest float16, as a file of half precision holds it.</summary>
    public static Model CreateHalf(NetworkShape shape, uint seed = 7, double scale = 2.2)
    {
        NetworkWeights weights = Create(shape, seed, scale).Weights.Copy();
        foreach (
            float[] values in weights
                .Layers.SelectMany(of => (IEnumerable<float[]>)[.. of.InputWeights, .. of.RecurrentWeights, .. of.Biases])
                .Append(weights.OutputWeights)
        )
        {
            for (int n = 0; n < values.Length; n++)
            {
                values[n] = (float)(Half)values[n];
            }
        }

        return new Model(Vocabulary(shape.Tokens), weights, ModelProvenance.Named("random, float16"));
    }

    /// <summary>A model with some weights changed.</summary>
    public static Model Changed(Model model, Action<NetworkWeights> change)
    {
        NetworkWeights weights = model.Weights.Copy();
        change(weights);
        return new Model(model.Vocabulary, weights, model.Provenance);
    }

    /// <summary>A vocabulary of a size: start, end, then t2, t3, ….</summary>
    public static Vocabulary Vocabulary(int count) =>
        new(
            Enumerable
                .Range(0, count)
                .Select(n =>
                    n switch
                    {
                        0 => Lilt.Notation.Tokens.Vocabulary.StartText,
                        1 => Lilt.Notation.Tokens.Vocabulary.EndText,
                        _ => $"t{n}",
                    }
                )
        );

    private static void Fill(float[] values, RandomState random, double deviation, double mean)
    {
        double spread = deviation * Math.Sqrt(12);
        for (int n = 0; n < values.Length; n++)
        {
            values[n] = (float)(mean + (spread * (random.NextDouble() - 0.5)));
        }
    }
}
