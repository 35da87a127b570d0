#:project ../src/Lilt/Lilt.csproj
// How surprising is what a network writes, by its place in the measure?
//
//     dotnet run -c Release samples/surprise-by-position.cs [MODEL [TUNES [HEADER]]]
//
// Prints the mean surprise, in bits, of the tokens that stand at each place of a measure and of the bars behind measures of each length, over 200 tunes in 4/4.
// Takes TIME.
// test.sh runs it with: models/default.safetensors 6
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int tunes = args.Length > 1 ? int.Parse(args[1]) : 200;
IReadOnlyList<Token?> header = PrimeText.Parse(args.Length > 2 ? args[2] : "M:4/4", model.Vocabulary).Tokens;
GenerationOptions options = new() { Tunes = tunes, Prime = header };
var steps =
    from tune in TuneRecordings.Record(model, options, kinds: [SiteKind.Posterior])
    let bits = tune.Surprise()
    from place in tune.Places()
    select (place.IsBar, place.Onset, Bits: bits[place.Step]);
foreach (var place in steps.GroupBy(step => (step.IsBar, step.Onset)).Where(place => place.Count() >= tunes).OrderBy(place => place.Key))
{
    Console.WriteLine($"{(place.Key.IsBar ? "bar after" : "at")} {place.Key.Onset}: {place.Average(step => step.Bits):F2} bits");
}
