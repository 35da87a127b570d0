using Lilt.Notation;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Notation.Tokens;

public sealed class TranscriptionTextTests
{
    private static readonly Vocabulary Tokens = new([
        "<s>",
        "</s>",
        "M:4/4",
        "M:6/8",
        "K:Cmaj",
        "K:Cdor",
        "|",
        ":|",
        "|:",
        "|1",
        "|2",
        "C",
        "D",
        "E",
        "F",
        "G",
        "A",
        "B",
        "c",
        "d",
        "e",
        "^f",
        "2",
        "3",
        "/2",
        "(3",
        ">",
        "z",
    ]);

    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("<s> M:6/8 K:Cdor |: *", "M:6/8 K:Cdor |: *")]
    [InlineData("M:6/8 K:Cdor |:CDE *", "M:6/8 K:Cdor |: C D E *")]
    [InlineData("M:6/8 K:Cmaj |: C2D/2 E>F | * (3GAB", "M:6/8 K:Cmaj |: C 2 D /2 E > F | * (3 G A B")]
    [InlineData("C D E", "C D E")]
    [InlineData("CDE", "C D E")]
    [InlineData("CD*E", "C D * E")]
    [InlineData("X:1\nT:A tune\nM:6/8\nL:1/8\nK:C\n|:CDE G2 A:|\n", "M:6/8 K:Cmaj |: C D E G 2 A :|")]
    [InlineData("X:1\nM:4/4\nL:1/16\nK:C\nC4 D2 E2 |", "M:4/4 K:Cmaj C 2 D E |")]
    public void Parse_TokensOrAbc_IsItsTokens(string text, string expected)
    {
        TranscriptionText read = TranscriptionText.Parse(text, Tokens);

        Assert.Empty(read.Faults);
        Assert.Equal(expected, string.Join(' ', read.Tokens.Select(token => token is { } known ? Tokens[known] : "*")));
    }

    [Theory]
    [InlineData("M:6/8 K:Cmaj |: C D 77 E q", "77@20-22 q@25-26")]
    [InlineData("M:9/8 C D", "M:9/8@0-5")]
    [InlineData("M:6/8 K:Cmaj |:CDE b2", "b@19-21")]
    [InlineData("X:1\nT:A\nM:4/4\nL:1/8\nK:C\nCDE b2 |\n", "b@28-30")]
    public void Parse_WhatTheModelLacks_IsAFaultWhereItStands(string text, string expected)
    {
        TranscriptionText read = TranscriptionText.Parse(text, Tokens);

        Assert.Empty(read.Tokens);
        Assert.Equal(expected, string.Join(' ', read.Faults.Select(fault => $"{fault.Text}@{fault.From}-{fault.To}")));
        Assert.All(read.Faults, fault => Assert.NotEmpty(fault.Nearest));
    }

    [Fact]
    public void Parse_WholeTune_HasItsTitle() =>
        Assert.Equal("The Reel", TranscriptionText.Parse("X:1\nT:The Reel\nK:C\nCDEF|", Tokens).Title);

    [Theory]
    [InlineData("X:")]
    [InlineData("T:nothing")]
    [InlineData("X:1\nK:Cphr\nCDE|")]
    [InlineData("****\u0000((((")]
    [InlineData("|:[CE")]
    [InlineData("M: K: L:")]
    [InlineData("K:\n\n\n*")]
    public void Parse_AnyText_NeverThrowsAndFaultsLieInIt(string text)
    {
        TranscriptionText read = TranscriptionText.Parse(text, Tokens);

        Assert.All(read.Faults, fault => Assert.InRange(fault.From, 0, text.Length));
        Assert.All(read.Faults, fault => Assert.InRange(fault.To, fault.From, text.Length));
    }
}
