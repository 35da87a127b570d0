using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Native;

/// <summary>A model, under a plan or not, as the caller holds it. What the plan names is read once.</summary>
/// <param name="model">The network.</param>
/// <param name="plan">What is done to it; null for nothing.</param>
/// <param name="folder">Where the recordings and directions lie that the plan names.</param>
internal sealed class OpenModel(Model model, OperationPlan? plan = null, string folder = "")
{
    private readonly Dictionary<string, TuneRecording> recordings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SiteValues> directions = new(StringComparer.Ordinal);

    /// <summary>The network.</summary>
    public Model Model => model;

    /// <summary>What is done to it; null for nothing.</summary>
    public OperationPlan? Plan => plan;

    /// <summary>The plan ready for one run; null where there is none.</summary>
    /// <exception cref="PlanFormatException">It does not fit the network.</exception>
    public CompiledPlan? Compile() => plan?.Compile(model, Recording, Directions);

    private TuneRecording Recording(string name)
    {
        lock (recordings)
        {
            return recordings.TryGetValue(name, out TuneRecording? known)
                ? known
                : recordings[name] = PlanFiles.Recording(Path.Combine(folder, name));
        }
    }

    private SiteValues Directions(string name)
    {
        lock (recordings)
        {
            return directions.TryGetValue(name, out SiteValues? known)
                ? known
                : directions[name] = PlanFiles.Directions(Path.Combine(folder, name));
        }
    }
}
