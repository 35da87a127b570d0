using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Lilt.Tests.House;

/// <summary>The conventions of the library that can be checked on the compiled code.</summary>
public sealed class ConventionTests
{
    private static readonly string[] NamesThatSayNothing =
    [
        "Utils",
        "Util",
        "Utilities",
        "Helper",
        "Helpers",
        "Common",
        "Misc",
        "Manager",
        "Service",
    ];

    private static IEnumerable<Type> Types =>
        typeof(Lilt.Network.Model)
            .Assembly.GetTypes()
            .Where(type =>
                !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                && type.Namespace?.StartsWith("Lilt", StringComparison.Ordinal) == true
            );

    [Fact]
    public void Classes_AreSealedStaticOrAbstract() =>
        None(Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !type.IsSubclassOf(typeof(Delegate))));

    [Fact]
    public void Structs_AreReadOnly() =>
        None(
            Types.Where(type =>
                type is { IsValueType: true, IsEnum: false, IsPublic: true } && !type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false)
            )
        );

    [Fact]
    public void Names_SayWhatAThingIs() =>
        None(Types.Where(type => NamesThatSayNothing.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal))));

    [Fact]
    public void StaticFields_AreReadOnly() =>
        None(
            Types
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.StartsWith('<'))
        );

    [Fact]
    public void PublicMutableFields_ThereAreNone() =>
        None(
            Types
                .Where(type => type.IsPublic && !type.IsEnum)
                .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public))
                .Where(field => !field.IsInitOnly)
        );

    [Fact]
    public void Exceptions_OfBadFilesAreFormatExceptions() =>
        Assert.All(
            Types.Where(type => type.Name.EndsWith("FormatException", StringComparison.Ordinal)),
            type => Assert.True(type.IsSubclassOf(typeof(FormatException)))
        );

    [Fact]
    public void Async_IsNotInTheLibrary() =>
        None(
            Types
                .SelectMany(type =>
                    type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                )
                .Where(method => method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
        );

    private static void None<T>(IEnumerable<T> found) => Assert.True(!found.Any(), string.Join(", ", found));
}
