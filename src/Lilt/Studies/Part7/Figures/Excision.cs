using Lilt.Network;
using Lilt.Operations;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A cut network's tune.</summary>
public sealed record Excision
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>Which units, in words.</summary>
    public required string Selection { get; init; }

    /// <summary>The units, ascending.</summary>
    public required int[] Units { get; init; }

    /// <summary>H.</summary>
    public required int UnitsInLayer { get; init; }

    /// <summary>The tune that the network wrote without them.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>The first step whose token is not the studied tune's; null when none differs.</summary>
    public required int? FirstDivergence { get; init; }

    /// <summary>The plan's hash.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan's file in the study's folder.</summary>
    public required string PlanFile { get; init; }
}
