using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Tests.Reference;

/// <summary>
/// Goes through tunes that were drawn, with the network written out plainly in double precision, and holds each draw against it.
/// </summary>
internal static class DoublePrecisionDraws
{
    /// <summary>
    /// How far, at most, the random number of a draw lay outside the share of the token that was drawn: 0 where float32 and double decide
    /// alike.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What the tune was asked with.</param>
    /// <param name="tune">The tune.</param>
    /// <param name="random">Its generator, where it stood before the tune; it is left where it stands after it.</param>
    public static double LargestMiss(Model model, GenerationOptions options, GeneratedTune tune, RandomState random)
    {
        ReferenceNetwork<double> network = new(model.Weights);
        double largest = 0;
        for (int step = 0; step + 1 < tune.Tokens.Count; step++)
        {
            double[] input = new double[model.Shape.Tokens];
            input[tune.Tokens[step].Index] = 1;
            network.Step(input, options.Temperature);
            Token? given = step < options.Prime.Count ? options.Prime[step] : null;
            double u = given is null || options.Mode == DrawMode.Webapp ? random.NextDouble() : 0;
            int token = tune.Tokens[step + 1].Index;
            if (given is { } must)
            {
                largest = must.Index == token ? largest : double.PositiveInfinity;
                continue;
            }

            double[] posterior = network.Sites[Site.Posterior];
            double below = posterior.Take(token).Sum() / posterior.Sum();
            double above = posterior.Take(token + 1).Sum() / posterior.Sum();
            largest = Math.Max(largest, Math.Max(below - u, u - above));
        }

        return largest;
    }
}
