using System.Diagnostics;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lilt.Benchmarks;

/// <summary>
/// Tokens a second of ONNX Runtime on the same network: a batch of tunes step by step, each fed the token that was drawn for it.
/// </summary>
/// <remarks>
/// Inputs and outputs are bound once. The state goes to and fro between two sets of tensors, so nothing is copied or made anew from step to
/// step.
/// </remarks>
internal sealed class OnnxRates : IDisposable
{
    /// <summary>
    /// How far a probability may lie from Lilt's after <see cref="CheckedSteps"/> steps: both are float32, in other orders of summation.
    /// </summary>
    private const float Tolerance = 2e-5f;

    private const int CheckedSteps = 20;
    private readonly Model model;
    private readonly int batch;
    private readonly InferenceSession session;
    private readonly OrtIoBinding[] bindings;
    private readonly RunOptions runOptions = new();
    private readonly List<IDisposable> values = [];
    private readonly long[] tokens;
    private readonly float[] posterior;
    private int steps;

    /// <param name="model">The network.</param>
    /// <param name="graph">Its graph for the batch, of <see cref="OnnxNetworks"/>.</param>
    /// <param name="batch">B.</param>
    /// <param name="threads">Threads of one operator.</param>
    public OnnxRates(Model model, byte[] graph, int batch, int threads)
    {
        this.model = model;
        this.batch = batch;
        using SessionOptions options = new()
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        session = new InferenceSession(graph, options);
        tokens = new long[batch];
        posterior = new float[batch * model.Shape.Tokens];
        bindings = [session.CreateIoBinding(), session.CreateIoBinding()];
        Bind("tokens", tokens, [batch]);
        foreach (OrtIoBinding binding in bindings)
        {
            binding.BindOutput("posterior", Value(posterior, [batch, model.Shape.Tokens]));
        }

        for (int layer = 1; layer <= model.Shape.Layers; layer++)
        {
            ReadOnlyLayerWeights of = model.Weights.Layers[layer - 1];
            State($"h{layer}", of.InitialHidden.ToArray());
            State($"c{layer}", of.InitialCell.ToArray());
        }
    }

    /// <summary>The version of the library.</summary>
    public static string Version => OrtEnv.Instance().GetVersionString();

    /// <summary>Tokens a second of the drawn, closed loop.</summary>
    public double Measure(TimeSpan time)
    {
        Random random = new(1);
        Step(random);
        long first = steps;
        long began = Stopwatch.GetTimestamp();
        do
        {
            Step(random);
        } while (Stopwatch.GetElapsedTime(began) < time);

        return (steps - first) * batch / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Compares some steps from the start with Lilt's.</summary>
    /// <exception cref="InvalidOperationException">A probability differs by more than float32 explains: not the same network.</exception>
    public void Check()
    {
        NoProbe none = default;
        using StepBatch ours = new(model, batch);
        int[] all = [.. Enumerable.Range(0, batch)];
        foreach (int slot in all)
        {
            ours.Reset(slot, ref none);
        }

        for (int step = 0; step < CheckedSteps; step++)
        {
            foreach (int slot in all)
            {
                tokens[slot] = ((step * 7) + slot) % model.Shape.Tokens;
                ours.SetInput(slot, new Token((int)tokens[slot]));
            }

            ours.Step(all, 1f, ref none);
            Run();
            foreach (int slot in all)
            {
                ReadOnlySpan<float> expected = ours.Posterior(slot);
                for (int token = 0; token < expected.Length; token++)
                {
                    float difference = Math.Abs(expected[token] - posterior[(slot * expected.Length) + token]);
                    if (!(difference <= Tolerance))
                    {
                        throw new InvalidOperationException(
                            $"ONNX Runtime's probability of token {token} at step {step} is {difference:G3} from Lilt's: the graph is not this network."
                        );
                    }
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (IDisposable value in values)
        {
            value.Dispose();
        }

        bindings[0].Dispose();
        bindings[1].Dispose();
        runOptions.Dispose();
        session.Dispose();
    }

    private void Step(Random random)
    {
        Run();
        int width = model.Shape.Tokens;
        for (int slot = 0; slot < batch; slot++)
        {
            tokens[slot] = Draw(posterior.AsSpan(slot * width, width), random.NextSingle());
        }
    }

    private void Run() => session.RunWithBinding(runOptions, bindings[steps++ % 2]);

    private static int Draw(ReadOnlySpan<float> p, float u)
    {
        for (int token = 0; token < p.Length - 1; token++)
        {
            u -= p[token];
            if (u < 0f)
            {
                return token;
            }
        }

        return p.Length - 1;
    }

    /// <summary>Two tensors of a state, each what one binding reads and the other writes.</summary>
    private void State(string name, float[] initial)
    {
        long[] shape = [.. session.InputMetadata[name].Dimensions.Select(length => (long)length)];
        float[] first = [.. Enumerable.Repeat(initial, batch).SelectMany(row => row)];
        OrtValue[] both = [Value(first, shape), Value(new float[first.Length], shape)];
        for (int n = 0; n < bindings.Length; n++)
        {
            bindings[n].BindInput(name, both[n]);
            bindings[n].BindOutput(name + "_next", both[1 - n]);
        }
    }

    private void Bind(string name, long[] memory, long[] shape)
    {
        OrtValue value = OrtValue.CreateTensorValueFromMemory(memory, shape);
        values.Add(value);
        foreach (OrtIoBinding binding in bindings)
        {
            binding.BindInput(name, value);
        }
    }

    private OrtValue Value(float[] memory, long[] shape)
    {
        OrtValue value = OrtValue.CreateTensorValueFromMemory(memory, shape);
        values.Add(value);
        return value;
    }
}
