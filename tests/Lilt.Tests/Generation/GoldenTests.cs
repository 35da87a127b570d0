using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.Generation;

/// <summary>The oracle's values for a tiny network, where the reference material lies beside the checkout.</summary>
public sealed class GoldenTests
{
    /// <summary>Sites of 3 × 24 units over 40 steps, float32 against float64: under a hundred half ulps of 1.</summary>
    private const double LargestSiteError = 5e-6;

    /// <summary>Logits are sums of 24 terms of magnitude up to 5.</summary>
    private const double LargestLogitError = 2e-5;

    private static JsonElement Expected => JsonDocument.Parse(File.ReadAllText(SharedMaterial.Path("golden/expected.json"))).RootElement;

    [Fact]
    public void Generate_Stream_EqualsTheOracleForEverySeedTemperatureAndPrime()
    {
        Model model = Read("golden/tiny-folkrnn-v2.pkl");
        foreach (JsonElement expected in Expected.GetProperty("tunes").EnumerateArray())
        {
            JsonElement tunes = expected.GetProperty("tokens");
            string[][] drawn = Tokens(model, Options(model, expected, tunes.GetArrayLength(), DrawMode.Stream));
            Assert.Equal(tunes.EnumerateArray().Select(Texts), drawn);
        }
    }

    [Fact]
    public void Generate_Webapp_EqualsFolkRnnOrgsOrderOfDraws()
    {
        Model model = Read("golden/tiny-webapp.pickle");
        foreach (JsonElement expected in Expected.GetProperty("webapp").GetProperty("tunes").EnumerateArray())
        {
            Assert.Equal(Texts(expected.GetProperty("tokens")), Tokens(model, Options(model, expected, 1, DrawMode.Webapp))[0]);
        }
    }

    [Fact]
    public void Generate_PyTorchState_EqualsTheOracle()
    {
        JsonElement torch = Expected.GetProperty("torch");
        Model model = ModelFile.Read(
            SharedMaterial.Path("golden/tiny-torch-lstm.safetensors"),
            SharedMaterial.Path("golden/vocabulary-v2.json")
        );
        foreach (JsonElement expected in torch.GetProperty("tunes").EnumerateArray())
        {
            Assert.Equal(Texts(expected.GetProperty("tokens")), Tokens(model, Options(model, expected, 1, DrawMode.Stream))[0]);
        }
    }

    [Fact]
    public void Step_TokensOfTheTrace_EverySiteIsNearTheOracle()
    {
        Model model = Read("golden/tiny-folkrnn-v2.pkl");
        string[] tokens = Texts(Expected.GetProperty("trace").GetProperty("tokens"));
        Dictionary<string, double[]> traces = "ifgochzp".ToDictionary(
            letter => letter.ToString(),
            letter => Npy(SharedMaterial.Path($"golden/trace-{letter}.npy"))
        );
        using StepBatch batch = new(model, 1);
        Differences differences = new(traces, model.Shape, [0, 0]);
        batch.Reset(0, ref differences);
        foreach (string token in tokens.SkipLast(1))
        {
            Assert.True(model.Vocabulary.TryFind(token, out Token index));
            batch.SetInput(0, index);
            batch.Step([0], 1f, ref differences);
        }

        Assert.InRange(differences.Largest[0], 0, LargestSiteError);
        Assert.InRange(differences.Largest[1], 0, LargestLogitError);
    }

    [Fact]
    public void Step_TwoHotInput_LogitsAreNearTheOracle()
    {
        JsonElement twoHot = Expected.GetProperty("two_hot");
        Model model = Read("golden/tiny-folkrnn-v2.pkl");
        NoProbe none = default;
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref none);
        foreach (string which in (string[])["first", "second"])
        {
            Assert.True(model.Vocabulary.TryFind(twoHot.GetProperty(which).GetString()!, out Token token));
            batch.Input(0)[token.Index] = twoHot.GetProperty($"{which}_weight").GetSingle();
        }

