using Lilt.Assessment;

namespace Lilt.Studio.Effects;

/// <summary>One figure of tunes written with a plan and without it; null where it is not defined.</summary>
/// <param name="Name">Its name for scripts, as <c>countedMeasures</c>.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Baseline">On the tunes of the network as it is.</param>
/// <param name="Operated">On those under the plan.</param>
/// <param name="Difference">Operated less baseline.</param>
/// <param name="Low">The lower end of its 95 % interval over tunes.</param>
/// <param name="High">The upper end.</param>
/// <param name="Tunes">How many pairs have a say on either side.</param>
/// <param name="Differing">How many pairs add another number on the one side than on the other.</param>
/// <param name="Verdict">What can be said of the difference.</param>
public sealed record EffectFigureView(
    string Name,
    string Label,
    FigureUnit Unit,
    double? Baseline,
    double? Operated,
    double? Difference,
    double? Low,
    double? High,
    int Tunes,
    int Differing,
    EffectVerdict Verdict
)
{
    internal static EffectFigureView Of(EffectFigure figure) =>
        new(
            figure.Name,
            figure.Label,
            figure.Unit,
            Defined(figure.Baseline),
            Defined(figure.Operated),
            Defined(figure.Difference.Value),
            Defined(figure.Difference.Low),
            Defined(figure.Difference.High),
            figure.Difference.Tunes,
            figure.Differing,
            figure.Verdict
        );

    private static double? Defined(double value) => double.IsFinite(value) ? value : null;
}
