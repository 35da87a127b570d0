using System.Globalization;
using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class WindowTableTests
{
    private const int ArticleLength = 147;

    // The article rounds, from widths that it rounded before to one or two digits.
    private const double UnitsOfTheLastDigit = 1.5;
    private const double ShareAtInfinity = 0.03;

    [Theory]
    [InlineData(WindowShape.Rectangular, 2.25, "2.23", "2.27", "2.20", "2.30")]
    [InlineData(WindowShape.Rectangular, 4.5, "4.4", "4.6", "4.3", "4.7")]
    [InlineData(WindowShape.Rectangular, 8.8, "8.5", "9.1", "8.0", "9.6")]
    [InlineData(WindowShape.Rectangular, 18, "17", "19", "15", "22")]
    [InlineData(WindowShape.Rectangular, 36, "31", "42", "26", "56")]
    [InlineData(WindowShape.Hann, 2.25, "2.21", "2.29", "2.17", "2.33")]
    [InlineData(WindowShape.Hann, 4.5, "4.3", "4.7", "4.2", "4.8")]
    [InlineData(WindowShape.Hann, 8.8, "8.3", "9.4", "7.7", "10.2")]
    [InlineData(WindowShape.Hann, 18, "16", "21", "14", "25")]
    [InlineData(WindowShape.Hann, 36, "28", "48", "23", "85")]
    public void Rows_ArticlesLength_AgreeWithItsTables(
        WindowShape shape,
        double period,
        string supportLow,
        string supportHigh,
        string sidelobeLow,
        string sidelobeHigh
    )
    {
        WindowTableRow row = Assert.Single(new WindowTable(new Window(shape, ArticleLength), [new Period(period)]).Rows);

        AssertAgrees(supportLow, row.SupportLow);
        AssertAgrees(supportHigh, row.SupportHigh);
        AssertAgrees(sidelobeLow, row.SidelobeLow);
        AssertAgrees(sidelobeHigh, row.SidelobeHigh);
    }

    [Theory]
    [InlineData(WindowShape.Rectangular, 250, 100)]
    [InlineData(WindowShape.Hann, 143, 63)]
    public void Rows_InfinitePeriod_AgreeWithTheArticlesWithinThreePercent(WindowShape shape, double support, double sidelobe)
    {
        WindowTableRow row = Assert.Single(new WindowTable(new Window(shape, ArticleLength), [Period.Infinite]).Rows);

        Assert.Equal(support, row.SupportLow.Steps, ShareAtInfinity * support);
        Assert.Equal(Period.Infinite, row.SupportHigh);
        Assert.Equal(sidelobe, row.SidelobeLow.Steps, ShareAtInfinity * sidelobe);
        Assert.Equal(row.SidelobeLow, row.SidelobeHigh);
    }

    [Fact]
    public void Rows_SidelobePastHalfACycle_StandsAtItsMirrorImage()
    {
        Window window = new(WindowShape.Hann, ArticleLength);
        WindowTableRow row = Assert.Single(new WindowTable(window, [new Period(2)]).Rows);

        Assert.Equal(0.5 - window.Lobes.Sidelobe, row.SidelobeLow.Frequency, 1e-12);
        Assert.Equal(row.SidelobeLow.Steps, row.SidelobeHigh.Steps, 1e-12);
    }

    [Fact]
    public void Constructor_PeriodOfZero_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowTable(new Window(WindowShape.Hann, ArticleLength), [new Period(0)]));

    private static void AssertAgrees(string printed, Period computed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        double lastDigit = point < 0 ? 1 : Math.Pow(10, -(printed.Length - point - 1));
        Assert.Equal(double.Parse(printed, CultureInfo.InvariantCulture), computed.Steps, UnitsOfTheLastDigit * lastDigit);
    }
}
