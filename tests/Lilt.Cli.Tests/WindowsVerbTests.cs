using System.CommandLine;
using System.Text.Json;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class WindowsVerbTests
{
    [Fact]
    public async Task Windows_Json_HoldsBothTables()
    {
        (int code, string output, string error) = await Run("windows", "--length", "147", "--json");

        Assert.Equal((CommandLine.Done, ""), (code, error));
        JsonElement document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(147, document.GetProperty("length").GetInt32());
        Dictionary<string, JsonElement> windows = document
            .GetProperty("windows")
            .EnumerateArray()
            .ToDictionary(window => window.GetProperty("name").GetString()!);
        Assert.Equal(["hann", "rectangular"], windows.Keys.Order());
        Assert.InRange(windows["hann"].GetProperty("sidelobeDb").GetDouble(), -32, -31);
        Assert.Equal(1.0 / 146, windows["hann"].GetProperty("halfWidth").GetDouble(), 1e-6);

        JsonElement[] periods = [.. windows["hann"].GetProperty("periods").EnumerateArray()];
        JsonElement measure = Assert.Single(
            periods,
            row => row.GetProperty("period").ValueKind == JsonValueKind.Number && row.GetProperty("period").GetDouble() == 8.8
        );
        Assert.Equal(8.3, measure.GetProperty("support")[0].GetDouble(), 0.15);
        Assert.Equal(10.2, measure.GetProperty("sidelobes")[1].GetDouble(), 0.15);
        Assert.Equal("inf", periods[^1].GetProperty("period").GetString());
        Assert.Equal("inf", periods[^1].GetProperty("support")[1].GetString());
    }

    [Fact]
    public async Task Windows_Text_NamesTheWindowsAskedFor()
    {
        (int code, string output, _) = await Run("windows", "--window", "blackman");

        Assert.Equal(CommandLine.Done, code);
        Assert.StartsWith("blackman, 147 steps", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hann", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--length", "3")]
    [InlineData("--length", "2000000000")]
    [InlineData("--length", "long")]
    [InlineData("--window", "round")]
    public async Task Windows_BadArgument_IsOneLineAndExitCodeTwo(string option, string value)
    {
        (int code, _, string error) = await Run("windows", option, value);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(value, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
