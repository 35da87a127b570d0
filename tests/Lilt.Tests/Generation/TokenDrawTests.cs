using Lilt.Generation;
using Xunit;

namespace Lilt.Tests.Generation;

public sealed class TokenDrawTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.2499, 0)]
    [InlineData(0.25, 2)]
    [InlineData(0.74, 2)]
    [InlineData(0.75, 3)]
    [InlineData(0.999999, 3)]
    public void Draw_NumberInAShare_GivesItsToken_AndABoundaryBelongsToTheNext(double u, int expected) =>
        Assert.Equal(expected, TokenDraw.Draw([0.25f, 0f, 0.5f, 0.25f], u, out _).Index);

    [Fact]
    public void Draw_NearABoundary_SaysHowNear()
    {
        TokenDraw.Draw([0.25f, 0.75f], 0.2500009, out double margin);

        Assert.Equal(9e-7, margin, 1e-12);
    }

    [Fact]
    public void Draw_PosteriorThatDoesNotSumToOne_IsDividedByItsSum() => Assert.Equal(1, TokenDraw.Draw([2f, 2f], 0.6, out _).Index);

    [Fact]
    public void Draw_NothingToDraw_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => TokenDraw.Draw([0f, 0f], 0.5, out _));
        Assert.Throws<ArgumentException>(() => TokenDraw.Draw([1f, float.NaN], 0.5, out _));
    }
}
