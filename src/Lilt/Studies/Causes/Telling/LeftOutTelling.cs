using System.Text.Json;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Why a study of causes lacks the figures that it lacks.</summary>
internal static class LeftOutTelling
{
    /// <summary>The figures that are null, in their order.</summary>
    /// <param name="figures">All of them.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="keeper">The layer that keeps the count, from 1; 0 where none is known.</param>
    /// <param name="notCut">Why nothing was cut; null where nothing is known of that.</param>
    public static IReadOnlyList<FigureLeftOut> Of(CausesFigures figures, CausesOptions options, int keeper, string? notCut)
    {
        string? keeps = keeper == 0 ? "no layer is known to keep the count" : null;
        string? quick = options.Quick ? "left out by --quick" : null;
        (string Name, Figure? Figure, string Why)[] all =
        [
            (nameof(figures.ClockFace), figures.ClockFace, quick ?? keeps ?? "too few places of the measure have enough states"),
            (nameof(figures.Units), figures.Units, quick ?? keeps ?? "no two tunes that had no part in the ranking could be interchanged"),
            (
                nameof(figures.Heard),
                figures.Heard,
                options.Given is not null
                    ? "given tunes have no random numbers that would write them again"
                    : keeps ?? "no tune has a place in its fifth measure where the clock could be pushed on"
            ),
            (nameof(figures.Section), figures.Section, "the vocabulary has no repeats, or no two sections could be interchanged"),
            (nameof(figures.BesideCut), figures.BesideCut, quick ?? notCut ?? "nothing was cut"),
            (
                nameof(figures.Subspace),
                figures.Subspace,
                quick ?? keeps ?? "no two tunes that had no part in the search could be interchanged"
            ),
        ];
        return
        [
            .. all.Where(of => of.Figure is null).Select(of => new FigureLeftOut(JsonNamingPolicy.CamelCase.ConvertName(of.Name), of.Why)),
        ];
    }
}
