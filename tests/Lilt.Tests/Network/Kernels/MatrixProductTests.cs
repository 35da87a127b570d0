using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network.Kernels;

public sealed unsafe class MatrixProductTests
{
    public static TheoryData<int> LaneWidths => [.. LstmKernels.All.Select(kernels => kernels.Lanes)];

    /// <summary>Whole blocks of rows and parts of one, terms of one run and of several, terms that no turn takes evenly.</summary>
    [Theory]
    [MemberData(nameof(LaneWidths))]
    public void Accumulate_AnyLaneWidthAndRows_HasTheBitsOfOneChainATerm(int lanes)
    {
        LstmKernels kernels = LstmKernels.All.Single(of => of.Lanes == lanes);
        Random random = new(2);
        float** from = stackalloc float*[24];
        float** to = stackalloc float*[24];
        foreach (
            (int rows, int terms, int columns) in ((int, int, int)[])
                [(1, 7, 32), (2, 1, 5), (5, 3, 40), (6, 512, 64), (7, 513, 96), (13, 1030, 33), (24, 64, 256)]
        )
        {
            float[] weights = [.. Enumerable.Range(0, terms * columns).Select(_ => random.NextSingle() - 0.5f)];
            using PackedMatrix matrix = new(terms, columns);
            matrix.Fill(weights, terms, columns, 0, 0);
            using FloatBlock inputs = new(rows, terms);
            using FloatBlock sums = new(rows, matrix.PaddedColumns);
            for (int row = 0; row < rows; row++)
            {
                from[row] = inputs.Row(row);
                to[row] = sums.Row(row);
                foreach (ref float value in inputs.Span(row, terms))
                {
                    value = random.NextSingle() - 0.5f;
                }

                sums.Span(row, columns).Fill(row);
            }

            kernels.Accumulate(from, to, rows, matrix);

            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    float expected = row;
                    for (int k = 0; k < terms; k++)
                    {
                        expected = MathF.FusedMultiplyAdd(inputs.Row(row)[k], weights[(k * columns) + column], expected);
                    }

                    Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(sums.Row(row)[column]));
                }
            }
        }
    }
}
