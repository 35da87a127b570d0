using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class PermutationPTests
{
    [Theory]
    [InlineData(0, 19, 0.05)]
    [InlineData(19, 19, 1)]
    [InlineData(4, 99, 0.05)]
    public void Of_CountsTheValueAsADraw(int asExtreme, int draws, double expected) =>
        Assert.Equal(expected, PermutationP.Of(asExtreme, draws));
}
