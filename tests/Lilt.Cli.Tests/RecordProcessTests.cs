using System.Diagnostics;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>Recordings by the built program that is stopped meanwhile.</summary>
public sealed class RecordProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-record-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Record_Stopped_KeepsTheWholeTunesAndSaysHowToGoOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send.");
        string model = Path.Combine(folder, "model.safetensors");
        string recording = Path.Combine(folder, "tunes.npz");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars), model);
        string program = Path.Combine(AppContext.BaseDirectory, "Lilt.Cli.dll");
        using Process run = Process.Start(new ProcessStartInfo(
            "dotnet", [program, "record", "--model", model, "--limit", "60", "--sites", "h", "--tunes", "50000", "--out", recording]) { RedirectStandardError = true })!;

        // Some tunes are in the file once it has grown.
        while (!(File.Exists(recording + ".partial") && new FileInfo(recording + ".partial").Length > 1_000_000) && !run.HasExited)
        {
            Thread.Sleep(10);
        }

        // Not an interrupt, which a program that was started in the background is told to ignore.
        using (Process kill = Process.Start("kill", ["-TERM", run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        string said = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.Equal(CommandLine.Failed, run.ExitCode);
        using RecordingReader reader = new(recording);
        Assert.InRange(reader.Count, 1, 49_999);
        Assert.Contains($"stopped after {reader.Count} of 50000 tunes", said, StringComparison.Ordinal);
        Assert.Contains($"--seed {42 + reader.Count} --tunes {50_000 - reader.Count}", said, StringComparison.Ordinal);
        Assert.Equal([model, recording], Directory.GetFiles(folder).Order(StringComparer.Ordinal));
    }
}
