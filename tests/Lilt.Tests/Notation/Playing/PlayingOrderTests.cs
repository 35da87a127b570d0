using Lilt.Notation;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

/// <summary>Which notes follow each other: letters of one tune each, a letter a measure unless said.</summary>
public sealed class PlayingOrderTests
{
    [Theory]
    [InlineData("|:A|1B:|2c|d|1e:|2f|]", "ABAcdedf")]
    [InlineData("|:A|1B:|2c|d|e:|", "ABAcdede")]
    [InlineData("|:A|1B|B:|2c|c|d|1e:|2f|]", "ABBAccdedf")]
    [InlineData("A|1B:|2c|d|1e:|2f|A|1g:|2B|]", "ABAcdedfAgAB")]
    [InlineData("|:A|1B:|2c|d::e:|", "ABAcddee")]
    [InlineData("|:A|1B:|2c||d|e:|", "ABAcdede")]
    [InlineData("|:A|1B:|2c|d|e||f|g:|", "ABAcdefgfg")]
    [InlineData("|:A|1B:|2c|d|e|]", "ABAcde")]
    [InlineData("|:A|1B:|2c|d:|3e|]", "ABAcdAe")]
    [InlineData("|:A|1B:|2c:|d|e:|", "ABAcdede")]
    [InlineData("|:A|1B:|2cd|e|f:|", "ABAcdefef")]
    [InlineData("A:|B||1c:|2d|]", "AABcBd")]
    [InlineData("|:A|1B:|2c|d:|1e:|2f|]", "ABAcdedf")]
    public void Of_ALaterPartWithoutItsBeginning_BeginsWhereTheEndingsEnd(string music, string expected) =>
        Assert.Equal(expected, Letters(music));

