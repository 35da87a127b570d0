using Lilt.Randomness;
using Xunit;

namespace Lilt.Tests.Randomness;

public sealed class RandomStatesTests
{
    /// <summary>Past both rounds of the generator's 624 words, and over the largest seed.</summary>
    [Theory]
    [InlineData(0u)]
    [InlineData(42u)]
    [InlineData(123_456_789u)]
    [InlineData(4_294_967_292u)]
    public void NextDoubles_OfEveryLane_AreThoseOfItsRandomState(uint first)
    {
        RandomStates together = new();
        together.Seed(first + 1);
        together.NextDoubles(new double[RandomStates.Count]);
        together.Seed(first);
        RandomState[] alone = [.. Enumerable.Range(0, RandomStates.Count).Select(lane => new RandomState(unchecked(first + (uint)lane)))];
        double[] drawn = new double[RandomStates.Count];
        for (int draw = 0; draw < 700; draw++)
        {
            together.NextDoubles(drawn);
            Assert.Equal(alone.Select(random => random.NextDouble()), drawn);
        }
    }
}
