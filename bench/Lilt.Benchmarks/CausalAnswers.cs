using System.Diagnostics;
using Lilt.Network;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;

namespace Lilt.Benchmarks;

/// <summary>The study of causes on networks of known answer: what was planted, what was found.</summary>
internal static class CausalAnswers
{
    /// <summary>Runs it on every kind, keeper and direction.</summary>
    /// <param name="builds">How many builds of each.</param>
    /// <param name="units">H.</param>
    /// <param name="only">One kind; null for all.</param>
    /// <param name="first">The first build's seed.</param>
    public static void Run(int builds, int units, CausalKind? only, uint first)
    {
        Stopwatch clock = Stopwatch.StartNew();
        foreach (CausalKind kind in Enum.GetValues<CausalKind>().Where(kind => only is null || kind == only))
        {
            int right = 0;
            int wrong = 0;
            int undetermined = 0;
            int networks = 0;
            foreach (int keeper in Keepers(kind))
            {
                for (uint build = first; build < first + builds; build++)
                {
                    CausalNetwork network;
                    try
                    {
                        network = CausalNetwork.Make(kind, keeper, units, build);
                    }
                    catch (ArgumentException)
                    {
                        continue;
                    }

                    networks++;
                    string told;
                    try
                    {
                        Study study = CausesStudy.Run(network.Model, new CausesOptions { Seed = build, Quick = true });
                        told =
                            Judge(network.Truth, study.Figure<WiringFigure>(), ref right, ref wrong, ref undetermined)
                            + "  "
                            + study.Headline!.Answer;
                    }
                    catch (StudyRefusedException e)
                    {
                        undetermined += 9;
                        told = e.Message;
                    }

                    Console.WriteLine($"{kind} {keeper} build {build}: {told}");
                }
            }

            Console.WriteLine(
                $"{kind, -12} networks {networks}, right {right}, undetermined {undetermined}, WRONG {wrong}   {clock.Elapsed.TotalSeconds:0} s"
            );
        }
    }

    private static IEnumerable<int> Keepers(CausalKind kind) =>
        kind is CausalKind.Marker or CausalKind.Chance or CausalKind.Misleading or CausalKind.Random ? [0] : [1, 2, 3];

    private static string Judge(CausalTruth truth, WiringFigure found, ref int right, ref int wrong, ref int undetermined)
    {
        List<string> words = [];
        foreach (WiredLayer layer in found.Layers)
        {
            LayerTruth known = truth.Layers[layer.Layer - 1];
            foreach (
                (string name, VerdictKind said, PossibleVerdicts possible, LayerClaim claim) in ((
                    string,
                    VerdictKind,
                    PossibleVerdicts,
                    LayerClaim
                )[])
                    [
                        ("keeps", layer.Keeps.Verdict, known.Keeps, layer.Keeps),
                        ("sets", layer.Sets.Verdict, known.Sets, layer.Sets),
                        ("hands", layer.HandsOn.Verdict, known.HandsOn, layer.HandsOn),
                    ]
            )
            {
                PossibleVerdicts as_ = said switch
                {
                    VerdictKind.Supported => PossibleVerdicts.Supported,
                    VerdictKind.Contradicted => PossibleVerdicts.Contradicted,
                    _ => PossibleVerdicts.Undetermined,
                };
                if (said == VerdictKind.Undetermined)
                {
                    undetermined++;
                    if (!possible.HasFlag(as_))
                    {
                        words.Add(
                            $"[{layer.Layer} {name}: undetermined, should be {possible}; {claim.Share:0.00} [{claim.Low:0.00}, {claim.High:0.00}] {claim.Reason}]"
                        );
                    }
                }
                else if (possible.HasFlag(as_))
                {
                    right++;
                }
                else
                {
                    wrong++;
                    words.Add(
                        $"[{layer.Layer} {name}: WRONG {said}, should be {possible}; {claim.Share:0.00} [{claim.Low:0.00}, {claim.High:0.00}]]"
                    );
                }
            }
        }

        return string.Join(' ', words);
    }
}
