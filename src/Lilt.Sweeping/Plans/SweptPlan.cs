using System.Security.Cryptography;
using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Sweeping.Plans;

/// <summary>What is done to a network at some points of a sweep.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Plan">The operations.</param>
/// <param name="Folder">Where the files lie that the plan names; empty for a plan that names none.</param>
/// <param name="Files">The SHA-256 of each file that the plan names, in the plan's order, with blanks between.</param>
public sealed record SweptPlan(string Name, OperationPlan Plan, string Folder = "", string Files = "")
{
    /// <summary>What tables call a network to which nothing is done.</summary>
    public const string NothingName = "none";

    /// <summary>Nothing is done.</summary>
    public static SweptPlan Nothing { get; } = new(NothingName, OperationPlan.Empty);

    /// <summary>Makes it ready for one run of a network.</summary>
    /// <exception cref="PlanFormatException">It names what the network lacks.</exception>
    /// <exception cref="SweepFormatException">A file that it names is another than when the sweep began.</exception>
    public CompiledPlan Compile(Model model)
    {
        if (Files != HashesOf(Plan, Folder))
        {
            throw new SweepFormatException(
                $"the plan {Name}: a file that it names, in {Folder}, is another than when the sweep began: put that one back, or begin a sweep in another folder."
            );
        }

        return Plan.Compile(
            model,
            name => PlanFiles.Recording(Path.Combine(Folder, name)),
            name => PlanFiles.Directions(Path.Combine(Folder, name))
        );
    }

    /// <summary>What <see cref="Files"/> is now.</summary>
    internal static string HashesOf(OperationPlan plan, string folder) =>
        string.Join(' ', NamesIn(plan).Select(name => HashOf(Path.Combine(folder, name))));

    private static IEnumerable<string> NamesIn(OperationPlan plan) =>
        plan
            .Operations.SelectMany(operation =>
                operation switch
                {
                    Excise excise => [excise.Recording],
                    Patch patch => [patch.Recording, patch.Directions],
                    _ => Array.Empty<string?>(),
                }
            )
            .OfType<string>();

    private static string HashOf(string path)
    {
        // A recording may be one tune of many: many.npz#12.
        int hash = path.LastIndexOf('#');
        using FileStream file = File.OpenRead(hash > 0 && !File.Exists(path) ? path[..hash] : path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
