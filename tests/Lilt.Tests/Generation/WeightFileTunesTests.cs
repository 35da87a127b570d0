using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Tests.Reference;
using Lilt.Tests.WeightFiles;
using Xunit;

namespace Lilt.Tests.Generation;

/// <summary>
/// All the way from a file as folk-rnn, its server and PyTorch write it to the tunes' last tokens, against a slow sampler in double
/// precision.
/// </summary>
public sealed class WeightFileTunesTests
{
    /// <summary>A draw so near to the boundary of two tokens' shares may fall to either in float32.</summary>
    private const double Undecided = 2e-5;

    private static readonly Model Tiny = new(
        ShippedNetwork.Model.Vocabulary,
        RandomModels.Create(new NetworkShape(3, 24, ShippedNetwork.Model.Shape.Tokens), scale: 1.6).Weights.Copy(),
        ModelProvenance.Named("tiny")
    );

    public static TheoryData<PickleDialect, DrawMode, float, string> Runs()
    {
        TheoryData<PickleDialect, DrawMode, float, string> runs = [];
        foreach (DrawMode mode in Enum.GetValues<DrawMode>())
        {
            runs.Add(PickleDialect.Python2, mode, 1f, "");
            runs.Add(PickleDialect.Protocol3, mode, 0.6f, "M:6/8 K:Cdor");
            runs.Add(PickleDialect.Protocol5, mode, 1.7f, "M:4/4 K:Cmaj |: * c * 2");
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Generate_FolkRnnPickle_EqualsADoublePrecisionSampler(
        PickleDialect dialect,
        DrawMode mode,
        float temperature,
        string prime
    ) => AssertDrawnAsInDoublePrecision(WeightReading.Read(PickleWriter.FolkRnn(Tiny, dialect).ToArray()), Tiny, mode, temperature, prime);

    [Fact]
    public void Generate_PyTorchState_EqualsADoublePrecisionSampler()
    {
        // PyTorch keeps no initial states.
        Model zero = RandomModels.Changed(
            Tiny,
            weights =>
            {
                foreach (LayerWeights layer in weights.Layers)
                {
                    Array.Clear(layer.InitialCell);
                    Array.Clear(layer.InitialHidden);
                }
            }
        );

        AssertDrawnAsInDoublePrecision(WeightReading.Read(TorchFile.Write(Tiny), Tiny.Vocabulary), zero, DrawMode.Stream, 1f, "M:4/4");
    }

    /// <summary>So hot, the posterior is almost flat: token k's index is floor(137 u_k), or beside it, whatever the network is.</summary>
    [Fact]
    public void Generate_AtAGreatTemperature_TokensLieWhereAFlatPosteriorPutsThem()
    {
        GenerationOptions options = new()
        {
            Seed = 1,
            Temperature = 2000,
            Tunes = 6,
            Limit = 400,
            Mode = DrawMode.Stream,
        };
        RandomState random = new(1);
        int drawn = 0;
        foreach (Token token in TuneGenerator.Generate(ShippedNetwork.Model, options).SelectMany(tune => tune.Tokens.Skip(1)))
        {
            int flat = (int)(ShippedNetwork.Model.Shape.Tokens * random.NextDouble());
            Assert.InRange(token.Index, flat - 1, flat + 1);
            drawn++;
        }

        Assert.True(drawn > 100);
    }

    private static void AssertDrawnAsInDoublePrecision(Model read, Model written, DrawMode mode, float temperature, string prime)
    {
        GenerationOptions options = new()
        {
            Seed = 31,
            Tunes = 5,
            Limit = 60,
            Temperature = temperature,
            Mode = mode,
            Prime = PrimeText.Parse(prime, read.Vocabulary).Tokens,
        };
        GeneratedTune[] tunes = [.. TuneGenerator.Generate(read, options)];
        RandomState stream = new(options.Seed);
        foreach (GeneratedTune tune in tunes)
        {
            RandomState random = mode == DrawMode.Stream ? stream : new RandomState(options.Seed + (uint)tune.Index);
            Assert.InRange(DoublePrecisionDraws.LargestMiss(written, options, tune, random), 0, Undecided);
            Assert.Equal(tune.EndsAtLimit, tune.Tokens[^1] != read.Vocabulary.End);
            Assert.Equal(tune.EndsAtLimit, tune.Tokens.Count == options.Limit + 1 && tune.Tokens[^1] != read.Vocabulary.End);
        }

        Assert.True(tunes.Sum(tune => tune.Tokens.Count) > 40, "hardly a token was drawn");
    }
}
