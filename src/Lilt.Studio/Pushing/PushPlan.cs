using Lilt.Network;
using Lilt.Operations;
using Lilt.Studio.Models;

namespace Lilt.Studio.Pushing;

/// <summary>The plan of a push: one patch of c and h of some layers, whole, at one step's end, from one step of a recording.</summary>
/// <param name="Layers">From 1, ascending.</param>
/// <param name="Donor">The tune that the recording is of.</param>
/// <param name="DonorStep">After which of its steps.</param>
/// <param name="Step">After which step of the tune that is made.</param>
internal sealed record PushPlan(IReadOnlyList<int> Layers, string Donor, int DonorStep, int Step)
{
    /// <summary>The plan that does it, with the recording's name as its export is saved.</summary>
    public static OperationPlan Of(IReadOnlyList<int> layers, string donor, int donorStep, int step) =>
        new(
            new Patch
            {
                Site = new SiteSet(layers.SelectMany(layer => (Site[])[Site.C(layer), Site.H(layer)])),
                Units = UnitSet.All,
                Recording = StudioPlans.RecordingOf(donor),
                Steps = new StepRange(step, step),
                AtStep = donorStep,
                Edge = Edge.Recurrent,
            }
        );

    /// <summary>What a plan pushes; null where it does something else, or more.</summary>
    public static PushPlan? Read(OperationPlan plan)
    {
        if (
            plan.Operations is not [Patch { Edge: Edge.Recurrent, Recording: { } recording, Directions: null, Steps: var steps } patch]
            || steps.First < 0
            || steps.Last != steps.First
            || !patch.Units.Equals(UnitSet.All)
        )
        {
            return null;
        }

        int[] layers = [.. patch.Site.Sites.Select(site => site.Layer).Distinct().Order()];
        bool isMemory =
            patch.Site.Sites.Count == 2 * layers.Length && patch.Site.Sites.All(site => site.Kind is SiteKind.Cell or SiteKind.Hidden);
        return isMemory ? new PushPlan(layers, StudioPlans.TuneOf(recording), patch.AtStep ?? steps.First, steps.First) : null;
    }
}
