using System.Text.Json;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.Tokens;

public sealed class TokenKindsTests
{
    [Theory]
    [InlineData("<s>", TokenKind.Start)]
    [InlineData("</s>", TokenKind.End)]
    [InlineData("M:12/8", TokenKind.Meter)]
    [InlineData("[M:3/4]", TokenKind.Meter)]
    [InlineData("K:Cmix", TokenKind.Key)]
    [InlineData("K:maj", TokenKind.Key)]
    [InlineData("[K:BbMaj]", TokenKind.Key)]
    [InlineData("[L:1/16]", TokenKind.Unit)]
    [InlineData("|", TokenKind.Measure)]
    [InlineData("|:", TokenKind.Measure)]
    [InlineData(":|", TokenKind.Measure)]
    [InlineData("|2", TokenKind.Measure)]
    [InlineData("::", TokenKind.Measure)]
    [InlineData("|]", TokenKind.Measure)]
    [InlineData(":|2", TokenKind.Measure)]
    [InlineData("=c'", TokenKind.Pitch)]
    [InlineData("__B,", TokenKind.Pitch)]
    [InlineData("z", TokenKind.Rest)]
    [InlineData("3/2", TokenKind.Duration)]
    [InlineData("/2>", TokenKind.Duration)]
    [InlineData("<", TokenKind.Broken)]
    [InlineData(">>", TokenKind.Broken)]
    [InlineData("(3", TokenKind.Tuplet)]
    [InlineData("[", TokenKind.ChordStart)]
    [InlineData("]", TokenKind.ChordEnd)]
    [InlineData("hello", TokenKind.Unknown)]
    [InlineData("=^a", TokenKind.Unknown)]
    [InlineData("0", TokenKind.Unknown)]
    [InlineData("<>", TokenKind.Unknown)]
    [InlineData("|0", TokenKind.Unknown)]
    public void Of_Text_IsItsKind(string text, TokenKind kind) => Assert.Equal(kind, TokenKinds.Of(text));

    [Fact]
    public void Select_TheShippedVocabulary_KnowsEveryToken() => AssertV2(ShippedNetwork.Model.Vocabulary);

    [Fact]
    public void Select_FolkRnnsVocabulary_KnowsEveryTokenAndHasTheShippedOnes()
    {
        string[] texts = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedMaterial.Path("golden/vocabulary-v2.json")))!;

        AssertV2(new Vocabulary(texts));
        Assert.Equal(texts.Order(StringComparer.Ordinal), ShippedNetwork.Model.Vocabulary.Texts.Order(StringComparer.Ordinal));
    }

    private static void AssertV2(Vocabulary vocabulary)
    {
        Assert.Empty(TokenKinds.Select(vocabulary, TokenKind.Unknown));
        Assert.Equal(5, TokenKinds.Select(vocabulary, TokenKind.Measure).Count);
        Assert.Equal(4, TokenKinds.Select(vocabulary, TokenKind.Key).Count);
        Assert.Equal(7, TokenKinds.Select(vocabulary, TokenKind.Meter).Count);
        Assert.Equal(137, Enum.GetValues<TokenKind>().Sum(kind => TokenKinds.Select(vocabulary, kind).Count));
    }
}
