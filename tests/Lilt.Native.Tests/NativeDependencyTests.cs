using Lilt.Tests.House;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>The arrows from the library for Python to the library's rooms, read from the compiled code.</summary>
public sealed class NativeDependencyTests
{
    private static readonly string[] Allowed =
    [
        "Alignment",
        "Assessment",
        "Files",
        "Generation",
        "Network",
        "Notation",
        "Operations",
        "Planting",
        "Randomness",
        "Recording",
        "Selection",
        "Spectra",
        "Studies",
        "WeightFiles",
    ];

    [Fact]
    public void Native_UsesOnlyWhatTheArrowsAllow()
    {
        string[] used =
        [
            .. typeof(Exports.ModelExports)
                .Assembly.GetTypes()
                .SelectMany(TypeUse.Of)
                .Select(type => type.Namespace ?? string.Empty)
                .Where(name => name.StartsWith("Lilt.", StringComparison.Ordinal))
                .Select(name => name.Split('.')[1])
                .Where(room => room is not ("Native" or "Cli"))
                .Distinct(),
        ];

        Assert.Contains("Network", used);
        Assert.Empty(used.Except(Allowed));
    }
}
