using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7.Telling;

/// <summary>What a study found, in a few computed sentences.</summary>
internal static class Part7Summary
{
    /// <summary>The sentences, the most important first.</summary>
    public static IReadOnlyList<string> Of(Part7Figures figures)
    {
        StudyTune tune = figures.Tune.Tune;
        List<string> sentences = [];
        Excision[] byRank = [.. figures.Excision.Cuts.Take(figures.HiddenStates.Layers.Count)];
        string[] counts = [.. byRank.Select(cut => $"{cut.Tune.CountInWords()} without a third of layer {cut.Layer}")];
        sentences.Add(
            $"The studied tune has {tune.CountInWords()}; with the same random numbers and the units with the most power at its measure period cut, the network writes {NumberText.List(counts)}."
        );
        sentences.Add(MeanSpectraFigure.AtMeasureInWords(figures.MeanSpectra.AtMeasure));
        BoundUnit[] bound = [.. figures.BoundUnits.Units.Where(unit => unit.ChosenFor != BoundUnitChoice.Power && unit.P is <= 0.05)];
        if (figures.BoundUnits.Units.Count > 0)
        {
            sentences.Add(
                bound.Length == 0
                    ? "No unit is bound to measure tokens beyond chance, corrected within its layer."
                    : $"Most bound to measure tokens over tunes with this header, beyond chance corrected within the layer: {NumberText.List(bound.Select(unit => $"L{unit.Layer}.h[{unit.Unit}] ({EnumWords.Of(unit.ChosenFor)})"))}."
            );
        }

        if (figures.Stimulation.Runs is [{ } stimulated, ..])
        {
            sentences.Add(
                $"Stimulated by 0.3 of a random pitch, it writes {NumberText.Count(stimulated.Tune.Tokens.Count, "step")} with {stimulated.Tune.CountInWords()}."
            );
        }

        if (figures.Excision.Control is null)
        {
            sentences.Add("No control was made: what the cuts do to one tune says little of the network.");
        }

        return sentences;
    }
}
