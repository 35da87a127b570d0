using System.CommandLine;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task RunAsync_UnknownVerb_IsOneLineAndExitCodeTwo()
    {
        StringWriter error = new();
        int code = await CommandLine.RunAsync(["sing"], new InvocationConfiguration { Error = error, Output = TextWriter.Null });

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
        Assert.Contains("sing", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rng is '7': give independent, stream or webapp. See 'lilt generate --help'", "generate", "--rng", "7")]
    [InlineData("--rng is 'dice': give independent", "generate", "--rng", "dice")]
    [InlineData("--temperature is '0,5': give a number, with a point", "generate", "--temperature", "0,5")]
    [InlineData("--temperature is 'hot': give a number", "generate", "--temperature", "hot")]
    [InlineData("--tunes is '1.5': give a whole number", "generate", "--tunes", "1.5")]
    [InlineData("--seed is '99999999999999999999': give a whole number", "generate", "--seed", "99999999999999999999")]
    [InlineData("--out is '': give a name", "generate", "--out", "")]
    [InlineData("--out is '': give a name", "record", "--out", "")]
    [InlineData("--band is '9,3': give a number", "units", "rec.npz", "--band", "8.7", "9,3")]
    [InlineData("--window is '2': give hann", "spectra", "rec.npz", "--window", "2")]
    [InlineData(
        "--control is 'few': give a whole number that is none too large. See 'lilt study part7 --help'",
        "study",
        "part7",
        "--out",
        "x",
        "--control",
        "few"
    )]
    public async Task RunAsync_ValueThatCannotBeRead_IsOneLineThatSaysWhatCan(string expected, params string[] arguments)
    {
        StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Error = error, Output = TextWriter.Null });

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
    }
}
