using Xunit;

namespace Lilt.Training.Tests;

public sealed class TrainingCorpusTests
{
    private const string TwoTunes = "M:4/4\nK:Cmaj\nC D | E F\n\nM:6/8\nK:Cdor\nG A | B c |\nd e f\n";

    [Fact]
    public void Read_FolkRnnText_HasStartAndEnd()
    {
        TrainingCorpus corpus = Read(TwoTunes);
        Assert.Equal(2, corpus.Tunes.Count);
        Assert.Equal("<s> M:4/4 K:Cmaj C D | E F </s>", Text(corpus, 0));
        Assert.Equal("<s> M:6/8 K:Cdor G A | B c | d e f </s>", Text(corpus, 1));
        Assert.Equal(8, corpus.Tunes[0].Steps);
    }

    [Theory]
    [InlineData("M:4/4 K:Cmaj C D | E F\nM:6/8 K:Cdor G A | B c | d e f\n")]
    [InlineData("<s> M:4/4 K:Cmaj C D | E F </s>\n<s> M:6/8 K:Cdor G A | B c | d e f </s>\n")]
    [InlineData("M:4/4\r\nK:Cmaj\r\nC D | E F\r\n\r\n\r\nM:6/8\r\nK:Cdor\r\nG A | B c | d e f")]
    public void Read_OtherArrangements_AreTheSameTunes(string text)
    {
        TrainingCorpus expected = Read(TwoTunes);
        TrainingCorpus corpus = Read(text);
        Assert.Equal(Text(expected, 0), Text(corpus, 0));
        Assert.Equal(Text(expected, 1), Text(corpus, 1));
    }

    [Theory]
    [InlineData("", "no tune")]
    [InlineData(" \n\n \n", "no tune")]
    [InlineData("C D\n\nE\n\nF G\n", "(3): the tune is one token, 'E'")]
    [InlineData("C D\n\n<s> </s>\n", "no token")]
    [InlineData("C D\nE </s> F G\n", "(2): the token '</s>'")]
    public void Read_WhatIsNoCorpus_SaysWhereAndWhy(string text, string expected)
    {
        FormatException wrong = Assert.Throws<FormatException>(() => Read(text));
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TokenOutsideTheVocabulary_NamesItAndItsLine()
    {
        using SmallCorpus folder = new();
        File.WriteAllText(folder.File, "C D\nE H\n");
        File.WriteAllText(folder.In("v.json"), """["<s>", "</s>", "C", "D", "E"]""");
        FormatException wrong = Assert.Throws<FormatException>(() => TrainingCorpus.Read(folder.File, folder.In("v.json")));
        Assert.Contains("tunes.txt(2): the token 'H'", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_TakesTheEndForValidation()
    {
        TrainingCorpus corpus = Read(string.Concat(Enumerable.Repeat("C D E\n\n", 4750)));
        (IReadOnlyList<CorpusTune> training, IReadOnlyList<CorpusTune> validation) = corpus.Divide(0.05);
        Assert.Equal(4512, training.Count);
        Assert.Equal(238, validation.Count);
        Assert.Equal(4512, validation[0].Position);
    }

    [Fact]
    public void Divide_NothingLeftToTrainOn_IsRefused() => Assert.Throws<FormatException>(() => Read("C D\n").Divide(0.05));

    private static TrainingCorpus Read(string text)
    {
        using SmallCorpus folder = new();
        File.WriteAllText(folder.File, text);
        return TrainingCorpus.Read(folder.File);
    }

    private static string Text(TrainingCorpus corpus, int tune) =>
        string.Join(' ', corpus.Tunes[tune].Tokens.Select(token => corpus.Vocabulary[token]));
}
