using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Lilt.Tests;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>
/// The wheel that test.sh makes, installed in an environment of its own once for all tests: nothing of it is taken from the checkout, and the
/// programs that it starts find no .NET.
/// </summary>
public sealed class PythonPackage : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-python-").FullName;
    private readonly Lazy<string> environment;

    /// <summary>Nothing is installed before a test asks for it.</summary>
    public PythonPackage() => environment = new Lazy<string>(Install);

    /// <summary>The version of the library as Python writes it: 0.2.0-dev is 0.2.0.dev0, 0.2.0-rc.1 is 0.2.0rc1.</summary>
    public static string Version { get; } =
        AsPythonHasIt(
            typeof(Lilt.Network.Model).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion
        );

    /// <summary>The command line's program.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "Lilt.Cli.dll");

    /// <summary>The wheel; skips the running test where there is none, or no Python.</summary>
    public static string Wheel
    {
        get
        {
            string dist = Path.Combine(Checkout.Folder, "artifacts", "python", "dist");
            string? wheel = Directory.Exists(dist)
                ? Directory.EnumerateFiles(dist, "*.whl").Order(StringComparer.Ordinal).LastOrDefault()
                : null;
            string reason =
                !HasNumpy() ? "python3-numpy is missing"
                : wheel is null ? "test.sh did not make the Python package: python/build-wheel.sh says why"
                : string.Empty;
            Assert.False(reason.Length > 0 && Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.SkipWhen(reason.Length > 0, reason);
            return wheel!;
        }
    }

    /// <summary>Where the package's files lie, once installed.</summary>
    public string Installed
    {
        get
        {
            _ = Wheel;
            return Directory
                .EnumerateDirectories(Path.Combine(environment.Value, "lib"))
                .Select(python => Path.Combine(python, "site-packages", "lilt"))
                .Single();
        }
    }

    /// <summary>Runs a script of the tests to its end.</summary>
    /// <param name="script">Beside the tests, or a path.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="variables">Of its environment, which holds nothing else but a path without .NET.</param>
    /// <returns>What it said.</returns>
    public string Run(string script, IReadOnlyList<string> arguments, params (string Name, string Value)[] variables)
    {
        _ = Wheel;
        ProcessStartInfo start = new(
            Path.Combine(environment.Value, "bin", "python"),
            [Path.Combine(AppContext.BaseDirectory, script), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {error.Result}{output}");
        return output;
    }

    /// <summary>Runs a script that prints one JSON document.</summary>
    public JsonElement RunJson(string script, IReadOnlyList<string> arguments, params (string Name, string Value)[] variables)
    {
        using JsonDocument document = JsonDocument.Parse(Run(script, arguments, variables));
        return document.RootElement.Clone();
    }

    /// <summary>A path in a folder of the tests' own.</summary>
    public string In(string name) => Path.Combine(folder, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static bool HasNumpy()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using Process numpy = Process.Start(Python, ["-c", "try:\n import numpy\nexcept ImportError:\n raise SystemExit(1)"]);
        numpy.WaitForExit();
        return numpy.ExitCode == 0;
    }

    // No pip is asked for: a wheel is installed by unpacking it.
    private string Install()
    {
        string at = Path.Combine(folder, "environment");
        using (Process venv = Process.Start(Python, ["-m", "venv", "--without-pip", "--system-site-packages", at]))
        {
            venv.WaitForExit();
            Assert.Equal(0, venv.ExitCode);
        }

        string packages = Path.Combine(Directory.EnumerateDirectories(Path.Combine(at, "lib")).Single(), "site-packages");
        ZipFile.ExtractToDirectory(Wheel, packages);
        return at;
    }

    private static string AsPythonHasIt(string version) =>
        version.Replace("-dev", ".dev0", StringComparison.Ordinal).Replace("-rc.", "rc", StringComparison.Ordinal);
}
