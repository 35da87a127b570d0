using System.Diagnostics;
using System.Text.Json;
using Lilt.Gradients;
using Lilt.Network;
using Lilt.Training.Kernels;
using Xunit;

namespace Lilt.Training.Tests;

/// <summary>The trainer beside PyTorch in double precision: the same weights and batches, the same losses and gradients.</summary>
public sealed class PyTorchTests
{
    private const int Batches = 10;

    // PyTorch runs in double, so all of a difference is float32's: some 1e-6 of the largest gradient in a tensor over these tunes.
    private const double RelativeGradientTolerance = 5e-6;

    // Ten updates of Adam carry the rounding on; where a gradient is near zero its sign decides a whole step, so the bound is wider.
    private const double LossTolerance = 2e-5;

    private const double Learnt = 0.02;

    private static readonly TrainingConfig Recipe = new()
    {
        Optimizer = OptimizerKind.AdamW,
        LearningRate = 0.01,
        WeightDecay = 0.1,
        ClipNorm = 0.05,
        FirstMomentDecay = 0.9,
        SecondMomentDecay = 0.99,
        Epsilon = 1e-6,
    };

    private static readonly string[] Gates = ["i", "f", "g", "o"];

    [Fact]
    public void Train_TenUpdates_LossesAndGradientsArePyTorchs()
    {
        using SmallNetwork network = new(3, 24, 17);
        CorpusTune[] tunes = network.Tunes([.. Enumerable.Range(0, 12).Select(n => 4 + (n * 7 % 23))]);
        CorpusTune[][] batches = [.. Enumerable.Range(0, Batches).Select(n => tunes.Chunk(6).ElementAt(n % 2))];
        Dictionary<string, double[]> weights = Named(network.Plain);
        using JsonDocument theirs = RunPyTorch(network.Shape, weights, batches);
        double[] expected = [.. theirs.RootElement.GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())];

        using Optimizer optimizer = new(Recipe, network.Layout, OptimizerKernels.Best, 2);
        for (int update = 0; update < Batches; update++)
        {
            int rows = batches[update].Sum(tune => tune.Steps);
            double loss = network.Gradient.Compute(BatchPlan.Shards(batches[update], 4), default, false, 1f / rows) / rows;
            Assert.Equal(expected[update], loss, LossTolerance);
            if (update == 0)
            {
                CompareGradients(
                    theirs.RootElement.GetProperty("gradients"),
                    Named(ParameterCopy.Write(network.Layout, network.Gradient.Gradient))
                );
            }

            double norm = network.Gradient.Norm();
            Assert.True(norm > Recipe.ClipNorm, "the batch must be one that is clipped");
            optimizer.Step(network.Weights, network.Gradient.Gradient, Recipe.ClipNorm / norm, Recipe.LearningRate, update);
            network.Packed.Pack(2);
        }

        // The same batch, eight updates later.
        Assert.True(
            expected[8] < expected[0] - Learnt,
            $"the updates must have taught something, or the comparison says little: {expected[0]}, then {expected[8]}"
        );
    }

    private static void CompareGradients(JsonElement theirs, Dictionary<string, double[]> ours)
    {
        Assert.Equal(ours.Keys.Order(), theirs.EnumerateObject().Select(tensor => tensor.Name).Order());
        foreach (JsonProperty tensor in theirs.EnumerateObject())
        {
            double[] expected = [.. tensor.Value.EnumerateArray().Select(value => value.GetDouble())];
            double largest = expected.Max(Math.Abs);
            Assert.True(largest > 0, tensor.Name);
            Assert.Equal(expected.Length, ours[tensor.Name].Length);
            for (int n = 0; n < expected.Length; n++)
            {
                Assert.Equal(expected[n], ours[tensor.Name][n], RelativeGradientTolerance * largest);
            }
        }
    }

    private static Dictionary<string, double[]> Named(NetworkWeights weights)
    {
        Dictionary<string, double[]> named = new()
        {
            ["output.weight"] = Wide(weights.OutputWeights),
            ["output.bias"] = Wide(weights.OutputBias),
        };
        for (int layer = 1; layer <= weights.Shape.Layers; layer++)
        {
            LayerWeights plain = weights.Layers[layer - 1];
            named[$"layer.{layer}.h0"] = Wide(plain.InitialHidden);
            named[$"layer.{layer}.c0"] = Wide(plain.InitialCell);
            for (int gate = 0; gate < Gates.Length; gate++)
            {
                named[$"layer.{layer}.{Gates[gate]}.weight_x"] = Wide(plain.InputWeights[gate]);
                named[$"layer.{layer}.{Gates[gate]}.weight_h"] = Wide(plain.RecurrentWeights[gate]);
                named[$"layer.{layer}.{Gates[gate]}.bias"] = Wide(plain.Biases[gate]);
            }
        }

        return named;
    }

    private static double[] Wide(float[] values) => [.. values.Select(value => (double)value)];

    private static JsonDocument RunPyTorch(NetworkShape shape, Dictionary<string, double[]> weights, CorpusTune[][] batches)
    {
        const string Python = "/usr/bin/python3";
        bool required = Environment.GetEnvironmentVariable("CI") == "true";
        bool present = File.Exists(Python) && Run(Python, "-c", "import torch").Code == 0;
        Assert.True(present || !required, "python3-torch is missing, and CI=true");
        Assert.SkipUnless(present, "python3-torch is not installed");

        string given = JsonSerializer.Serialize(
            new
            {
                layers = shape.Layers,
                units = shape.Units,
                tokens = shape.Tokens,
                weights,
                batches = batches.Select(batch => batch.Select(tune => tune.Tokens.Select(token => token.Index))),
                rate = Recipe.LearningRate,
                beta1 = Recipe.FirstMomentDecay,
                beta2 = Recipe.SecondMomentDecay,
                epsilon = Recipe.Epsilon,
                weightDecay = Recipe.WeightDecay,
                clipNorm = Recipe.ClipNorm,
            }
        );
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, given);
            (int code, string output, string error) = Run(Python, Path.Combine(AppContext.BaseDirectory, "pytorch_training.py"), file);
            Assert.True(code == 0, error);
            return JsonDocument.Parse(output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Code, string Output, string Error) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
