using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>
/// Units of a site, or of several, take the values that they had in a recording, or those of an array: with one step and another tune's, an
/// interchange.
/// </summary>
/// <remarks>
/// The recording is named in a file's plan, and may be handed over in a script: <see cref="Source"/>, <see cref="From"/>.
/// </remarks>
public sealed record Patch : Operation
{
    /// <inheritdoc/>
    public override string Name => "patch";

    /// <summary>Where: one site, or several of layers' sites together.</summary>
    public required SiteSet Site { get; init; }

    /// <summary>Which units, or tokens; of each site the same.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The recording's name; null where it is handed over.</summary>
    public string? Recording { get; init; }

    /// <summary>The recording itself; a plan with it has no JSON. Null where one is named, or values are given.</summary>
    public TuneRecording? Source { get; init; }

    /// <summary>
    /// The values themselves, [T, H] or [T, V] as the one site has them, of any site of that width; a plan with them has no JSON. Null
    /// where a recording is meant.
    /// </summary>
    public SiteValues? From { get; init; }

    /// <summary>When. Default every step that the recording has.</summary>
    public StepRange Steps { get; init; } = StepRange.AllSteps;

    /// <summary>
    /// The recording's step that the range's first step takes; those that follow take those that follow. Null for the same step.
    /// </summary>
    public int? AtStep { get; init; }

    /// <summary>Along which ways it is felt. Default both. Up is for h, recurrent for c and h.</summary>
    public Edge Edge { get; init; }

    /// <summary>
    /// The name of a file of directions, <c>.npy</c>, [K, W] with W values of all sites one behind the other: only the part that lies in
    /// their span is taken over, and at right angles to them everything stays. Null for all of it.
    /// </summary>
    public string? Directions { get; init; }

    /// <summary>
    /// The directions themselves, [K, W], rows of length 1 at right angles; a plan with them has no JSON. Null where they are named, or
    /// there are none.
    /// </summary>
    public SiteValues? Along { get; init; }

    /// <summary>The state of a layer, c and h of all its units, is at one step what it was in another tune: an interchange.</summary>
    /// <param name="source">The other tune, recorded with c and h.</param>
    /// <param name="sourceStep">After which of its steps.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="step">After which step of the tune that is written or read.</param>
    /// <param name="edge"> Recurrent: the step itself stays as it was, and what follows from the state shows from the next one on. Both:
    /// the layers above are shown it in this step already.
    /// </param>
    /// <exception cref="ArgumentException">The recording has not kept c and h, or has no such layer.</exception>
    public static Patch State(TuneRecording source, int sourceStep, int layer, int step, Edge edge = Edge.Both)
    {
        ArgumentNullException.ThrowIfNull(source);
        SiteSet sites = new(Network.Site.C(layer), Network.Site.H(layer));
        foreach (Site site in sites.Sites)
        {
            _ = source[site];
        }

        return new Patch
        {
            Site = sites,
            Units = UnitSet.All,
            Source = source,
            AtStep = sourceStep,
            Steps = new StepRange(step, step),
            Edge = edge,
        };
    }
}
