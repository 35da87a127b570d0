#:project ../src/Lilt/Lilt.csproj
// Does the state of one layer say how far the measure is? Put into another tune, it should bring its own place along.
//
//     dotnet run -c Release samples/interchange.cs [MODEL [LAYER]]
//
// Takes c and h of a layer where one tune is about to write a bar and puts them into another tune in the middle of a measure; prints the probability of a bar at the
// steps from there on, without and with them.
// Takes 2 s of one processor's time, once it is built.
// test.sh runs it with: models/default.safetensors
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int layer = args.Length > 1 ? int.Parse(args[1]) : 2;
TuneRecording source = TuneRecordings.Record(model, new GenerationOptions { Seed = 1 }).Single();
TuneRecording target = TuneRecordings.Record(model, new GenerationOptions { Seed = 2 }).Single();
int from = source.Places().First(place => place.IsBar && place.Step >= 30).Step;
int at = target.Places().First(place => place.Onset == new Fraction(1, 4) && place.Step >= 40).Step;
OperationPlan plan = new(Patch.State(source, from, layer, at));
double[] without = target.LogProbabilities(TokenKind.Measure);
double[] with = model.With(plan).Read(target.Output).LogProbabilities(TokenKind.Measure);
for (int step = at - 1; step < Math.Min(at + 12, target.Steps); step++)
{
    Console.WriteLine(
        $"{step} {model.Vocabulary[target.Input[step]]}: P(bar) {Math.Exp(without[step]):F4}, patched {Math.Exp(with[step]):F4}"
    );
}
