using System.Reflection;
using System.Runtime.CompilerServices;
using Lilt.Tests.House;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>
/// The arrows from the programs to the library's rooms, read from the compiled code: which rooms and programs each one uses.
/// </summary>
public sealed class ProgramDependencyTests
{
    /// <summary>What each program may use, besides itself: rooms of the library, and other programs.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Lilt.Training"] = ["Files", "Generation", "Gradients", "Network", "Notation", "Randomness", "WeightFiles"],
        ["Lilt.Studio"] =
        [
            "Alignment",
            "Anatomy",
            "Assessment",
            "Binding",
            "Files",
            "Generation",
            "Network",
            "Notation",
            "Operations",
            "Randomness",
            "Recording",
            "Rewriting",
            "Selection",
            "Spectra",
            "Statistics",
            "Studies",
            "WeightFiles",
        ],
        ["Lilt.Sweeping"] =
        [
            "Assessment",
            "Files",
            "Generation",
            "Network",
            "Notation",
            "Operations",
            "Planting",
            "Randomness",
            "Recording",
            "Statistics",
            "Studies",
            "WeightFiles",
        ],
        ["Lilt.Cli"] =
        [
            "Assessment",
            "Files",
            "Generation",
            "Network",
            "Notation",
            "Operations",
            "Planting",
            "Randomness",
            "Recording",
            "Rewriting",
            "Searching",
            "Spectra",
            "Studies",
            "WeightFiles",
            "Lilt.Studio",
            "Lilt.Sweeping",
            "Lilt.Training",
        ],
    };

    public static TheoryData<string> Programs() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_UsesOnlyWhatTheArrowsAllow(string program)
    {
        string[] used =
        [
            .. Assembly
                .Load(program)
                .GetTypes()
                .SelectMany(TypeUse.Of)
                .Select(Part)
                .OfType<string>()
                .Where(part => part != program)
                .Distinct(),
        ];

        Assert.Contains("Network", used);
        Assert.Empty(used.Except(Allowed[program]));
    }

    /// <summary>
    /// Passed over are types of which compiled code may name nothing though they are used: those that hold constants, and those that
    /// inherit one of Lilt's, which are looked for by it.
    /// </summary>
    [Fact]
    public void InternalTypes_AreUsedByAnother()
    {
        Type[] types = [.. Allowed.Keys.Append("Lilt").SelectMany(name => Assembly.Load(name).GetTypes())];
        HashSet<Type> used = [.. types.SelectMany(type => TypeUse.Of(type).Where(of => Outermost(of) != Outermost(type)))];
        IEnumerable<Type> unused = types
            .Where(type =>
                type is { IsNotPublic: true, IsNested: false } && type.Namespace?.StartsWith("Lilt", StringComparison.Ordinal) == true
            )
            .Where(type => !used.Contains(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Where(type => type.BaseType?.Namespace?.StartsWith("Lilt", StringComparison.Ordinal) != true)
            .Where(type =>
                !type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Any(field => field.IsLiteral)
            );

        Assert.Empty(unused);
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string? Part(Type type)
    {
        string assembly = type.Assembly.GetName().Name!;
        return assembly == "Lilt"
            ? type.Namespace?.Split('.') is ["Lilt", var room, ..]
                ? room
                : null
            : Allowed.ContainsKey(assembly)
                ? assembly
                : null;
    }
}
