namespace Lilt.Network;

/// <summary>The probe that looks at nothing.</summary>
public readonly struct NoProbe : IStepProbe
{
    /// <inheritdoc/>
    public static bool Watches => false;

    /// <inheritdoc/>
    public bool Visit(int slot, int step, Site site, Span<float> values) => false;
}
