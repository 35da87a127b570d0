using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network.Kernels;

public sealed unsafe class NarrowProductTests
{
    private const float SmallestHalf = 5.9604645e-8f;

    public static TheoryData<int> LaneWidths => [.. LstmKernels.All.Select(kernels => kernels.Lanes)];

    /// <summary>Groups of 128 columns, whole and in part; ranges that begin and end inside one, as a team's do.</summary>
    public static IEnumerable<(int Rows, int Columns, int First, int End)> Shapes =>
        [
            (1, 1, 0, 32),
            (3, 32, 0, 32),
            (17, 96, 0, 96),
            (64, 128, 0, 128),
            (33, 160, 0, 160),
            (33, 160, 32, 160),
            (40, 288, 64, 224),
            (512, 2048, 0, 2048),
            (5, 2048, 672, 1344),
        ];

    [Theory]
    [MemberData(nameof(LaneWidths))]
    public void AccumulateRow_AnyLaneWidth_HasTheBitsOfFullWeightsAndOneLane(int lanes)
    {
        LstmKernels kernels = LstmKernels.All.Single(of => of.Lanes == lanes);
        Random random = new(11);
        foreach ((int rows, int columns, int first, int end) in Shapes)
        {
            float[] weights = Draw(rows * columns, () => (float)(Half)(random.NextSingle() - 0.5f));
            float[] input = Draw(rows, () => (2 * random.NextSingle()) - 1);
            AssertSameBits(kernels, weights, rows, columns, input, first, end);
        }
    }

    /// <summary>
    /// What operations may set a unit to, and what sums it may meet: zeros, subnormals, values that cannot be scaled, no numbers.
    /// </summary>
    [Theory]
    [MemberData(nameof(LaneWidths))]
    public void AccumulateRow_SpecialValues_HasTheBitsOfFullWeightsAndOneLane(int lanes)
    {
        LstmKernels kernels = LstmKernels.All.Single(of => of.Lanes == lanes);
        float[] specialWeights = [0f, -0f, 1f, -1f, SmallestHalf, -SmallestHalf, 3 * SmallestHalf, 6.1035156e-5f, 3.99f, 0.333251953125f];
        float[] specialInputs =
        [
            0f,
            -0f,
            1f,
            -1f,
            float.Epsilon,
            -float.Epsilon,
            1e-40f,
            1.17549435e-38f,
            65504f,
            65536f,
            -1e6f,
            1e30f,
            -1e38f,
            float.MaxValue,
            float.MinValue,
            float.PositiveInfinity,
            float.NegativeInfinity,
            float.NaN,
        ];
        Random random = new(3);
        const int Rows = 12;
        const int Columns = 160;
        for (int round = 0; round < 300; round++)
        {
            // Special values that are harmless at first, then more and more of the others.
            int of = 1 + (round * specialInputs.Length / 300);
            float[] weights = Draw(
                Rows * Columns,
                () => (float)(Half)(random.Next(3) == 0 ? random.NextSingle() : specialWeights[random.Next(specialWeights.Length)])
            );
            float[] input = Draw(Rows, () => random.Next(3) > 0 ? random.NextSingle() - 0.5f : specialInputs[random.Next(of)]);
            AssertSameBits(kernels, weights, Rows, Columns, input, 0, Columns);
        }
    }

    [Fact]
    public void ShiftFor_WeightsOfAFloat16File_IsThere()
    {
        Random random = new(5);
        float[] weights = Draw(10_000, () => (float)(Half)((random.NextSingle() - 0.5f) * 6f));
        weights[17] = SmallestHalf;
        weights[18] = 0f;

        Assert.NotNull(NarrowMatrix.ShiftFor([weights]));
    }

    [Theory]
    [InlineData(0.1f)] // more bits of fraction than ten
    [InlineData(1e-40f)] // subnormal
    [InlineData(1.0e10f)] // more bits of fraction
    [InlineData(8589934592f)] // 2^33: too far from the smallest
    public void ShiftFor_AWeightThatSixteenBitsDoNotHold_IsNull(float weight) =>
        Assert.Null(
            NarrowMatrix.ShiftFor([
                [1f, SmallestHalf],
                [weight, 0f],
            ])
        );

    [Fact]
    public void ShiftFor_ExponentsThirtyOneApart_IsNull_ThirtyIsThere()
    {
        Assert.NotNull(
            NarrowMatrix.ShiftFor([
                [1f, MathF.ScaleB(1f, -30)],
            ])
        );
        Assert.Null(
            NarrowMatrix.ShiftFor([
                [1f, MathF.ScaleB(1f, -31)],
            ])
        );
        Assert.NotNull(
            NarrowMatrix.ShiftFor([
                [0f, -0f],
            ])
        );
    }

    private static float[] Draw(int count, Func<float> draw)
    {
        float[] values = new float[count];
        for (int n = 0; n < count; n++)
        {
            values[n] = draw();
        }

        return values;
    }

    private static void AssertSameBits(LstmKernels kernels, float[] weights, int rows, int columns, float[] input, int first, int end)
    {
        using PackedMatrix packed = new(rows, columns);
        packed.Fill(weights, rows, columns, 0, 0);
        int? shift = NarrowMatrix.ShiftFor([weights]);
        Assert.NotNull(shift);
        using NarrowMatrix narrow = new(rows, columns, shift.Value);
        narrow.Fill(weights, columns, 0);
        float[] expected = Draw(packed.PaddedColumns, () => 0.25f);
        float[] sums = [.. expected];
        float[] scaled = new float[rows];
        fixed (
            float* x = input,
                wanted = expected,
                found = sums,
                work = scaled
        )
        {
            LstmKernels.All[0].AccumulateRow(x, wanted, packed, first, end);
            bool isScaled = kernels.Scale(x, narrow, work);
            kernels.AccumulateRow(isScaled ? work : x, isScaled, found, narrow, first, end);
        }

        Assert.Equal(Array.ConvertAll(expected, Bits), Array.ConvertAll(sums, Bits));
    }

    // NaN has many bit patterns; any of them is NaN here.
    private static int Bits(float value) => float.IsNaN(value) ? -1 : BitConverter.SingleToInt32Bits(value);
}
