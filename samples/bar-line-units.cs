#:project ../src/Lilt/Lilt.csproj
// Which units of a layer lie highest where a bar line is read?
//
//     dotnet run -c Release samples/bar-line-units.cs [MODEL [LAYER]]
//
// Records 4 tunes into an .npz file, which NumPy opens, reads them again, and prints the 5 units whose mean h is higher the most at the steps that read a bar line.
// Takes TIME.
// test.sh runs it with: models/default.safetensors
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int layer = args.Length > 1 ? int.Parse(args[1]) : 1;
string path = Path.Combine(Path.GetTempPath(), "bar-line-units.npz");
RecordingWriter.Write(path, TuneRecordings.Record(model, new GenerationOptions { Tunes = 4 }, kinds: [SiteKind.Hidden]));
var steps =
    from tune in RecordingReader.ReadAll(path)
    from step in Enumerable.Range(0, tune.Steps)
    select (IsBar: TokenKinds.Of(model.Vocabulary, tune.Input[step]) == TokenKind.Measure, H: tune[Site.H(layer)][step].ToArray());
ILookup<bool, float[]> states = steps.ToLookup(step => step.IsBar, step => step.H);
float Rise(int unit) => states[true].Average(h => h[unit]) - states[false].Average(h => h[unit]);
foreach (int unit in Enumerable.Range(0, model.Shape.Units).OrderByDescending(Rise).Take(5))
{
    Console.WriteLine($"L{layer}.h[{unit}] is {Rise(unit):+0.000;-0.000} at {states[true].Count()} bar lines");
}
