using Lilt.Studies.Causes.Figures;

namespace Lilt.Studies.Causes.Telling;

/// <summary>The cuts beside the interchanges, as a table.</summary>
internal static class CutTable
{
    /// <summary>A row a network: the uncut one, then each layer's, cut between bars and at bars, random sets of units after the target.</summary>
    public static StudyTable Of(BesideCutFigure figure) =>
        new(
            FigureWords.CutFile,
            "a third of each layer's units cut: the timing contrast without them, and without random sets of as many",
            ["meter", "layer", "cut", "set", "units", "contrast", "low", "high"],
            Rows(figure)
        );

    private static IEnumerable<object?[]> Rows(BesideCutFigure figure)
    {
        yield return [figure.Meter, null, "uncut", null, 0, figure.Uncut, null, null];
        foreach (BesideCutLayer layer in figure.Layers)
        {
            foreach ((string name, CutContrast cut) in ((string, CutContrast)[])[("between bars", layer.Between), ("at bars", layer.At)])
            {
                yield return [figure.Meter, layer.Layer, name, "target", layer.Units, cut.Cut, cut.Low, cut.High];
                for (int set = 0; set < cut.Random.Count; set++)
                {
                    yield return [figure.Meter, layer.Layer, name, set, layer.Units, cut.Random[set], null, null];
                }
            }
        }
    }
}
