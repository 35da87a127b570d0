using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network.Kernels;

public sealed unsafe class LstmKernelsTests
{
    /// <summary>Units of a row of gates: two panels, so that every width pairs its vectors.</summary>
    private const int Units = 32;

    /// <summary>
    /// Around 87 the sigmoid goes over to another way of scaling, from 88.7 e^x overflows, from −103.97 it is 0; near and
    /// far values stand side by side in one pair of vectors.
    /// </summary>
    private static readonly float[] Edges =
    [
        0f,
        -0f,
        1e-40f,
        -1e-40f,
        0.5f,
        -0.5f,
        8.9f,
        -9.1f,
        86.9999f,
        -86.9999f,
        87f,
        -87f,
        87.0001f,
        -87.0001f,
        87.5f,
        -87.5f,
        88.7f,
        -88.7f,
        88.8f,
        -88.8f,
        103.9f,
        -103.9f,
        104f,
        -104f,
        1e30f,
        -1e30f,
        float.PositiveInfinity,
        float.NegativeInfinity,
        float.NaN,
        float.Epsilon,
        float.MaxValue,
        float.MinValue,
    ];

    [Fact]
    public void Gates_AllWidths_AreTheSigmoidAndTanhOfOneLane()
    {
        Random random = new(5);
        LstmKernels one = LstmKernels.All[0];
        foreach (LstmKernels kernels in LstmKernels.All)
        {
            for (int round = 0; round < 200; round++)
            {
                float[] gates = new float[4 * Units];
                for (int n = 0; n < gates.Length; n++)
                {
                    // A few edges among ordinary values at first, then edges alone.
                    gates[n] = random.Next(16) < round / 10 ? Edges[random.Next(Edges.Length)] : (float)((random.NextDouble() * 40) - 20);
                }

                float[] expected = [.. gates];
                fixed (float* values = gates)
                fixed (float* single = expected)
                {
                    kernels.Gates(values, Units, 0, Units);
                    one.Apply(Activation.Sigmoid, single, single, 2 * Units);
                    one.Apply(Activation.Tanh, single + (2 * Units), single + (2 * Units), Units);
                    one.Apply(Activation.Sigmoid, single + (3 * Units), single + (3 * Units), Units);
                }

                // NaN has many bit patterns; any of them is NaN here.
                Assert.Equal(Array.ConvertAll(expected, Bits), Array.ConvertAll(gates, Bits));
            }
        }
    }

    private static int Bits(float value) => float.IsNaN(value) ? -1 : BitConverter.SingleToInt32Bits(value);
}
