#:project ../src/Lilt/Lilt.csproj
// What would a probe be fitted to? States of a layer with their place in the measure, for NumPy.
//
//     dotnet run -c Release samples/states.cs [MODEL [STATES [FOLDER]]]
//
// Writes states.npy, [50000, H], h of layer 2 after each step, and places.npy, [50000, 4]: tune, measure, place in the measure in whole notes, and 1 where a bar is written;
// prints where they are.
// Takes TIME.
// test.sh runs it with: models/default.safetensors 500
using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int most = args.Length > 1 ? int.Parse(args[1]) : 50_000;
string folder = args.Length > 2 ? args[2] : Path.GetTempPath();
var steps =
    from tune in TuneRecordings.Record(model, new GenerationOptions { Tunes = most }, kinds: [SiteKind.Hidden])
    from place in tune.Places()
    select (Tune: tune.Facts.Index, Place: place, H: tune[Site.H(2)][place.Step].ToArray());
var states = steps.Take(most).ToArray();
NumpyFile.Write(Path.Combine(folder, "states.npy"), states.SelectMany(state => state.H).ToArray(), most, model.Shape.Units);
NumpyFile.Write(Path.Combine(folder, "places.npy"), states.SelectMany(state => Row(state.Tune, state.Place)).ToArray(), most, 4);
Console.WriteLine($"{most} states of {states[^1].Tune + 1} tunes are in {folder}: states.npy, places.npy");
float[] Row(int tune, StepPlace place) => [tune, place.Measure, (float)place.Onset.ToDouble(), place.IsBar ? 1 : 0];
