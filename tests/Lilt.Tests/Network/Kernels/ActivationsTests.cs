using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network.Kernels;

public sealed unsafe class ActivationsTests
{
    /// <summary>Bits from one tested float to the next: coprime to 2^32, so that every exponent and many mantissas are met.</summary>
    private const long Stride = 1009;

    /// <summary>The largest errors over all 2^32 floats are stated in docs/model.md; these bound any sample of them.</summary>
    private const double LargestExpError = 1.06;
    private const double LargestSigmoidError = 2.41;
    private const double LargestTanhError = 2.42;

    public static TheoryData<int> Lanes => [.. LstmKernels.All.Select(kernels => kernels.Lanes)];

    [Theory]
    [InlineData(nameof(Activation.Exp), LargestExpError)]
    [InlineData(nameof(Activation.Sigmoid), LargestSigmoidError)]
    [InlineData(nameof(Activation.Tanh), LargestTanhError)]
    public void Apply_FloatsOfAllMagnitudes_ErrorInUlpIsWithinTheStatedBound(string name, double bound)
    {
        Activation activation = Enum.Parse<Activation>(name);
        Assert.InRange(ActivationError.Largest(activation, LstmKernels.Best, Stride, out float at), 0, bound);
        Assert.True(float.IsFinite(at));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Apply_SpecialValues_AreRight(int lanes)
    {
        float[] x =
        [
            0f,
            -0f,
            float.PositiveInfinity,
            float.NegativeInfinity,
            float.NaN,
            float.Epsilon,
            -float.Epsilon,
            1e-40f,
            float.MaxValue,
            float.MinValue,
        ];

        Assert.Equal(
            [1f, 1f, float.PositiveInfinity, 0f, float.NaN, 1f, 1f, 1f, float.PositiveInfinity, 0f],
            Apply(Activation.Exp, lanes, x)
        );
        Assert.Equal([0.5f, 0.5f, 1f, 0f, float.NaN, 0.5f, 0.5f, 0.5f, 1f, 0f], Apply(Activation.Sigmoid, lanes, x));
        float[] tanh = Apply(Activation.Tanh, lanes, x);
        Assert.Equal([0f, -0f, 1f, -1f, float.NaN, float.Epsilon, -float.Epsilon, 1e-40f, 1f, -1f], tanh);
        Assert.True(float.IsNegative(tanh[1]));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Apply_AnyLaneWidth_HasTheBitsOfOneLane(int lanes)
    {
        float[] x = new float[4099];
        for (int n = 0; n < x.Length; n++)
        {
            x[n] = BitConverter.UInt32BitsToSingle((uint)(n * 1047853L));
        }

        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Assert.Equal(Bits(Apply(activation, 1, x)), Bits(Apply(activation, lanes, x)));
        }
    }

    [Fact]
    public void Apply_ResultUnderTheNormalRange_KeepsSubnormals()
    {
        float smallest = Apply(Activation.Exp, 1, [-103f])[0];

        Assert.InRange(smallest, float.Epsilon, 1.2e-38f);
        Assert.Equal((float)Math.Exp(-103.0), smallest, 2 * float.Epsilon);
    }

    private static float[] Apply(Activation activation, int lanes, float[] x)
    {
        float[] result = new float[x.Length];
        fixed (float* source = x)
        fixed (float* destination = result)
        {
            LstmKernels.All.Single(kernels => kernels.Lanes == lanes).Apply(activation, source, destination, x.Length);
        }

        return result;
    }

    private static int[] Bits(float[] values) =>
        [.. values.Select(value => float.IsNaN(value) ? int.MaxValue : BitConverter.SingleToInt32Bits(value))];
}
