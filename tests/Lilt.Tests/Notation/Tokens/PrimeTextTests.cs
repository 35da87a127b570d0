using Lilt.Notation;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Notation.Tokens;

public sealed class PrimeTextTests
{
    private static readonly Vocabulary Words = new(["<s>", "</s>", "M:6/8", "K:Cdor", "K:Cmaj", "|:", "|", "A", "^A", "2>"]);

    [Fact]
    public void Parse_KnownWordsAndStar_GivesTokensAndADraw()
    {
        PrimeText prime = PrimeText.Parse(" M:6/8 K:Cdor\t|: * A", Words);

        Assert.Null(prime.Fault);
        Assert.Equal(["M:6/8", "K:Cdor", "|:", null, "A"], prime.Tokens.Select(token => token is { } known ? Words[known] : null));
    }

    [Fact]
    public void Of_WhatWasParsed_IsTheText() =>
        Assert.Equal("M:6/8 K:Cdor |: * A", PrimeText.Of(PrimeText.Parse(" M:6/8 K:Cdor\t|: * A", Words).Tokens, Words));

    [Fact]
    public void Parse_StartTokenFirst_LeavesItOut() =>
        Assert.Equal(Words.TryFind("A", out Token a) ? [a] : [], PrimeText.Parse("<s> A", Words).Tokens);

    [Fact]
    public void Parse_UnknownWord_NamesItItsPlaceAndTheNearestTokens()
    {
        PrimeFault? fault = PrimeText.Parse("M:6/8  K:cmaj A", Words).Fault;

        Assert.NotNull(fault);
        Assert.Equal(("K:cmaj", 2, 8), (fault.Word, fault.Place, fault.Column));
        Assert.Equal("K:Cmaj", fault.Nearest[0]);
        Assert.Contains("'K:cmaj'", fault.ToString(), StringComparison.Ordinal);
    }
}
