using Lilt.Generation;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Generation;

/// <summary>What to generate, of options by their names.</summary>
public sealed class AskedGenerationTests
{
    private static readonly Vocabulary Words = new(["<s>", "</s>", "M:6/8", "K:Cmaj", "|:", "A"]);

    [Fact]
    public void Read_NothingAsked_IsAsItUsuallyIs()
    {
        GenerationOptions read = AskedGeneration.Read(new AskedByName(), Words);

        Assert.Equal(new GenerationOptions { Prime = read.Prime }, read);
        Assert.Empty(read.Prime);
    }

    [Fact]
    public void Read_EveryOption_IsAsAsked()
    {
        GenerationOptions read = AskedGeneration.Read(
            new AskedByName(
                ("seed", "7"),
                ("tunes", "3"),
                ("first", "2"),
                ("temperature", "0.5"),
                ("prime", "M:6/8 *"),
                ("limit", "9"),
                ("rng", "Webapp"),
                ("threads", "5")
            ),
            Words
        );

        Assert.Equal("M:6/8 *", PrimeText.Of(read.Prime, Words));
        GenerationOptions expected = new()
        {
            Seed = 7,
            Tunes = 3,
            First = 2,
            Temperature = 0.5f,
            Prime = read.Prime,
            Limit = 9,
            Mode = DrawMode.Webapp,
            Threads = 5,
        };
        Assert.Equal(expected, read);
    }

    /// <summary>A study's tunes are others than those that a run writes.</summary>
    [Fact]
    public void Read_TunesSaidByTheCaller_AsksForNone() =>
        Assert.Equal(1, AskedGeneration.Read(new AskedByName(("tunes", "160")), Words, 1).Tunes);

    [Theory]
    [InlineData("temperature", "0", "[temperature] is over 0, and 0 is not.")]
    [InlineData("temperature", "1E-50", "[temperature] is over 0, and 1E-50 is not.")]
    [InlineData("tunes", "0", "[tunes] 0")]
    [InlineData("limit", "2147483647", "[limit] 2147483647")]
    [InlineData("threads", "1025", "[threads] 1025")]
    [InlineData("seed", "4294967296", "[seed] 4294967296")]
    public void Read_OptionOutsideItsRange_NamesItAsItIsSpelled(string name, string text, string sentence) =>
        Assert.Equal(sentence, Refused((name, text)));

    [Fact]
    public void Read_OptionsThatDoNotGoTogether_NamesBothAsTheyAreSpelled()
    {
        Assert.Equal(
            "the last of 3 tunes would have a seed over 4294967295: take a smaller [seed] or fewer [tunes].",
            Refused(("seed", "4294967295"), ("tunes", "3"))
        );
        Assert.Equal(
            "[first]: one stream of random numbers cannot be taken up in the middle. Leave it out, or take another [rng].",
            Refused(("first", "1"), ("rng", "Stream"))
        );
    }

    [Theory]
    [InlineData("M:6/8 Q", "[prime], column 7: 'Q'")]
    [InlineData("M:6/8\nK:Cmaj Q", "[prime], line 2, column 8: 'Q'")]
    public void Read_PrimeWithAWordThatIsNoToken_SaysWhere(string prime, string begins) =>
        Assert.StartsWith(begins, Refused(("prime", prime)), StringComparison.Ordinal);

    [Fact]
    public void Read_PrimeInAnotherKey_RemarksHowItWasRead()
    {
        AskedByName asked = new(("prime", "M:6/8 K:Dmaj"));
        GenerationOptions read = AskedGeneration.Read(asked, Words);

        Assert.Equal("M:6/8 K:Cmaj", PrimeText.Of(read.Prime, Words));
        Assert.Equal(["[prime]: K:Dmaj is read as K:Cmaj and moved down a tone."], asked.Remarks);
    }

    private static string Refused(params (string Name, string Text)[] given) =>
        Assert.Throws<InvalidOperationException>(() => AskedGeneration.Read(new AskedByName(given), Words)).Message;
}
