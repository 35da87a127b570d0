using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Lilt.Network.Kernels;
using Xunit;

namespace Lilt.Tests.Network;

/// <summary>The same tunes in child processes on other instruction sets: every site and token has the same bits.</summary>
public sealed class InstructionSetTests : IDisposable
{
    /// <summary>What Debian's cross libraries lie under: libc and libstdc++ for ARM64.</summary>
    private const string ArmLibraries = "/usr/aarch64-linux-gnu";

    private const string Emulator = "qemu-aarch64-static";

    /// <summary>Runs that the emulator itself may end by a signal before one counts as failed.</summary>
    private const int MostEmulations = 4;

    /// <summary>
    /// What is read where, and what .NET does in the background and with its pages, switched off: with it the emulator ends one run in ten
    /// by a signal.
    /// </summary>
    private static readonly (string Name, string Value)[] Emulated =
    [
        ("QEMU_LD_PREFIX", ArmLibraries),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ("DOTNET_TieredCompilation", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_EnableWriteXorExecute", "0"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-bits-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The switch that .NET 10 reads, and the lanes that are left with it off.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 1)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public void Generate_InstructionSetOff_EverySiteAndTokenHasTheSameBits(string name, int lanesLeft)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "these are instruction sets of x64");
        Assert.SkipUnless(LstmKernels.Best.Lanes > lanesLeft, $"this machine runs {LstmKernels.Best.Lanes} lanes with {name} on as well");
        Fingerprint wide = Run(Dotnet, [Program], []);
        Fingerprint narrow = Run(Dotnet, [Program], [(name, "0")]);

        // The switch did its work: the second process really ran on fewer lanes.
        Assert.Equal((LstmKernels.Best.Lanes, lanesLeft), (wide.Lanes, narrow.Lanes));
        Assert.Equal(9, wide.Tunes.Length);
        Assert.Equal(wide.Tunes, narrow.Tunes);
        AssertSameBits(wide.Sites, narrow.Sites);
    }

    /// <summary>
    /// A tune of the shipped network and tunes of a small one, by a build for ARM64 under an emulator of that processor: NEON's lanes.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Generate_OnEmulatedArm64_EverySiteAndTokenHasTheSameBits(bool shipped)
    {
        const int NeonLanes = 4;
        RequireEmulator();
        string[] model = shipped ? [Path.Combine(Root, "models", "default.safetensors")] : [];
        Fingerprint here = Run(Dotnet, [Program, .. model], []);
        Fingerprint there = Run(Emulator, [ArmProgram, .. model], Emulated);

        Assert.Equal((LstmKernels.Best.Lanes, NeonLanes), (here.Lanes, there.Lanes));
        Assert.Equal(here.Tunes, there.Tunes);
        AssertSameBits(here.Sites, there.Sites);
    }

    private static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    private static string Program =>
        Path.Combine(
            Root,
            "tests",
            "Lilt.Fingerprint",
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            "net10.0",
            "Lilt.Fingerprint.dll"
        );

    /// <summary>Where test.sh publishes the same program for ARM64.</summary>
    private static string ArmProgram =>
        Path.Combine(Root, "artifacts", "arm64", "publish", "Lilt.Fingerprint", "release_linux-arm64", "Lilt.Fingerprint");

    private static string Dotnet =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? Environment.ProcessPath!
            : "dotnet";

    private static void AssertSameBits(byte[] expected, byte[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        int same = expected.AsSpan().CommonPrefixLength(actual);
        Assert.True(same == expected.Length, $"the number {same / sizeof(float)} of {expected.Length / sizeof(float)} differs");
    }

    private static void RequireEmulator()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "this is another processor already");
        string? missing =
            !Starts(Emulator) ? "qemu-user-static"
            : !File.Exists(Path.Combine(ArmLibraries, "lib", "ld-linux-aarch64.so.1")) ? "libc6-arm64-cross"
            : !File.Exists(Path.Combine(ArmLibraries, "lib", "libstdc++.so.6")) ? "libstdc++6-arm64-cross"
            : null;
        string reason =
            missing is not null ? $"the package {missing} is missing"
            : File.Exists(ArmProgram) ? string.Empty
            : "test.sh did not publish tests/Lilt.Fingerprint for linux-arm64";
        Assert.False(reason.Length > 0 && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipWhen(reason.Length > 0, reason);
    }

    private static bool Starts(string program)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private Fingerprint Run(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        string sites = Path.Combine(folder, $"{Guid.NewGuid():N}.bits");
        ProcessStartInfo start = new(program, [arguments[0], sites, .. arguments[1..]]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        const int Signal = 128;
        string[] lines;
        int code;
        int tries = 0;
        do
        {
            using Process process = Process.Start(start)!;
            lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            code = process.ExitCode;
        } while (program == Emulator && code > Signal && ++tries < MostEmulations);
        Assert.Equal(0, code);
        return new Fingerprint(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), lines[1..], File.ReadAllBytes(sites));
    }

    private sealed record Fingerprint(int Lanes, string[] Tunes, byte[] Sites);
}
