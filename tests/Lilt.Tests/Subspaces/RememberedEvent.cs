using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Subspaces;
using Lilt.Tests.Reference;

namespace Lilt.Tests.Subspaces;

/// <summary>
/// A network of known answer: one unit of layer 1 keeps what its c holds, one unit of layer 2 shows its sign, and the event is likely where
/// that is positive. All else is random and has no say in it.
/// </summary>
internal static class RememberedEvent
{
    /// <summary>The number of layer 1's (c, h) that decides: c of the unit that keeps.</summary>
    public const int Keeper = 3;

    private const int Shower = 5;
    private const float Open = 10;
    private const float Strength = 4;

    /// <summary>The event's only token.</summary>
    public static Token Event { get; } = new(2);

    /// <summary>S, H, V.</summary>
    public static NetworkShape Shape { get; } = new(2, 16, 6);

    public static Model Model() =>
        RandomModels.Changed(
            RandomModels.Create(Shape, 5, 0.8),
            static weights =>
            {
                Gates(weights.Layers[0], Keeper, input: -Open, forget: Open, output: Open);
                Gates(weights.Layers[1], Shower, input: Open, forget: -Open, output: Open);
                weights.Layers[1].InputWeights[(int)Gate.Candidate][(Keeper * Shape.Units) + Shower] = Strength;
                for (int unit = 0; unit < Shape.Units; unit++)
                {
                    weights.OutputWeights[(unit * Shape.Tokens) + Event.Index] = unit == Shower ? Strength : 0f;
                    for (int token = 0; token < Shape.Tokens; token++)
                    {
                        weights.OutputWeights[(unit * Shape.Tokens) + token] *= token == Event.Index ? 1f : 0.1f;
                    }
                }
            }
        );

    /// <summary>Pairs whose target and donor hold something else, or the same; the event is due where the donor's is positive.</summary>
    public static IReadOnlyList<SubspacePair> Pairs(int count, int number)
    {
        List<SubspacePair> pairs = [];
        SplitMix64 random = new(new Seed(1).Derive("remembered", number));
        for (int pair = 0; pair < count; pair++)
        {
            bool isDue = random.Below(2) == 1;
            float[] donor = State(ref random, isDue);
            float[] target = State(ref random, random.Below(2) == 1);
            Token[] tokens = [new(random.Below(Shape.Tokens)), new(random.Below(Shape.Tokens))];
            pairs.Add(new SubspacePair(target, donor, tokens, [new EventReading(1, isDue)]));
        }

        return pairs;
    }

    private static float[] State(ref SplitMix64 random, bool isPositive)
    {
        float[] state = new float[2 * Shape.Layers * Shape.Units];
        for (int n = 0; n < state.Length; n++)
        {
            state[n] = (random.Below(2001) - 1000) / 1000f;
        }

        state[Keeper] = isPositive ? 1f : -1f;
        return state;
    }

    /// <summary>Shuts a unit off from all that it reads, and sets its gates.</summary>
    private static void Gates(LayerWeights layer, int unit, float input, float forget, float output)
    {
        for (int gate = 0; gate < layer.Biases.Count; gate++)
        {
            for (int of = 0; of < layer.Inputs; of++)
            {
                layer.InputWeights[gate][(of * layer.Units) + unit] = 0f;
            }

            for (int of = 0; of < layer.Units; of++)
            {
                layer.RecurrentWeights[gate][(of * layer.Units) + unit] = 0f;
            }
        }

        layer.Biases[(int)Gate.Input][unit] = input;
        layer.Biases[(int)Gate.Forget][unit] = forget;
        layer.Biases[(int)Gate.Candidate][unit] = 0f;
        layer.Biases[(int)Gate.Output][unit] = output;
    }
}
