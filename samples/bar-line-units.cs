#:project ../src/Lilt/Lilt.csproj
// Which units of a layer lie highest where a bar line is read?
//
//     dotnet run -c Release samples/bar-line-units.cs [MODEL [LAYER]]
//
// A few tunes are recorded into an .npz file, which is read again: NumPy opens the same file.
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int layer = args.Length > 1 ? int.Parse(args[1]) : 1;
string path = Path.Combine(Path.GetTempPath(), $"bar-line-units-{Environment.ProcessId}.npz");
GenerationOptions options = new() { Seed = 42, Tunes = 4, Limit = 200 };
using (RecordingWriter writer = new(path, many: true))
{
    foreach (TuneRecording tune in TuneRecordings.Record(model, options, plan: null, [SiteKind.Hidden], version: "sample"))
    {
        writer.Write(tune);
    }

    writer.Complete();
}

HashSet<Token> bars = [.. TokenKinds.Select(model.Vocabulary, TokenKind.Measure)];
double[] at = new double[model.Shape.Units];
double[] elsewhere = new double[model.Shape.Units];
int read = 0;
int steps = 0;
using (RecordingReader reader = new(path))
{
    for (int index = 0; index < reader.Count; index++)
    {
        TuneRecording tune = reader.Read(index);
        int width = tune.Facts.Layers * tune.Facts.Units;
        for (int step = 0; step < tune.Steps; step++)
        {
            bool isBar = bars.Contains(tune.Input[step]);
            ReadOnlySpan<float> h = tune.Values(SiteKind.Hidden).Slice((step * width) + ((layer - 1) * tune.Facts.Units), tune.Facts.Units);
            for (int unit = 0; unit < h.Length; unit++)
            {
                (isBar ? at : elsewhere)[unit] += h[unit];
            }

            read += isBar ? 1 : 0;
            steps++;
        }
    }
}

File.Delete(path);
Console.WriteLine($"{read} bar lines among {steps} steps; units of layer {layer} by how much higher h lies there:");
foreach ((double rise, int unit) in at.Select((sum, unit) => ((sum / read) - (elsewhere[unit] / (steps - read)), unit)).OrderDescending().Take(5))
{
    Console.WriteLine($"L{layer}.h[{unit}]  {rise:+0.000;-0.000}");
}
