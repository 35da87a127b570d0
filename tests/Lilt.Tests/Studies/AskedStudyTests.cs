using Lilt.Notation.Tokens;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;
using Lilt.Tests.Generation;
using Xunit;

namespace Lilt.Tests.Studies;

/// <summary>What studies are asked by the names of options, and the command lines that say it again.</summary>
public sealed class AskedStudyTests
{
    private static readonly Vocabulary Words = new(["<s>", "</s>", "M:6/8", "K:Cmaj", "|:", "A"]);

    [Fact]
    public void WithTune_UsualOptions_AreLeftOutOfTheCommand()
    {
        LookOptions options = new LookOptions().WithTune(new AskedByName(("out", "a look")), Words, null, "made so");

        Assert.Equal(new StudyCommands("made so", "lilt verify 'a look'", "lilt generate --seed 42", ""), options.Commands);
    }

    [Fact]
    public void WithTune_EveryOption_StandsInTheOptionsAndTheCommand()
    {
        AskedByName asked = new(
            ("out", "look"),
            ("seed", "7"),
            ("prime", "M:6/8 *"),
            ("temperature", "0.8"),
            ("limit", "90"),
            ("rng", "Webapp"),
            ("threads", "3")
        );
        LookOptions options = new LookOptions().WithTune(asked, Words, "small", "made so");

        Assert.Equal(
            "lilt generate --model small --seed 7 --prime 'M:6/8 *' --temperature 0.8 --limit 90 --rng webapp",
            options.Commands.Generate
        );
        Assert.Equal("M:6/8 *", options.Commands.Prime);
        Assert.Equal("M:6/8 *", PrimeText.Of(options.Prime, Words));
        Assert.Equal((7u, 0.8f, 90, 3), ((uint)options.Seed.Value, options.Temperature, options.Limit, options.Threads));
    }

    [Fact]
    public void WithTune_NoFolder_IsRefused() =>
        Assert.Equal(
            "[out] is missing: the folder to make.",
            Assert.Throws<InvalidOperationException>(() => new LookOptions().WithTune(new AskedByName(), Words, null, "")).Message
        );

    [Fact]
    public void Part7_WithWhatIsAskedOfItAlone_HasIt()
    {
        Part7Options options = new Part7Options().With(new AskedByName(("control", "0"), ("tunes", "4"), ("band", "7 9.5")));

        Assert.Equal((0, 4, new Band(7, 9.5)), (options.ControlSets, options.ControlTunes, options.Band));
        Assert.Equal(new Part7Options(), new Part7Options().With(new AskedByName()));
    }

    [Theory]
    [InlineData("9 7")]
    [InlineData("1 7")]
    [InlineData("7")]
    [InlineData("7 Infinity")]
    [InlineData("7 steps")]
    public void Part7_BandThatIsNone_IsRefused(string band) =>
        Assert.Equal(
            $"[band] {band}: give the shortest and the longest period, both 2 steps or more.",
            Assert.Throws<InvalidOperationException>(() => new Part7Options().With(new AskedByName(("band", band)))).Message
        );

    [Fact]
    public void Causes_WithWhatIsAskedOfItAlone_HasThePrimeAsItsHeader()
    {
        AskedByName asked = new(("out", "causes"), ("prime", "M:6/8"), ("tunes", "20"), ("pairs", "30"), ("quick", "yes"));
        CausesOptions options = new CausesOptions().WithTune(asked, Words, null, "").With(asked);

        Assert.Equal("M:6/8", PrimeText.Of(Assert.Single(options.Headers).Select(token => (Token?)token), Words));
        Assert.Equal((20, 30, true), (options.Tunes, options.Pairs, options.Quick));
    }

    [Fact]
    public void Causes_PrimeWithADrawnToken_IsRefused()
    {
        AskedByName asked = new(("out", "causes"), ("prime", "M:6/8 *"));

        Assert.Equal(
            "[prime] is the tunes' header here, and has no '*'.",
            Assert.Throws<InvalidOperationException>(() => new CausesOptions().WithTune(asked, Words, null, "").With(asked)).Message
        );
    }
}
