using System.Reflection;
using Lilt.Tests.House;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>The arrows from the programs to the library's rooms, read from the compiled code: which rooms and programs each one uses.</summary>
public sealed class ProgramDependencyTests
{
    /// <summary>What each program may use, besides itself: rooms of the library, and other programs.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Lilt.Training"] = [],
        ["Lilt.Studio"] = [],
        ["Lilt.Cli"] = [],
    };

    public static TheoryData<string> Programs() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_UsesOnlyWhatTheArrowsAllow(string program)
    {
        string[] used = [.. Assembly.Load(program).GetTypes()
            .SelectMany(TypeUse.Of)
            .Select(Part)
            .OfType<string>()
            .Where(part => part != program)
            .Distinct()
            .Order(StringComparer.Ordinal)];

        Assert.Equal(Allowed[program].Order(StringComparer.Ordinal), used);
    }

    private static string? Part(Type type)
    {
        string assembly = type.Assembly.GetName().Name!;
        return assembly == "Lilt"
            ? type.Namespace?.Split('.') is ["Lilt", var room, ..] ? room : null
            : Allowed.ContainsKey(assembly) ? assembly : null;
    }
}
