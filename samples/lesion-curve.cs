#:project ../src/Lilt/Lilt.csproj
// How much counting is left without the k units that beat most with the measures?
//
//     dotnet run -c Release samples/lesion-curve.cs [MODEL [LAYER [TUNES]]]
//
// Ranks a layer's units by their share of power in the band of the measures of one tune, cuts the top k, and lets the network write 12 tunes for each k with the same random
// numbers, all in one batch; prints the share of measures that are strictly counted.
// Takes TIME.
// test.sh runs it with: models/default.safetensors 1 1
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.Studies;
using Lilt.Sweeps;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int layer = args.Length > 1 ? int.Parse(args[1]) : 1;
GenerationOptions options = new() { Seed = 1000, Tunes = args.Length > 2 ? int.Parse(args[2]) : 12 };
TuneRecording tune = TuneRecordings.Record(model, new GenerationOptions(), kinds: [SiteKind.Hidden]).Single();
IReadOnlyList<int> ranked = UnitOrder.ByBand(tune, Site.H(layer), MeasureBand.Of(tune)!.Value).Units;
int[] sizes = [0, 16, 32, 64, 128, 256];
OperationPlan[] plans = [.. sizes.Select(size => OperationPlan.Excise(layer, ranked.Take(size)))];
foreach ((int size, GeneratedTune[] written) in sizes.Zip(PlanSweep.Write(model, options, plans)))
{
    CountShares shares = new();
    Array.ForEach(written, cut => shares.Add(MeasureCounter.Count(model.Vocabulary, cut.Tokens)));
    Console.WriteLine($"{size} units cut: {shares.StrictlyCounted:F3} of {shares.Measures} measures");
}
