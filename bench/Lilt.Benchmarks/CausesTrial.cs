using System.Diagnostics;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Benchmarks;

internal static class CausesTrial
{
    public static void Run(Model model, uint seed)
    {
        Stopwatch clock = Stopwatch.StartNew();
        CausesOptions options = new() { Seed = seed };
        IReadOnlyList<MeterMaterial> all = CausesMaterial.Make(model, options, default);
        Console.WriteLine($"material {clock.Elapsed.TotalSeconds:0.0} s");
        Clock measure = Clock.Measure(model.Vocabulary);
        TrialRunner runner = new(model, [measure.Events], 1, Environment.ProcessorCount, default);
        List<KeptWhere> kept = [];
        foreach (MeterMaterial material in all)
        {
            Console.WriteLine($"{material.Meter}: {material.Tunes.Count} of {material.Written} tunes, {material.FullMeasures} of {material.Measures} measures");
            PairDraw draw = new(material, material, seed);
            kept.Add(new KeptWhere(material, model.Shape, draw, options.Pairs, [0, 2, -2, 1, -1, 3, -3]));
        }

        runner.Run([.. all.SelectMany(of => of.Readings())]);
        Console.WriteLine($"read {clock.Elapsed.TotalSeconds:0.0} s, {runner.Reads}");
        runner.Run([.. kept.SelectMany(of => of.Trials)]);
        Console.WriteLine($"swapped {clock.Elapsed.TotalSeconds:0.0} s, {runner.Reads}");
        for (int n = 0; n < all.Count; n++)
        {
            TuneBootstrap bootstrap = new(all[n].Tunes.Count, 0.05, seed);
            foreach (InterchangeRow row in kept[n].Rows(bootstrap))
            {
                Console.WriteLine(
                    $"{row.Meter} {row.Layers,5} {row.Part,6} {row.Dose,2}: {row.Pairs} pairs {row.Tunes} tunes  donor {row.DonorBoundaryWithout:0.00} -> {row.DonorBoundary:0.00}  own {row.OwnBoundaryWithout:0.00} -> {row.OwnBoundary:0.00}  F {row.F:0.000} [{row.Low:0.000}, {row.High:0.000}]"
                );
            }
        }

        for (int n = 0; n < all.Count; n++)
        {
            foreach (int dose in new[] { 2, -2 })
            {
                foreach (int layer in new[] { 1, 2, 3 })
                {
                    SwapResult of = kept[n].Of([layer], dose);
                    double[] change = KeptWhere.Changes(of);
                    double[] whole = kept[n].Whole(dose);
                    var groups = Enumerable.Range(0, of.Pairs.Count).GroupBy(p => 8 * all[n].Tunes[of.Pairs[p].Target.Tune].UsedPlaces.First(x => x.Step == of.Pairs[p].Target.Step).Distance.ToDouble()).OrderBy(g => g.Key);
                    Console.WriteLine($"{all[n].Meter} layer {layer} k {dose}: " + string.Join("  ", groups.Select(g => $"d{g.Key:0.##}: {g.Sum(p => change[p]) / g.Sum(p => whole[p]):0.00} ({g.Count()}, {g.Average(p => (dose < 0 ? of.OwnWithout : of.MovedWithout)[p]):0.0})")));
                }
            }
        }

        Console.WriteLine($"done {clock.Elapsed.TotalSeconds:0.0} s");
    }
}
