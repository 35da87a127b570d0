using System.Text.Json.Serialization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Training;

/// <summary>A tune that the network wrote after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Seed">The seed; the same seeds after every epoch.</param>
/// <param name="Tokens">The tokens' texts, start and end left out.</param>
/// <param name="EndsAtLimit">Whether it came to the limit before its end.</param>
public sealed record EpochSample(int Epoch, Seed Seed, IReadOnlyList<string> Tokens, [property: JsonPropertyName("IsCut")] bool EndsAtLimit)
{
    private const int SampleTunes = 3;
    private const uint FirstSeed = 1;
    private const int Limit = 400;

    /// <summary>Draws the samples of an epoch at temperature 1.</summary>
    internal static IEnumerable<EpochSample> Draw(Model model, int epoch, int threads)
    {
        GenerationOptions options = new()
        {
            Seed = FirstSeed,
            Tunes = SampleTunes,
            Limit = Limit,
            Threads = threads,
        };
        return TuneGenerator
            .Generate(model, options)
            .Select(tune => new EpochSample(
                epoch,
                tune.Seed,
                [
                    .. tune
                        .Tokens.Where(token => token != model.Vocabulary.Start && token != model.Vocabulary.End)
                        .Select(token => model.Vocabulary[token]),
                ],
                tune.EndsAtLimit
            ));
    }
}