    /// <summary>Whatever letters and signs, a |: where the later part begins makes no difference.</summary>
    [Fact]
    public void Of_ALaterPartWithItsBeginningWritten_IsThePartWithoutIt()
    {
        Random random = new(5);
        for (int trial = 0; trial < 300; trial++)
        {
            int first = random.Next(1, 4);
            string Measures(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "ABcdefg"[random.Next(7)] + "|"));
            string head = $"|:{Measures(random.Next(1, 4))}1{Measures(first)[..^1]}:|2{Measures(first)[..^1]}";
            string body = Measures(random.Next(1, 4));
            string tail =
                random.Next(2) == 0
                    ? $"{body}1{Measures(random.Next(1, 3))[..^1]}:|2{Measures(random.Next(1, 3))[..^1]}|]"
                    : $"{body[..^1]}:|";

            Assert.Equal(Letters($"{head}|:{tail}"), Letters($"{head}|{tail}"));
        }
    }

    [Theory]
    [InlineData("P:A\n|:A|B\nP:B\n::c|d:|", "ABABcdcd")]
    [InlineData("P:A\n|:A|B|\nP:B\n:|c|d:|", "ABABcdcd")]
    [InlineData("P:A\nA|B\nP:B\nc|d:|", "ABcdcd")]
    public void Of_APartsNameBeforeARepeatsEnd_StandsBehindIt(string music, string expected) => Assert.Equal(expected, Letters(music));

    [Fact]
    public void Of_PartsInOrderWithADoubleRepeatBetween_AreEachTakenWhole() =>
        Assert.Equal("ABABcdcdABAB", Letters("P:A\n|:A|B\nP:B\n::c|d:|", "P:ABA\n"));

    /// <summary>The example of ABC 2.1, 4.10, and its lists and ranges: each time a part is played has the ending of its number.</summary>
    [Theory]
    [InlineData("A4", "P:A\nA|[1B:|[2c:|[3d:|[4e|]", "ABAcAdAe")]
    [InlineData("A4.B2", "P:A\nA|[1,3B:|[2,4c|]\nP:B\nd|[1e:|[2f|]", "ABAcABAcdedf")]
    [InlineData("A5", "P:A\n|:A|[1-3,5B:|[4c|]", "ABABABAcAB")]
    [InlineData("ABA", "P:A\nA|1B:|2c||\nP:B\nd|]", "ABdAc")]
    public void Of_APartOrderedAsOftenAsItsEndingsSay_HasOneEndingEachTime(string order, string music, string expected) =>
        Assert.Equal(expected, Letters(music, $"P:{order}\n"));

    [Theory]
    [InlineData("AB", "P:A\nA|1B:|2c||\nP:B\nd|]", "ABAcd")]
    [InlineData("A3", "P:A\nA|1B:|2c||", "ABAcABAcABAc")]
    [InlineData("AA", "P:A\nA|1B:|2c|:d:|", "ABAcddABAcdd")]
    [InlineData("AA", "P:A\nA|:B|1c:|2d|]", "ABcBdABcBd")]
    public void Of_APartOrderedAnotherNumberOfTimes_HasAllItsEndingsEachTime(string order, string music, string expected) =>
        Assert.Equal(expected, Letters(music, $"P:{order}\n"));

    [Theory]
    [InlineData("|:A|B[|]:|c:|", "ABABcc")]
    [InlineData("|:A[|]B:|c|", "ABABc")]
    public void Of_AnInvisibleBar_IsNoRepeat(string music, string expected) => Assert.Equal(expected, Letters(music));

    [Theory]
    [InlineData("A|B!D.C.!|", "ABAB")]
    [InlineData("A|B!dacapo!|", "ABAB")]
    [InlineData("A|!D.C.!B|", "ABAB")]
    [InlineData("A|B| !D.C.!", "ABAB")]
    [InlineData("A!fine!|B|c!D.C.!|", "ABcA")]
    [InlineData("A|!fine!B|c!D.C.alfine!|", "ABcAB")]
    [InlineData("A|B||!segno!c|d!fine!|e!D.S.alfine!|", "ABcdecd")]
    [InlineData("A|SB|c!D.S.!|]", "ABcBc")]
    [InlineData("A|B!coda!|c!D.C.alcoda!|!coda!d|e|]", "ABcABde")]
    [InlineData("A|OB|c!D.C.!|Od|e|]", "ABcAde")]
    [InlineData("A|!segno!B!dacoda!|c!D.S.!|!coda!d|:e:|", "ABcBdee")]
    [InlineData("A|B!D.C. al coda!|c|]", "ABABc")]
    [InlineData("|:A:|B!fine!|c!D.C.!|", "AABcAB")]
    [InlineData("|:A|1B:|2c!fine!|d!D.C.!|", "ABAcdAc")]
    [InlineData("|:A|B!D.C.!:|", "ABABAB")]
    public void Of_JumpsBack_AreTakenOnceAndWithoutRepeats(string music, string expected) => Assert.Equal(expected, Letters(music));

    [Theory]
    [InlineData("A|SB|c!D.S.!|Sd|e!D.S.!|f|]", "ABcBcdedef")]
    [InlineData("A|B!dacoda!|c!D.C.alcoda!|!coda!d!fine!|e|]", "ABcABd")]
    [InlineData("A!fine!|B!dacoda!|c!D.C.alcoda!|!coda!d|e!D.C.alfine!|]", "ABcABdeA")]
    [InlineData("A|SB!dacoda!|c!D.S.alcoda!|!coda!d|e!D.C.!|f|]", "ABcBdeABdef")]
    [InlineData("A|B!D.C.!|\nP:B\n|:c:|d!D.C.!|e|]", "ABABccdABcde")]
    [InlineData("SA!fine!|B!D.S.!|c|d!D.C.alfine!|e|]", "ABABcdA")]
    [InlineData("A!dacoda!|B!D.C.!|c|d!D.C.alcoda!|!coda!e|]", "ABABcdAe")]
    [InlineData("A!dacoda!|B|!coda!c|d!D.C.alcoda!|e|]", "ABcdAcde")]
    public void Of_SeveralJumpsBack_AreEachTakenOnce(string music, string expected) => Assert.Equal(expected, Letters(music));

    [Fact]
    public void Of_MoreJumpsThanAreFollowed_ComesToAnEnd()
    {
        string music = string.Concat(Enumerable.Repeat("A!D.C.!|", 3000));

        Assert.InRange(Letters(music).Length, 3000, 3000 + (3000 * Directions.MostJumps));
    }

    [Theory]
    [InlineData("A!fine!|B!D.C.!|c!D.C.!|", "", "!D.C.! is not followed: another jump leads past it")]
    [InlineData("A|B!D.C.!|c!D.C.!|", "", null)]
    [InlineData("A!fine!|B!D.C.alfine!|c!D.C.!|", "", "!D.C.! is not followed: another jump leads past it")]
    [InlineData("A|B!D.S.!|", "", "There is no !segno! that !D.S.! could go back to")]
    [InlineData("A|B!D.C.alcoda!|", "", "There is no !coda! that !D.C.alcoda! could lead to")]
    [InlineData("A|B!D.C.alfine!|", "", "There is no !fine! that !D.C.alfine! could lead to")]
    [InlineData("P:A\nA|B!D.C.!|", "P:AA\n", "!D.C.! is not followed: the P: field of the header says what is played")]
    public void Read_AJumpThatIsNotFollowed_IsSaid(string music, string header, string? said)
    {
        Tune tune = TuneReader.Read($"X:1\nM:1/4\nL:1/4\n{header}K:C\n{music}\n").Tunes[0];

        Assert.Equal(said is null ? 0 : 1, tune.Findings.Count);
        Assert.All(tune.Findings, finding => Assert.StartsWith(said!, finding.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A|B!fine!|c|", "ABc")]
    [InlineData("A|!coda!B|!segno!c|!coda!d|", "ABcd")]
    [InlineData("A|\"^D.C. al Fine\"B|", "AB")]
    public void Of_SignsThatNoJumpAsksFor_AndWords_SayNothing(string music, string expected) => Assert.Equal(expected, Letters(music));

    [Fact]
    public void Of_JumpsOff_PlaysWhatIsWrittenOnce() =>
        Assert.Equal("ABcd", Letters("A!fine!|B!coda!|c!D.C.!|!coda!d|", options: new TimelineOptions { Jumps = false }));

    [Fact]
    public void Of_PartsOfSeveralVoices_BeginInAll()
    {
        Tune tune = TuneReader.Read("X:1\nM:1/4\nL:1/4\nP:BA\nK:C\nP:A\n[V:1]A|\n[V:2]d|\nP:B\n[V:1]B|\n[V:2]e|\n").Tunes[0];

        Assert.Equal(["1", "2"], tune.Voices.Select(voice => voice.Id));
        Assert.Equal(["BA", "ed"], [Letters(tune, 0), Letters(tune, 1)]);
    }

    [Fact]
    public void Of_PartsWrittenVoiceByVoice_AreEachVoicesOwn()
    {
        Tune tune = TuneReader.Read("X:1\nM:1/4\nL:1/4\nP:BA\nK:C\nV:1\nP:A\nA|\nP:B\nB|\nV:2\nP:A\nd|\nP:B\ne|\n").Tunes[0];

        Assert.Equal(["BA", "ed"], [Letters(tune, 0), Letters(tune, 1)]);
    }

    /// <summary>The signs stand in one voice and hold for the other.</summary>
    [Fact]
    public void Of_JumpsInOneVoice_AreTakenByAll()
    {
        Tune tune = TuneReader.Read("X:1\nM:1/4\nL:1/4\nK:C\nV:1\nA!fine!|B|c!D.C.!|\nV:2\nd/e/|f/g/|A/B/|\n").Tunes[0];

        Assert.Equal("ABcA", Letters(tune, 0));
        Assert.Equal("defgABde", Letters(tune, 1));
    }

    [Fact]
    public void Of_AnOverlayInARepeat_SoundsOverItsOwnMeasureEachTime()
    {
        Tune tune = TuneReader.Read("X:1\nM:4/4\nL:1/4\nK:C\n|:CDEF & G,4|c4:|\n").Tunes[0];

        Assert.Equal(["0", "2"], Timeline.Of(tune).Notes.Where(note => note.Pitch == 55).Select(note => note.Onset.ToString()));
    }

    [Theory]
    [InlineData("C4|D4&&E4|F4|G4|", "0 1 0 1 2")]
    [InlineData("C4|D4|&&E4|F4|G4|", "0 1 0 1 2")]
    [InlineData("C4|D4|&E4|G4|", "0 1 1 2")]
    [InlineData("C4|D4&E4&F4|G4|", "0 1 1 1 2")]
    [InlineData("(&C4|D4&E4|F4&)|G4|", "0 1 0 1 2")]
    [InlineData("A4|(&C4|D4&E4|F4&G4|A4&)|B4|", "0 1 2 1 2 1 2 3")]
    public void Of_AnOverlayOfSeveralMeasures_GoesBackAsManyBars(string music, string onsets)
    {
        Tune tune = TuneReader.Read($"X:1\nM:4/4\nL:1/4\nK:C\n{music}\n").Tunes[0];

        Assert.Equal(onsets, string.Join(' ', Timeline.Of(tune).Notes.OrderBy(note => note.Source.Column).Select(note => note.Onset)));
        Assert.DoesNotContain(tune.Voices[0].Measures(tune.Meter), measure => measure.IsEmpty);
    }

    private static string Letters(string music, string header = "", TimelineOptions? options = null) =>
        Letters(TuneReader.Read($"X:1\nM:1/4\nL:1/4\n{header}K:C\n{music}\n").Tunes[0], 0, options);

    private static string Letters(Tune tune, int voice, TimelineOptions? options = null) =>
        string.Concat(
            Timeline
                .Of(tune, options)
                .Notes.Where(note => note.Voice == voice)
                .Select(note =>
                    note.Pitch switch
                    {
                        69 => 'A',
                        71 => 'B',
                        72 => 'c',
                        74 => 'd',
                        76 => 'e',
                        77 => 'f',
                        79 => 'g',
                        _ => '?',
                    }
                )
        );
}
