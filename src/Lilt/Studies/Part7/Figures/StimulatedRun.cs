using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A stimulated network's tune.</summary>
public sealed record StimulatedRun
{
    /// <summary>The tune that it wrote.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>The first step whose token is not the studied tune's; null when none differs.</summary>
    public required int? FirstDivergence { get; init; }

    /// <summary>[T of its tune] The other token of the input at each step, null where there was none.</summary>
    public required IReadOnlyList<string?> Others { get; init; }

    /// <summary>
    /// [T of its tune] How far the stimulus moved the posterior: the Jensen–Shannon divergence in bits between the posterior and that of
    /// the same network and past inputs without it at this step, 0 to 1.
    /// </summary>
    public required double[] Moved { get; init; }

    /// <summary>The plan's hash.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan's file in the study's folder.</summary>
    public required string PlanFile { get; init; }
}
