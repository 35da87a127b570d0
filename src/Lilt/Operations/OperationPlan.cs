using System.Security.Cryptography;
using System.Text;
using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>What is done to a network, in order: immutable data with one JSON text and one hash.</summary>
public sealed class OperationPlan
{
    /// <param name="operations">Applied in this order.</param>
    public OperationPlan(params IEnumerable<Operation> operations) => Operations = [.. operations];

    /// <summary>The plan that does nothing: it changes no bit.</summary>
    public static OperationPlan Empty { get; } = new();

    /// <summary>The plan that excises units of one layer at every step: their h is 0. Of no units it is <see cref="Empty"/>.</summary>
    /// <param name="layer">From 1.</param>
    /// <param name="units">From 0.</param>
    public static OperationPlan Excise(int layer, params IEnumerable<int> units)
    {
        UnitSet set = UnitSet.Of(units);
        return set.Units!.Count == 0 ? Empty : new OperationPlan(new Excise { Layer = layer, Units = set });
    }

    /// <summary>The operations, in the order in which they apply.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>SHA-256, in lower-case hexadecimal, of <see cref="ToJson"/>.</summary>
    /// <exception cref="InvalidOperationException">An operation takes values from memory.</exception>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Reads a plan.</summary>
    /// <param name="json">As docs/operations.md describes.</param>
    /// <exception cref="PlanFormatException">It is no JSON, or holds something that a plan has not.</exception>
    public static OperationPlan Parse(string json) => PlanJson.Read(json);

    /// <summary>The plan's one text, on one line; <see cref="Parse"/> gives the same plan back.</summary>
    /// <exception cref="InvalidOperationException">An operation takes values from memory, which JSON cannot hold; the message says what to
    /// do.</exception>
    public string ToJson() => PlanJson.Write(this);

    /// <summary>
    /// What a recording keeps of the plan: its JSON, in which values from memory are named as such and are not to be found again.
    /// </summary>
    internal string Account() => PlanJson.Write(this, forReading: false);

    /// <summary>Makes the plan ready for one run of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="recordings">Finds the recordings that the plan names; null where it names none.</param>
    /// <param name="directions">Finds the directions that the plan names, [K, W]; null where it names none.</param>
    /// <exception cref="PlanFormatException">A layer, unit, token, recording or step is not there; the message names the
    /// operation.</exception>
    public CompiledPlan Compile(Model model, Func<string, TuneRecording>? recordings = null, Func<string, SiteValues>? directions = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return PlanCompiler.Compile(this, model, recordings, directions);
    }
}
