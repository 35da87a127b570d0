using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Notation;

public sealed class PitchRangeTests
{
    [Theory]
    [InlineData("D-d'", 2, 26)]
    [InlineData("G,-b'", -5, 35)]
    [InlineData("E,,-C", -20, 0)]
    [InlineData("^F-^c", 6, 13)]
    public void TryParse_TwoNotes_ReadsAndWritesThem(string text, int lowest, int highest)
    {
        Assert.True(PitchRange.TryParse(text, out PitchRange? range));
        Assert.Equal(new PitchRange(lowest, highest), range);
        Assert.Equal(text, range.ToString());
    }

    [Fact]
    public void TryParse_AnInstrument_GivesWhatItReaches()
    {
        foreach (Instrument instrument in Instrument.All)
        {
            Assert.True(PitchRange.TryParse(instrument.Name, out PitchRange? range));
            Assert.Equal(instrument.Range, range);
        }

        Assert.True(PitchRange.TryParse("whistle", out PitchRange? whistle));
        Assert.Equal("D-d'", whistle.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("D")]
    [InlineData("d-D")]
    [InlineData("H-d")]
    [InlineData("tuba")]
    public void TryParse_WhatIsNone_SaysSo(string? text)
    {
        Assert.False(PitchRange.TryParse(text, out PitchRange? range));
        Assert.Null(range);
    }
}
