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
}
