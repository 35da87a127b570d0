namespace Lilt.Studies.Causes.Figures;

/// <summary>The timing contrast of a network with units cut at some steps.</summary>
/// <param name="Cut">Without the units, nats.</param>
/// <param name="Low">The low end of its interval over tunes, the uncut network's contrast taken as it is.</param>
/// <param name="High">The high end.</param>
/// <param name="Random">Without as many random units, nats, a set each.</param>
public sealed record CutContrast(double Cut, double Low, double High, IReadOnlyList<double> Random)
{
    /// <summary>The mean of the random sets.</summary>
    public double RandomMean => Random.Average();
}
