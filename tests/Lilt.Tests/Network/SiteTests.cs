using Lilt.Network;
using Xunit;

namespace Lilt.Tests.Network;

public sealed class SiteTests
{
    [Theory]
    [InlineData("input")]
    [InlineData("logits")]
    [InlineData("posterior")]
    [InlineData("L1.i")]
    [InlineData("L12.h")]
    public void TryParse_OwnText_GivesTheSiteBack(string text)
    {
        Assert.True(Site.TryParse(text, out Site site));
        Assert.Equal(text, site.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("L.h")]
    [InlineData("L0.h")]
    [InlineData("L1.x")]
    [InlineData("L1h")]
    [InlineData("L-1.h")]
    [InlineData("l1.h")]
    [InlineData("L1.hh")]
    public void TryParse_OtherText_IsFalse(string? text) => Assert.False(Site.TryParse(text, out _));

    [Fact]
    public void UnitAddress_OwnText_GivesTheAddressBack()
    {
        Assert.True(UnitAddress.TryParse("L1.h[247]", out UnitAddress address));
        Assert.Equal(new UnitAddress(Site.H(1), 247), address);
        Assert.Equal("L1.h[247]", address.ToString());
        Assert.False(UnitAddress.TryParse("L1.h[-1]", out _));
        Assert.False(UnitAddress.TryParse("L1.h247]", out _));
    }
}
