using Lilt.Notation;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Notation.Tokens;

public sealed class VocabularyTests
{
    [Fact]
    public void Constructor_TokenTwice_NamesBothPlaces()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Vocabulary(["<s>", "A", "</s>", "A"]));

        Assert.Contains("'A' stands at 1 and at 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "<s>", "", "</s>" }, "Token 1 has no text.")]
    [InlineData(new[] { "A", "</s>" }, "The vocabulary lacks '<s>'.")]
    [InlineData(new[] { "<s>", "A" }, "The vocabulary lacks '</s>'.")]
    public void Constructor_NoVocabulary_SaysWhy(string[] texts, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => new Vocabulary(texts)).Message, StringComparison.Ordinal);

    [Fact]
    public void TryFind_KnownText_GivesItsIndex()
    {
        Vocabulary vocabulary = new(["<s>", "A", "</s>"]);

        Assert.True(vocabulary.TryFind("A", out Token token));
        Assert.Equal(1, token.Index);
        Assert.Equal("A", vocabulary[token]);
        Assert.False(vocabulary.TryFind("B", out _));
    }
}
