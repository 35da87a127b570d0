using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Alignment;

public sealed class MeasureTimingTests
{
    /// <summary>A tune, and below each token + where a boundary is read, - where it is read one note earlier.</summary>
    [Theory]
    [InlineData("A B c | d e |", "  -+ -+")]
    [InlineData("A 2 B 3/2 |", "  - +")]
    [InlineData("|: A B :| |: c d :|", "  -+  -+")]
    [InlineData("A B | | c |", " -+ -+")]
    [InlineData("A (3 B c d | (3 e |", "    -+- +")]
    [InlineData("A > B | c d", " - +  ")]
    [InlineData("A [ B d ] 2 | z |", " -    +-+")]
    [InlineData("A B", "  ")]
    public void Signs_Tune_StandAtBarsAndOneNoteEarlier(string tune, string marks)
    {
        MeasureTiming timing = Timing(tune, headerSteps: 0);

        Assert.Equal(
            marks,
            string.Concat(
                timing
                    .Signs.ToArray()
                    .Select(sign =>
                        sign switch
                        {
                            1 => '+',
                            -1 => '-',
                            _ => ' ',
                        }
                    )
            )
        );
        Assert.Equal(marks.Count(mark => mark == '+'), timing.BoundaryCount);
    }

    [Fact]
    public void Others_Tune_AreAllTokensAfterTheHeaderButMeasureTokens()
    {
        MeasureTiming timing = Timing("M:4/4 K:Cmaj A | B </s>", headerSteps: 2);

        Assert.Equal([false, false, true, false, true, true], timing.Others.ToArray());
        Assert.Equal(3, timing.OtherCount);
        Assert.Equal(1, timing.BoundaryCount);
    }

    private static MeasureTiming Timing(string tune, int headerSteps)
    {
        string[] texts = [Vocabulary.StartText, .. tune.Split(' ')];
        Vocabulary vocabulary = new(texts.Append(Vocabulary.EndText).Distinct());
        return new MeasureTiming(
            vocabulary,
            [.. texts.Select(text => vocabulary.TryFind(text, out Token token) ? token : throw new ArgumentException(text))],
            headerSteps
        );
    }
}
