using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class RankingTests
{
    [Fact]
    public void Descending_EqualValues_StandByNumber() => Assert.Equal([1, 3, 0, 2, 4], Ranking.Descending([2, 5, 2, 5, -1]));

    [Fact]
    public void Descending_WhatIsNoNumber_StandsLast() =>
        Assert.Equal([2, 1, 0, 3], Ranking.Descending([double.NaN, double.NegativeInfinity, 0, double.NaN]));

    [Fact]
    public void Ascending_EqualValues_StandByNumber() => Assert.Equal([4, 0, 2, 1, 3], Ranking.Ascending([2, 5, 2, 5, -1]));

    [Fact]
    public void Ascending_Nothing_IsNothing() => Assert.Empty(Ranking.Ascending([]));
}
