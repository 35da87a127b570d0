#:project ../src/Lilt/Lilt.csproj
// Has one network units that do what those of another do?
//
//     dotnet run -c Release samples/two-models.cs [MODEL [OTHER [LAYER [TUNES]]]]
//
// The other network writes 12 tunes, both read them (tokens go by their texts), and for each unit of the other's layer the unit of the one is found whose h goes most like it,
// by |r| over all steps; prints the median and the best five. Without OTHER it is a small network made to count, whose counting units are known.
// Takes TIME.
// test.sh runs it with: models/default.safetensors
using Lilt.Generation;
using Lilt.Network;
using Lilt.Planting;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
Model other = args.Length > 1 ? ModelFile.Read(args[1]) : PlantedNetwork.Make(PlantedKind.Counters, units: 64, seed: 1).Model;
Site site = Site.H(args.Length > 2 ? int.Parse(args[2]) : 1);
GenerationOptions options = new() { Tunes = args.Length > 3 ? int.Parse(args[3]) : 12 };
TuneRecording[] others = [.. TuneRecordings.Record(other, options, kinds: [SiteKind.Hidden])];
TuneRecording[] ones = [.. model.ReadAll(others.Select(tune => tune.Text), kinds: [SiteKind.Hidden])];
UnitMatch[] matches = [.. UnitMatches.Best(others, ones, site).OrderByDescending(match => Math.Abs(match.R))];
Console.WriteLine($"median of the best |r| of {matches.Length} units: {Math.Abs(matches[matches.Length / 2].R):F3}");
foreach (UnitMatch match in matches.Take(5))
{
    Console.WriteLine($"{site}[{match.Unit}] of the other goes like {site}[{match.Other}] of the one: r = {match.R:+0.000;-0.000}");
}
