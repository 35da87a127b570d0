#:project ../src/Lilt/Lilt.csproj
// What does layer 2 hold while the network reads a tune of one's own?
//
//     dotnet run -c Release samples/read-a-tune.cs [MODEL [ABC-FILE]]
//
// Prints the tune in the network's tokens, moved to C, and at each step the unit of layer 2 whose h is the largest; writes layer 2's h, [T, H], to a .npy file.
// Takes 1 s of one processor's time, once it is built.
// test.sh runs it with: models/default.safetensors
using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
string abc = args.Length > 1 ? File.ReadAllText(args[1]) : "X:1\nM:6/8\nL:1/8\nK:G\nG2 B d2 g|fed cAF|G2 B d2 g|fef g3:|\n";
TuneRecording tune = model.Read(abc, SiteKind.Hidden);
SiteValues h = tune[Site.H(2)];
for (int step = 0; step < h.Steps; step++)
{
    int loudest = Enumerable.Range(0, h.Width).MaxBy(unit => Math.Abs(h[step][unit]));
    Console.WriteLine($"{step, 3} reads {model.Vocabulary[tune.Input[step]], -7} L2.h[{loudest}] = {h[step][loudest]:F3}");
}

string path = Path.Combine(Path.GetTempPath(), "layer-2.npy");
NumpyFile.Write(path, h);
Console.WriteLine($"{tune.Text}\nh of layer 2, [{h.Steps}, {h.Width}], is in {path}");
