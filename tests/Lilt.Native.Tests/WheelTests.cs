using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Lilt.Tests;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>The wheel as a file.</summary>
public sealed class WheelTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    private static readonly string Version = PythonPackage.Version;

    [Fact]
    public void Record_NamesEveryFileWithItsBytes()
    {
        using ZipArchive wheel = ZipFile.OpenRead(PythonPackage.Wheel);
        string record = $"lilt-{Version}.dist-info/RECORD";
        string[][] lines = [.. Text(wheel, record).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        Assert.Equal(wheel.Entries.Select(entry => entry.FullName), lines.Select(line => line[0]));
        Assert.All(
            lines.Where(line => line[0] != record),
            line =>
            {
                byte[] bytes = Bytes(wheel, line[0]);
                string hash = Convert.ToBase64String(SHA256.HashData(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                Assert.Equal(
                    ($"sha256={hash}", bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                    (line[1], line[2])
                );
            }
        );
        Assert.Equal(DateTime.UnixEpoch.AddYears(10), wheel.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct().Single());
    }

    [Fact]
    public void Metadata_SaysWhatItIsAndForWhichMachine()
    {
        using ZipArchive wheel = ZipFile.OpenRead(PythonPackage.Wheel);
        string[] metadata = Text(wheel, $"lilt-{Version}.dist-info/METADATA").Split("\n\n", 2);
        Assert.Contains($"\nVersion: {Version}\n", metadata[0], StringComparison.Ordinal);
        Assert.Equal(
            ["Requires-Dist: numpy>=1.20"],
            metadata[0].Split('\n').Where(line => line.StartsWith("Requires-Dist:", StringComparison.Ordinal))
        );
        Assert.StartsWith(
            "Lilt looks inside, cuts into and listens to neural networks that write music",
            metadata[1],
            StringComparison.Ordinal
        );
        string tag = Text(wheel, $"lilt-{Version}.dist-info/WHEEL")
            .Split('\n')
            .Single(line => line.StartsWith("Tag: ", StringComparison.Ordinal))[5..];
        Assert.Matches("^py3-none-manylinux_2_[0-9]+_(x86_64|aarch64)$", tag);
        Assert.Equal($"lilt-{Version}-{tag}.whl", Path.GetFileName(PythonPackage.Wheel));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Checkout.Folder, "models", "default.safetensors")),
            Bytes(wheel, "lilt/default.safetensors")
        );
    }

    /// <summary>The picture of the packages' own pages is text, since these show none that is not fetched from elsewhere; its numbers are real.</summary>
    [Fact]
    public void Picture_OfThePackagesOwnPages_IsWhatTheNetworkDoes()
    {
        string picture = package.Run("picture.py", []);
        using ZipArchive wheel = ZipFile.OpenRead(PythonPackage.Wheel);

        Assert.Contains($"```text\n{picture}```", Text(wheel, $"lilt-{Version}.dist-info/METADATA"), StringComparison.Ordinal);
        Assert.Contains(
            $"```text\n{picture}```",
            File.ReadAllText(Path.Combine(Checkout.Folder, "release", "package", "README.md")),
            StringComparison.Ordinal
        );
    }

    /// <summary>Put together again of the same parts, it has the same bytes.</summary>
    [Fact]
    public void Wheel_MadeAgainOfItsParts_HasTheSameBytes()
    {
        string[] libraries =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(package.Installed, "native"))
                .Order(StringComparer.Ordinal)
                .Select(path => $"{Path.GetFileNameWithoutExtension(path)["liblilt-".Length..]}={path}"),
        ];
        using Process maker = Process.Start(
            new ProcessStartInfo(
                "/usr/bin/python3",
                [Path.Combine(Checkout.Folder, "python", "make_wheel.py"), "--version", Version, "--out", package.In("again"), .. libraries]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        string error = maker.StandardError.ReadToEnd();
        maker.WaitForExit();
        Assert.True(maker.ExitCode == 0, error);
        string again = Directory.EnumerateFiles(package.In("again")).Single();
        Assert.Equal(Path.GetFileName(PythonPackage.Wheel), Path.GetFileName(again));
        Assert.True(File.ReadAllBytes(PythonPackage.Wheel).AsSpan().SequenceEqual(File.ReadAllBytes(again)), "the wheel differs");
    }

    private static byte[] Bytes(ZipArchive wheel, string name)
    {
        using Stream stream = wheel.GetEntry(name)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive wheel, string name) => Encoding.UTF8.GetString(Bytes(wheel, name));
}
