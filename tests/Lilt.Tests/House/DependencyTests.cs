using System.Reflection;
using Xunit;

namespace Lilt.Tests.House;

/// <summary>The arrows between the library's folders, read from the compiled code: which namespaces a namespace's types use.</summary>
public sealed class DependencyTests
{
    private static readonly string[] BelowStudies =
    [
        "Files",
        "Notation",
        "Randomness",
        "Spectra",
        "Statistics",
        "Binding",
        "Network",
        "WeightFiles",
        "Recording",
        "Operations",
        "Generation",
        "Anatomy",
        "Assessment",
        "Selection",
        "Alignment",
        "Sweeps",
        "Subspaces",
    ];

    /// <summary>What each part may use, besides itself. A part that is not listed here has no place yet.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Files"] = [],
        ["Notation"] = [],
        ["Randomness"] = [],
        ["Statistics"] = [],
        ["Spectra"] = ["Statistics"],
        ["Binding"] = ["Spectra", "Statistics", "Randomness"],
        ["Selection"] = ["Spectra", "Statistics", "Binding", "Network", "Recording", "Notation"],
        ["Network.Kernels"] = ["Network"],
        ["Gradients.Kernels"] = ["Network.Kernels"],
        ["Gradients"] = ["Gradients.Kernels", "Network", "Network.Kernels", "Randomness"],
        ["Network"] = ["Network.Kernels", "Notation"],
        ["Subspaces"] = ["Gradients", "Gradients.Kernels", "Network", "Network.Kernels", "Notation", "Randomness"],
        ["WeightFiles"] = ["Files", "Network", "Notation"],
        ["Alignment"] = ["Notation"],
        ["Recording"] = ["Files", "Network", "Notation", "Randomness", "Alignment"],
        ["Operations"] = ["Network", "Recording", "Notation", "Randomness"],
        ["Generation"] = ["Network", "Recording", "Operations", "Notation", "Randomness"],
        ["Sweeps"] = ["Network", "Operations", "Generation", "Notation", "Randomness"],
        ["Searching"] = ["Network", "Recording", "Generation", "Notation", "Randomness"],
        ["Rewriting"] = ["Alignment", "Assessment", "Generation", "Network", "Notation", "Randomness"],
        ["Planting"] = ["Network", "Notation", "Randomness"],
        ["Anatomy"] = ["Network", "Notation", "Statistics"],
        ["Assessment"] = ["Notation", "Randomness", "Statistics"],
        ["Studies"] = BelowStudies,
        ["Studies.Figures"] = [.. BelowStudies, "Studies"],
        ["Studies.Control"] = [.. BelowStudies, "Studies"],
        ["Studies.Part7"] = [.. BelowStudies, "Studies", "Studies.Figures", "Studies.Control", "Studies.Causes"],
        ["Studies.Causes"] = [.. BelowStudies, "Subspaces", "Studies", "Studies.Control"],
        ["Studies.Look"] = [.. BelowStudies, "Studies", "Studies.Figures"],
    };

    [Fact]
    public void Parts_UseOnlyWhatTheArrowsAllow()
    {
        List<string> wrong = [];
        foreach (Type type in typeof(Lilt.Network.Model).Assembly.GetTypes().Where(type => Part(type) is not null))
        {
            string part = Part(type)!;
            if (type == typeof(Lilt.Studies.StudyKinds))
            {
                // The one place that knows every study: there they are listed.
                continue;
            }

            Assert.True(Allowed.ContainsKey(part), $"{part} has no place among the arrows: {type}");
            foreach (string used in TypeUse.Of(type).Select(Part).OfType<string>().Distinct())
            {
                if (used != part && !Allowed[part].Contains(used))
                {
                    wrong.Add($"{type} uses {used}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void TypeUse_MethodThatCallsAnother_SeesIt()
    {
        // The reader of compiled code itself: a call, a field and a generic argument are all seen.
        Assert.Contains(typeof(Lilt.Randomness.RandomState), TypeUse.Of(typeof(Lilt.Generation.TuneRequest)));
        Assert.Contains(typeof(Lilt.Notation.Tokens.Vocabulary), TypeUse.Of(typeof(Lilt.Network.Model)));
        Assert.Contains(
            typeof(Lilt.Network.StepBatch),
            TypeUse.Of(typeof(Lilt.Generation.TuneGenerator).Assembly.GetType("Lilt.Generation.TuneWorker`1")!)
        );
    }

    /// <summary>Kernels see of the network only what its weights are: the shape and the arrays.</summary>
    [Fact]
    public void Kernels_SeeOnlyTheWeightsOfTheNetwork()
    {
        string[] seen =
        [
            .. typeof(Lilt.Network.Model)
                .Assembly.GetTypes()
                .Where(type => Part(type) == "Network.Kernels")
                .SelectMany(TypeUse.Of)
                .Where(type => Part(type) == "Network")
                .Select(type => type.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(["LayerWeights", "NetworkShape", "NetworkWeights"], seen);
    }

    private static string? Part(Type type)
    {
        string? space = type.Namespace;
        if (type.Assembly != typeof(Lilt.Network.Model).Assembly || space?.StartsWith("Lilt.", StringComparison.Ordinal) != true)
        {
            return null;
        }

        string[] rooms = space["Lilt.".Length..].Split('.');
        return rooms is ["Network" or "Gradients" or "Studies", _, ..] ? $"{rooms[0]}.{rooms[1]}" : rooms[0];
    }
}
