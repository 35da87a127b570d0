using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Tests.Reference;

/// <summary>
/// A network of one layer, built by hand, that writes eight eighths between bars: it is known which units count, which
/// write the measure token, and which have a say in the pitches alone.
/// </summary>
/// <remarks>
/// Gates stand open and nothing is kept in c, so a unit is h = tanh(tanh(what it reads)), ±0.76 when driven hard. Units 0 to 7
/// pass a mark along, one unit a note; the writers show when it has come through, and nothing but they drives the measure
/// token's logit; the rest are random features of what was read that drive the pitches' logits.
/// Unit 0, on after a bar, lets a tune end there.
/// </remarks>
internal static class CountingNetwork
{
    /// <summary>H.</summary>
    public const int Units = 64;

    private const int Registers = 8;
    private const int WriterCount = 21;
    private const float Hard = 20;
    private const float Never = -20;
    private const float MarkWeight = 26;
    private const float EndBias = -3;
    private const float EndAfterBar = 4.5f;
    private const float MeasureBias = -1;

    /// <summary>Of a pitch unit's weights to the 8 pitches, so that their norm is about its strength.</summary>
    private const double PitchSpread = 0.35;

    private static readonly string[] Texts = ["<s>", "</s>", "M:4/4", "K:Cmaj", "|", "C", "D", "E", "F", "G", "A", "B", "c"];

    /// <summary>Its tokens: folk-rnn's, as many as it needs.</summary>
    public static Vocabulary Vocabulary => new(Texts);

    /// <summary>The header that its tunes have.</summary>
    public static IReadOnlyList<Token> Header => [new Token(2), new Token(3)];

    /// <summary>The units that alone write the measure token: 21, a third of the layer.</summary>
    public static int[] Writers => [.. Enumerable.Range(Registers, WriterCount)];

    /// <summary>As many of the units that drive pitches alone.</summary>
    public static int[] SomePitchUnits => [.. Enumerable.Range(Registers + WriterCount, WriterCount)];

    /// <summary>Its weights; the caller may change them.</summary>
    public static NetworkWeights Weights()
    {
        NetworkWeights weights = new(new NetworkShape(1, Units, Texts.Length));
        LayerWeights layer = weights.Layers[0];
        Array.Fill(layer.Biases[(int)Gate.Input], Hard);
        Array.Fill(layer.Biases[(int)Gate.Forget], Never);
        Array.Fill(layer.Biases[(int)Gate.Output], Hard);
        float[] input = layer.InputWeights[(int)Gate.Candidate];
        float[] recurrent = layer.RecurrentWeights[(int)Gate.Candidate];
        RandomState random = new(11);
        for (int token = 0; token < Texts.Length; token++)
        {
            bool isPitch = token > 4;
            for (int unit = 0; unit < Units; unit++)
            {
                input[(token * Units) + unit] =
                    unit == 0 ? (isPitch ? Never : Hard)
                    : unit < Registers + WriterCount ? (isPitch ? 0 : 2 * Never)
                    : Around(random, 1.5);
            }
        }

        for (int unit = 1; unit < Registers + WriterCount; unit++)
        {
            recurrent[(Math.Min(unit, Registers) - 1) * Units + unit] = MarkWeight;
        }

        for (int from = Registers + WriterCount; from < Units; from++)
        {
            float strength = Strength(random);
            for (int token = 5; token < Texts.Length; token++)
            {
                weights.OutputWeights[(from * Texts.Length) + token] = strength * Around(random, PitchSpread);
            }
        }

        foreach (int writer in Writers)
        {
            weights.OutputWeights[(writer * Texts.Length) + 4] = Strength(random);
        }

        weights.OutputWeights[1] = EndAfterBar;
        Array.Fill(weights.OutputBias, Never, 0, 4);
        weights.OutputBias[1] = EndBias;
        weights.OutputBias[4] = MeasureBias;
        return weights;
    }

    /// <summary>The network of some weights.</summary>
    public static Model Model(NetworkWeights weights) => new(Vocabulary, weights, ModelProvenance.Named("counting"));

    /// <summary>Sets all weights that leave some units of a network of one layer to zero.</summary>
    public static void RemoveOutgoing(NetworkWeights weights, IEnumerable<int> units)
    {
        foreach (int unit in units)
        {
            foreach (float[] recurrent in weights.Layers[0].RecurrentWeights)
            {
                recurrent.AsSpan(unit * weights.Shape.Units, weights.Shape.Units).Clear();
            }

            weights.OutputWeights.AsSpan(unit * weights.Shape.Tokens, weights.Shape.Tokens).Clear();
        }
    }

    // Uniform, with a standard deviation.
    private static float Around(RandomState random, double deviation) => (float)(deviation * Math.Sqrt(12) * (random.NextDouble() - 0.5));

    // Writers and pitch units are alike in strength, so that the bins of a matched null hold both.
    private static float Strength(RandomState random) => (float)(0.8 + (1.6 * random.NextDouble()));
}
