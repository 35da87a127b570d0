using System.Diagnostics;
using System.Globalization;
using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network;

/// <summary>The same tunes in child processes with instruction sets switched off: every site and token has the same bits.</summary>
public sealed class InstructionSetTests
{
    /// <summary>The switch that .NET 10 reads, and the lanes that must be left with it off on a machine of these lanes.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 1)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public void Generate_InstructionSetOff_EverySiteAndTokenHasTheSameBits(string name, int lanesOnX64)
    {
        (int lanes, string[] tunes) = Fingerprint(null);
        (int narrow, string[] same) = Fingerprint(name);

        Assert.Equal(LstmKernels.Best.Lanes, lanes);
        Assert.Equal(9, tunes.Length);
        Assert.Equal(tunes, same);
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            // The switch did its work: the process really ran on fewer lanes.
            Assert.Equal(lanesOnX64, narrow);
        }
    }

    private static (int Lanes, string[] Tunes) Fingerprint(string? switchedOff)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string program = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", "..", "..", "Lilt.Fingerprint", "bin", configuration, "net10.0", "Lilt.Fingerprint.dll"));
        ProcessStartInfo start = new(Environment.ProcessPath!, [program]) { RedirectStandardOutput = true };
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.FileName = "dotnet";
        }

        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        using Process process = Process.Start(start)!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return (int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), lines[1..]);
    }
}
