using System.Diagnostics;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>
/// The committed OpenAPI text and the page's types are made again and compared. With LILT_WRITE_API=1 the text is written.
/// </summary>
public sealed class ApiTextTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task OpenApiText_MadeAgain_IsTheCommittedOne()
    {
        string made =
            (await studio.Client.GetStringAsync("/api/openapi.json", TestContext.Current.CancellationToken))
                .ReplaceLineEndings("\n")
                .TrimEnd() + "\n";
        string path = Path.Combine(ApiFolder(), "openapi.json");
        if (Environment.GetEnvironmentVariable("LILT_WRITE_API") == "1")
        {
            await File.WriteAllTextAsync(path, made, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), made);
    }

    [Fact]
    public async Task Types_MadeAgainOfTheText_AreTheCommittedOnes()
    {
        string folder = ApiFolder();
        bool present = Directory.Exists(Path.Combine(folder, "..", "..", "node_modules", "openapi-typescript"));
        Assert.False(!present && Environment.GetEnvironmentVariable("CI") == "true", "The web parts are not installed: run npm ci in web.");
        Assert.SkipUnless(present, "The web parts are not installed: run npm ci in web.");
        using Process node = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(folder, "make-types.mjs"), studio.Folder]) { RedirectStandardError = true }
        )!;
        string said = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, said);
        foreach (string name in (string[])["types.ts", "plan.ts"])
        {
            Assert.Equal(
                await File.ReadAllTextAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken),
                await File.ReadAllTextAsync(Path.Combine(studio.Folder, name), TestContext.Current.CancellationToken)
            );
        }
    }

    private static string ApiFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lilt.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "web", "studio", "api");
    }
}
