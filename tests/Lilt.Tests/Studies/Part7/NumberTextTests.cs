using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>Numbers in sentences.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData(-0.0962, "−0.0962")]
    [InlineData(-1234.5, "−1230")]
    [InlineData(-1e-9, "0")]
    [InlineData(0.1234, "0.123")]
    [InlineData(double.PositiveInfinity, "∞")]
    public void Number_Value_HasThreeDigitsAndATrueMinus(double value, string text) => Assert.Equal(text, NumberText.Number(value));

    [Theory]
    [InlineData(-31.46, "−31.5 dB")]
    [InlineData(-0.04, "0.0 dB")]
    public void Decibels_Value_HasATrueMinusAndNoneBeforeZero(double value, string text) => Assert.Equal(text, NumberText.Decibels(value));
}
