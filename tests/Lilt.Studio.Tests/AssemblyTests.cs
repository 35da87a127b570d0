using System.Reflection;
using Lilt.Cli;
using Lilt.Network;
using Lilt.Studio.Tunes;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>The arrows between the projects, read from the compiled code.</summary>
public sealed class AssemblyTests
{
    [Fact]
    public void Projects_UseOnlyWhatTheArrowsAllow()
    {
        Assert.Empty(Own(typeof(Model)));
        Assert.Equal(["Lilt"], Own(typeof(Training.TrainingConfig)));
        Assert.Equal(["Lilt"], Own(typeof(StudioServer)));
        Assert.Equal(["Lilt"], Own(typeof(Sweeping.Work.SweepWorker)));
        Assert.Equal(["Lilt", "Lilt.Studio", "Lilt.Sweeping", "Lilt.Training"], Own(typeof(CommandLine)));
    }

    [Fact]
    public void Studio_AndCommandLine_DoNotCompute()
    {
        foreach (Type of in (Type[])[typeof(StudioServer), typeof(CommandLine)])
        {
            Assert.DoesNotContain(
                of.Assembly.GetReferencedAssemblies(),
                name => name.Name is "MathNet.Numerics" or "System.Numerics.Tensors"
            );
        }
    }

    [Fact]
    public void Studio_ClassesAreSealedStaticOrAbstract() =>
        Assert.DoesNotContain(
            typeof(StudioServer).Assembly.GetTypes(),
            type =>
                type is { IsClass: true, IsSealed: false, IsAbstract: false }
                && type.Namespace?.StartsWith("Lilt", StringComparison.Ordinal) == true
                && type != typeof(TuneSummary)
                && !type.IsSubclassOf(typeof(Delegate))
        );

    private static IEnumerable<string> Own(Type type) =>
        type
            .Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Lilt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
