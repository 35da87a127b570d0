namespace Lilt.Assessment;

/// <summary>One figure of tunes that were written twice: as the network is, and with something done to it.</summary>
/// <param name="Name">Its name for scripts, as <c>countedMeasures</c>.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Baseline">On the tunes of the network as it is; NaN where it is defined on none of them.</param>
/// <param name="Operated">On the tunes of the network that something was done to; NaN likewise.</param>
/// <param name="Difference">
/// Operated less baseline, with its 95 % interval over tunes and the number of those that have a say on either side; NaN where one of the
/// two is not defined.
/// </param>
/// <param name="Differing">How many tunes add another number on the one side than on the other.</param>
/// <param name="Verdict">What can be said of the difference.</param>
public sealed record EffectFigure(
    string Name,
    string Label,
    FigureUnit Unit,
    double Baseline,
    double Operated,
    Estimate Difference,
    int Differing,
    EffectVerdict Verdict
);
