using Lilt.Network;

namespace Lilt.Studies.Causes.Interchange;

/// <summary>Lets layers show upwards what they do not hold, in the one read at which a trial says so.</summary>
/// <param name="trials">The trials by slot.</param>
/// <param name="units">H.</param>
internal readonly struct TrialProbe(Trial?[] trials, int units) : IStepProbe
{
    private readonly float[][] own = [.. trials.Select(_ => new float[units])];

    public static bool Watches => true;

    public static bool ActsBetween => true;

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        if (site.Kind == SiteKind.Hidden && trials[slot]?.Up is { } up && up.Read == step && up.Layer == site.Layer)
        {
            values.CopyTo(own[slot]);
            up.Donor[site].CopyTo(values);
            return true;
        }

        return false;
    }

    public void Between(int slot, int step, SlotMemory memory)
    {
        if (trials[slot]?.Up is { } up && up.Read == step)
        {
            own[slot].CopyTo(memory[Site.H(up.Layer)]);
        }
    }
}
