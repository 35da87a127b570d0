using System.Diagnostics;
using Lilt.Planting;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Benchmarks;

/// <summary>
/// What a whole study says of networks whose answer is known, and of such that do not count: the tables of docs/control.md.
/// </summary>
internal static class KnownAnswers
{
    private static readonly int[] Sizes = [24, 96];

    /// <summary>Prints a line a layer of every kind, size and build.</summary>
    /// <param name="builds">Networks of each kind and size.</param>
    /// <param name="only">The kind; null for all.</param>
    public static void Run(int builds, PlantedKind? only)
    {
        Console.WriteLine(
            "| kind | units | build | layer | counts? | study says | relays? | study says | loss between bars (random) | loss at bars (random) |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        int right = 0;
        int wrong = 0;
        int undetermined = 0;
        foreach (
            PlantedKind kind in Enum.GetValues<PlantedKind>().Where(kind => kind != PlantedKind.Chance && (only is null || kind == only))
        )
        {
            foreach (int units in Sizes)
            {
                for (uint build = 1; build <= builds; build++)
                {
                    PlantedNetwork network = PlantedNetwork.Make(kind, units, build);
                    if (Made(network) is not { } study)
                    {
                        Console.WriteLine($"| {kind} | {units} | {build} | refused | | | | | | |");
                        continue;
                    }

                    foreach (PlantedLayer layer in network.Layers)
                    {
                        VerdictKind counts = Verdict(study, layer.Layer, ControlVerdicts.ServesCounting);
                        VerdictKind relays = Verdict(study, layer.Layer, ControlVerdicts.RelaysTheBar);
                        foreach ((bool truth, VerdictKind said) in ((bool, VerdictKind)[])[(layer.Counts, counts), (layer.Relays, relays)])
                        {
                            undetermined += said == VerdictKind.Undetermined ? 1 : 0;
                            right += said == (truth ? VerdictKind.Supported : VerdictKind.Contradicted) ? 1 : 0;
                            wrong += said == (truth ? VerdictKind.Contradicted : VerdictKind.Supported) ? 1 : 0;
                        }

                        Console.WriteLine(
                            $"| {kind} | {units} | {build} | {layer.Layer} | {Word(layer.Counts)} | {counts} | {Word(layer.Relays)} | {relays} | {Loss(study, CutSteps.BetweenBars, layer.Layer)} | {Loss(study, CutSteps.AtBars, layer.Layer)} |"
                        );
                    }
                }
            }
        }

        Console.WriteLine($"\n{right} right, {wrong} wrong, {undetermined} undetermined");
    }

    /// <summary>Prints how many studies of networks that do not count say that something counts or relays.</summary>
    /// <param name="studies">Networks of each size.</param>
    public static void RunNull(int studies)
    {
        foreach (int units in (int[])[64, 96])
        {
            int refused = 0;
            int saying = 0;
            for (uint build = 1; build <= studies; build++)
            {
                PlantedNetwork network = PlantedNetwork.Make(PlantedKind.Chance, units, build);
                if (Made(network) is not { } study)
                {
                    refused++;
                    continue;
                }

                saying += study.Verdicts.Any(verdict => verdict.Verdict == VerdictKind.Supported) ? 1 : 0;
            }

            Console.WriteLine($"3 x {units}: of {studies - refused} studies ({refused} refused) {saying} say that any claim is supported");
        }
    }

    private static Study? Made(PlantedNetwork network)
    {
        for (uint seed = 42; seed < 52; seed++)
        {
            try
            {
                return Part7Study.Run(
                    network.Model,
                    new Part7Options
                    {
                        Seed = seed,
                        Prime = [.. PlantedNetwork.Header],
                        HeaderTunes = 8,
                    }
                );
            }
            catch (StudyRefusedException e)
            {
                Debug.WriteLine(e.Message);
            }
        }

        return null;
    }

    private static VerdictKind Verdict(Study study, int layer, string claim) =>
        study.Verdicts.First(verdict => verdict.Subject == $"layer {layer}" && verdict.Claim == claim).Verdict;

    private static string Word(bool truth) => truth ? "yes" : "no";

    private static string Loss(Study study, CutSteps when, int layer)
    {
        ExcisionControl control = study.Figure<ExcisionFigure>().Control!;
        ControlTimingLayer effect = control.Cuts.First(of => of.Cut == when).Layers.First(of => of.Layer == layer);
        double whole = control.Contrast;
        return $"{-100 * effect.Target / whole:F0} % ({-100 * effect.Random.Average() / whole:F0} %)";
    }
}