        batch.Step([0], 1f, ref none);
        AssertNear(twoHot.GetProperty("z"), batch.Logits(0));
    }

    [Fact]
    public void Step_ExcisedUnits_LogitsAreNearTheOracle()
    {
        JsonElement excision = Expected.GetProperty("excision");
        Model model = Read("golden/tiny-folkrnn-v2.pkl");
        Silence silence = new(
            excision.GetProperty("layer").GetInt32(),
            [.. excision.GetProperty("units_0_based").EnumerateArray().Select(unit => unit.GetInt32())]
        );
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref silence);
        string[] tokens = Texts(excision.GetProperty("tokens"));
        for (int step = 0; step < tokens.Length; step++)
        {
            Assert.True(model.Vocabulary.TryFind(tokens[step], out Token token));
            batch.SetInput(0, token);
            batch.Step([0], 1f, ref silence);
            AssertNear(excision.GetProperty("z")[step], batch.Logits(0));
        }
    }

    [Fact]
    public void NextDouble_TuneOfTheRealNetworkAtTemperatureTwenty_LiesWhereAFlatPosteriorPutsIt()
    {
        // So hot, the posterior is almost flat: token k's index is within 3 of floor(137 u_k).
        string[] vocabulary = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedMaterial.Path("golden/vocabulary-v2.json")))!;
        string[] lines = File.ReadAllLines(SharedMaterial.Path("golden/folkrnn-v2-seed1-T20.txt"));
        string[] tokens =
        [
            .. lines
                .Where(line => !line.StartsWith("X:", StringComparison.Ordinal))
                .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];
        RandomState random = new(1);
        Assert.True(tokens.Length > 100);
        foreach (string token in tokens)
        {
            int flat = (int)(vocabulary.Length * random.NextDouble());
            Assert.InRange(Array.IndexOf(vocabulary, token), flat - 3, flat + 3);
        }
    }

    private static Model Read(string file) => ModelFile.Read(SharedMaterial.Path(file));

    private static GenerationOptions Options(Model model, JsonElement expected, int tunes, DrawMode mode) =>
        new()
        {
            Seed = expected.GetProperty("seed").GetUInt32(),
            Temperature = expected.GetProperty("temperature").GetSingle(),
            Limit = expected.GetProperty("limit").GetInt32(),
            Prime = PrimeText.Parse(string.Join(' ', Texts(expected.GetProperty("prime"))), model.Vocabulary).Tokens,
            Tunes = tunes,
            Mode = mode,
        };

    private static string[][] Tokens(Model model, GenerationOptions options) =>
        [.. TuneGenerator.Generate(model, options).Select(tune => tune.Tokens.Select(token => model.Vocabulary[token]).ToArray())];

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static void AssertNear(JsonElement expected, ReadOnlySpan<float> logits)
    {
        Assert.Equal(expected.GetArrayLength(), logits.Length);
        for (int token = 0; token < logits.Length; token++)
        {
            Assert.Equal(expected[token].GetDouble(), logits[token], LargestLogitError);
        }
    }

    /// <summary>The float64 values of a version 1.0 .npy file.</summary>
    private static double[] Npy(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int start = 10 + BitConverter.ToUInt16(bytes, 8);
        double[] values = new double[(bytes.Length - start) / sizeof(double)];
        Buffer.BlockCopy(bytes, start, values, 0, values.Length * sizeof(double));
        return values;
    }

    /// <summary>Keeps the largest distance from the traces: of the layers' sites and the posterior, and of the logits.</summary>
    private readonly struct Differences(Dictionary<string, double[]> traces, NetworkShape shape, double[] largest) : IStepProbe
    {
        public static bool Watches => true;

        public double[] Largest => largest;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (step < 0 || site == Site.Input)
            {
                return false;
            }

            string letter =
                site == Site.Logits ? "z"
                : site == Site.Posterior ? "p"
                : site.ToString()[^1..];
            int at = site.IsOfLayer ? ((step * shape.Layers) + site.Layer - 1) * shape.Units : step * shape.Tokens;
            int which = site == Site.Logits ? 1 : 0;
            for (int n = 0; n < values.Length; n++)
            {
                largest[which] = Math.Max(largest[which], Math.Abs(values[n] - traces[letter][at + n]));
            }

            return false;
        }
    }

    /// <summary>Holds h of some units at 0.</summary>
    private readonly struct Silence(int layer, int[] units) : IStepProbe
    {
        public static bool Watches => true;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (site != Site.H(layer))
            {
                return false;
            }

            foreach (int unit in units)
            {
                values[unit] = 0;
            }

            return true;
        }
    }
}
