using Lilt.Notation.Elements;

namespace Lilt.Notation;

/// <summary>One voice of a tune: its music in the order of the text.</summary>
/// <param name="Id">The name after <c>V:</c>; empty in a tune without voices.</param>
/// <param name="Elements">The music.</param>
public sealed record Voice(string Id, IReadOnlyList<TuneElement> Elements)
{
    /// <summary>The voice's measures.</summary>
    /// <param name="meter">The meter at its start: the tune's.</param>
    public IReadOnlyList<Measure> Measures(Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return MeasureReader.Read(this, meter);
    }
}
