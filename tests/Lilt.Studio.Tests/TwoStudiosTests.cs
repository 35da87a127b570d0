using System.Diagnostics;
using System.Text.RegularExpressions;
using Lilt.Cli;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Studios that open one data folder at the same time: they share its sessions, and none fails for the other.</summary>
public sealed partial class TwoStudiosTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Serve_ManyThatMakeOneStoreAtOnce_AllOpenIt()
    {
        for (int round = 0; round < 3; round++)
        {
            string data = Path.Combine(studio.Folder, $"shared{round}");
            Process[] started =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        Process.Start(
                            new ProcessStartInfo(
                                "dotnet",
                                [typeof(CommandLine).Assembly.Location, "serve", "--port", "0", "--data", data, "--model", studio.ModelFile]
                            )
                            {
                                RedirectStandardOutput = true,
                                RedirectStandardError = true,
                            }
                        )!
                    ),
            ];
            try
            {
                foreach (Process process in started)
                {
                    string line =
                        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                        ?? await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
                    Assert.Matches(Address(), line);
                    using HttpClient client = new() { BaseAddress = new Uri(Address().Match(line).Value) };
                    Assert.Equal("[]", await client.GetStringAsync("/api/sessions", TestContext.Current.CancellationToken));
                }
            }
            finally
            {
                foreach (Process process in started)
                {
                    process.Kill();
                    process.WaitForExit();
                    process.Dispose();
                }
            }
        }
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+/")]
    private static partial Regex Address();
}
