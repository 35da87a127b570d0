using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Generation;

/// <summary>What is read is what was written, to the bit.</summary>
public sealed class TuneReadingsTests
{
    private static readonly Model Model = WanderingModel.Create(["M:4/4", "K:Cmaj"], layers: 3, units: 20, WanderingModel.Bars);
    private static readonly GenerationOptions Options = new()
    {
        Seed = 9,
        Tunes = 5,
        Limit = 60,
        Temperature = 1,
    };
    private static readonly TuneRecording[] Written = [.. TuneRecordings.Record(Model, Options)];

    [Fact]
    public void Read_TokensOfAGeneratedTune_IsItsRecordingToTheBit()
    {
        foreach ((GeneratedTune tune, TuneRecording written) in TuneGenerator.Generate(Model, Options).Zip(Written))
        {
            TuneRecording read = Model.Read(tune.Tokens);

            AssertSame(written, read);
            Assert.Equal(tune.EndsAtLimit, read.Facts.EndsAtLimit);
            Assert.Equal((null, null, tune.Tokens.Count - 1), (read.Facts.Seed, read.Facts.Rng, read.Facts.PrimeTokens));
            AssertSame(written, Model.Read([.. tune.Tokens.Skip(1)]));
        }

        Assert.Contains(Written, tune => tune.Facts.EndsAtLimit);
        Assert.Contains(Written, tune => !tune.Facts.EndsAtLimit);
    }

    [Fact]
    public void ReadAll_TunesSideBySide_AreEachAsReadAlone()
    {
        TuneRecording[] read = [.. Model.ReadAll(Written.Select(tune => tune.Output), threads: 2)];

        Assert.Equal(Written.Length, read.Length);
        Assert.All(read.Zip(Written), pair => AssertSame(pair.Second, pair.First));
        Assert.Equal(Enumerable.Range(0, read.Length), read.Select(tune => tune.Facts.Index));
        Assert.Empty(Model.ReadAll(Array.Empty<IReadOnlyList<Token>>()));
    }

    [Fact]
    public void ReadAll_AtTheTemperatureOfTheWriting_IsTheWritingToTheBit()
    {
        TuneRecording written = TuneRecordings.Record(Model, Options with { Tunes = 1, Temperature = 0.7f }).Single();

        AssertSame(written, Model.ReadAll([written.Output], temperature: 0.7f).Single());
    }

    [Fact]
    public void Read_TextOfATune_IsItsTokens_TheEndTokenAddedWhereItIsLeftOut()
    {
        TuneRecording whole = Written.First(tune => !tune.Facts.EndsAtLimit);

        AssertSame(whole, Model.Read(whole.Text));
        AssertSame(whole, Model.Read("<s> " + whole.Text));
        AssertSame(whole, Model.Read(whole.Text[..^(Vocabulary.EndText.Length + 1)]));
    }

    [Fact]
    public void ReadAll_TextsOfAnotherNetworksTunes_GoByTheirTexts()
    {
        Model other = WanderingModel.Create(["K:Cmaj", "M:4/4", "M:6/8"], layers: 1, units: 6, ["|"]);
        TuneRecording[] others = [.. TuneRecordings.Record(other, Options with { Tunes = 3 })];

        TuneRecording[] read = [.. Model.ReadAll(others.Select(tune => tune.Text))];

        Assert.Equal(others.Select(tune => tune.Facts.EndsAtLimit ? tune.Text + " </s>" : tune.Text), read.Select(tune => tune.Text));
        Assert.Contains(
            "Tune 1, character 7: 'M:6/8'",
            Assert.Throws<FormatException>(() => Model.ReadAll(["C", "C D E M:6/8"])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_TuneInAbc_IsTheTokensThatItBecomesInC()
    {
        Model shipped = ShippedNetwork.Model;

        TuneRecording read = shipped.Read("X:1\nT:Mine\nM:4/4\nL:1/8\nK:D\nD2 EF GABc|d8|\n", SiteKind.Hidden);

        Assert.Equal("M:4/4 K:Cmaj C 2 D E F G A B | c 8 | </s>", read.Text);
        Assert.Equal([SiteKind.Hidden], read.Kinds);
        Assert.Equal((15, 512), (read[Site.H(2)].Steps, read[Site.H(2)].Width));
    }

    [Fact]
    public void Read_UnderAPlan_IsTheOperatedNetwork()
    {
        OperationPlan plan = new(new Excise { Layer = 2, Units = UnitSet.Of(1, 4) });
        TuneRecording written = TuneRecordings.Record(Model.With(plan), Options with { Tunes = 1 }).Single();

        AssertSame(written, Model.With(plan).Read(written.Output));
        AssertSame(written, Model.ReadAll([written.Output], plan.Compile(Model)).Single());
    }

    [Theory]
    [InlineData("M:9/8 K:Cmaj C", "'M:9/8'")]
    [InlineData("M:4/4 K:Cmaj C *", "'*'")]
    [InlineData("", "no tokens")]
    public void Read_TextThatIsNoTune_IsAnErrorThatNamesTheFault(string text, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => Model.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NoTokensOrStrangeOnes_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => Model.Read([Model.Vocabulary.Start]));
        Assert.Throws<ArgumentException>(() => Model.Read([new Token(Model.Vocabulary.Count)]));
        Assert.Throws<PlanFormatException>(() =>
            Model.With(new OperationPlan(new Forbid { Tokens = ["C"], Steps = new StepRange(500, null) })).Read([new Token(3)])
        );
    }

    private static void AssertSame(TuneRecording expected, TuneRecording actual)
    {
        Assert.Equal(expected.Input, actual.Input);
        Assert.Equal(expected.Output, actual.Output);
        foreach (SiteKind kind in RecordedSites.All)
        {
            Assert.True(expected.Values(kind).SequenceEqual(actual.Values(kind)), $"{kind} differs");
        }
    }
}
