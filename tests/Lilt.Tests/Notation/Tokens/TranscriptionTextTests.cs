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
    [InlineData("M:6/8\nL:1/16\nK:C\nC2 D2 E2", "M:6/8 K:Cmaj C D E")]
    [InlineData("% a note\nQ:1/4=120\nM:6/8\nK: C dorian\n|: C D E", "M:6/8 K:Cdor |: C D E")]
    [InlineData("M:C|\nK:C\nC D", "M:4/4 K:Cmaj C D")]
    [InlineData("X:1\nT:A reel\nM:C|\nL:1/8\nK:C\nCD EF|", "M:4/4 K:Cmaj C D E F |")]
    [InlineData("X:1\nT:A beginning\nM:6/8\nL:1/8\nK:C\nCDE * |", "M:6/8 K:Cmaj C D E * |")]
    [InlineData("C dorian |: C2", "K:Cdor |: C 2")]
    [InlineData("* K:C dorian C", "* K:Cdor C")]
    [InlineData("A:|", "A :|")]
    public void Parse_TokensOrAbc_IsItsTokens(string text, string expected)
    {
        TranscriptionText read = TranscriptionText.Parse(text, Tokens);

        Assert.Empty(read.Faults);
        Assert.Equal(expected, string.Join(' ', read.Tokens.Select(token => token is { } known ? Tokens[known] : "*")));
    }

    [Theory]
    [InlineData("M:6/8\nK:Ddor\n|: D2 E | F3 |]", "M:6/8 K:Cdor |: C 2 D | E 3 |", "D", "K:Ddor is read as K:Cdor and moved down a tone")]
    [InlineData("M:6/8 K:Ddor |: D 2 E *", "M:6/8 K:Cdor |: C 2 D *", "D", "K:Ddor is read as K:Cdor and moved down a tone")]
    [InlineData("D dorian |: D2 E", "K:Cdor |: C 2 D", "D", "D dorian is read as K:Cdor and moved down a tone")]
    [InlineData("d dorian", "K:Cdor", "D", "d dorian is read as K:Cdor and moved down a tone")]
    [InlineData("dorian C", "K:Cdor C", null, "dorian is read as K:Cdor")]
    [InlineData("K:G\nGAB ^c'", "K:Cmaj C D E ^f", "G", "K:G is read as K:Cmaj and moved down a fifth")]
    [InlineData("K:G G A B ^c'", "K:Cmaj C D E ^f", "G", "K:G is read as K:Cmaj and moved down a fifth")]
    [InlineData(
        "X:1\nT:x\nM:4/4\nL:1/8\nK:Amaj\nABc2|",
        "M:4/4 K:Cmaj c d e 2 |",
        "A",
        "K:Amaj is read as K:Cmaj and moved up a minor third"
    )]
    [InlineData("M:C|\nK:C\nC", "M:4/4 K:Cmaj C", "C", "M:C| is read as M:4/4")]
    [InlineData("M:4/4 K:Cmaj C", "M:4/4 K:Cmaj C", "C", null)]
    [InlineData("C D", "C D", null, null)]
    public void Parse_AnotherKey_IsMovedAndSaid(string text, string tokens, string? tonic, string? remark)
    {
        TranscriptionText read = TranscriptionText.Parse(text, Tokens);

        Assert.Empty(read.Faults);
        Assert.Equal(tokens, string.Join(' ', read.Tokens.Select(token => token is { } known ? Tokens[known] : "*")));
        Assert.Equal((tonic, remark), (read.Tonic?.ToString(), read.Remark));
    }

    [Fact]
    public void Parse_NotesInAKeyThatIsKnown_AreMovedUnlessTheTextSaysAnother()
    {
        Tonic d = new(Letter.D, 0);
        TranscriptionText plain = TranscriptionText.Parse("D2 E F", Tokens, d);
        TranscriptionText own = TranscriptionText.Parse("K:Cmaj D E", Tokens, d);

        Assert.Equal(["C", "2", "D", "E"], plain.Tokens.Select(token => Tokens[token!.Value]));
        Assert.Equal((d, "the notes are read in D and moved down a tone"), (plain.Tonic, plain.Remark));
        Assert.Equal(["K:Cmaj", "D", "E"], own.Tokens.Select(token => Tokens[token!.Value]));
        Assert.Equal(("C", null), (own.Tonic?.ToString(), own.Remark));
    }

    [Theory]
    [InlineData("X:1\nT:A\nM:5/4\nL:1/8\nK:C\nCDE|\n", "M:5/4", "M:5/4")]
    [InlineData("X:1\nT:A\nM:4/4\nL:1/8\nK:Cphr\nCDE|\n", "K:Cphr", "K:Cphr")]
    [InlineData("X:1\nT:A\nM:4/4\nL:1/8\nK:Gmin\nGAB|\n", "K:Gmin", "K:Gmin")]
    [InlineData("X:1\nT:A\nL:1/8\nK:C\nCDE|\n", "K:C", "K:C")]
    [InlineData("X:1\nT:A\nM:4/4\nK:C\nCDE|\nM:6/8\nCDE|\n", "M:6/8", "M:6/8")]
    [InlineData("M:5/4\nK:D\nD", "M:5/4", "M:5/4")]
    [InlineData("M:4/4\nK:Dphr\nD", "K:Dphr", "K:Dphr")]
    [InlineData("M:4/4\nL:x\nK:D\nDE", "L:x", "L:x")]
    public void Parse_AHeadingThatTheModelLacks_IsAFaultAtItsField(string text, string field, string expected)
    {
        TextFault fault = TranscriptionText.Parse(text, Tokens).Faults[0];

        Assert.Equal((text.LastIndexOf(field, StringComparison.Ordinal), expected), (fault.From, text[fault.From..fault.To]));
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
