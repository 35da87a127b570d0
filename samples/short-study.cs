#:project ../src/Lilt/Lilt.csproj
// What does the study find on another network or seed, in its short form without the control?
//
//     dotnet run -c Release samples/short-study.cs [MODEL [SEED]]
//
// The study's folder is written, and read again, as a value.
using System.Globalization;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
Part7Options options = new()
{
    Seed = args.Length > 1 ? uint.Parse(args[1]) : 42,
    Limit = 300,
    HeaderTunes = 8,
    ControlSets = 0,
};
string folder = Path.Combine(Path.GetTempPath(), $"short-study-{Environment.ProcessId}");
StudyFolder.Write(Part7Study.Run(model, options), folder, page: null, force: false);
try
{
    Study study = StudyFolder.Read(folder);
    Console.WriteLine($"made by {study.Provenance.Command} on the network {study.Provenance.ModelHash[..12]}…, {study.Files.Count} files");
    foreach (string sentence in study.Summary)
    {
        Console.WriteLine(sentence);
    }

    foreach (Excision cut in study.Figure<ExcisionFigure>().Cuts)
    {
        Console.WriteLine($"{cut.Tune.Name}: {cut.Units.Length} of {cut.UnitsInLayer} units, {cut.Tune.Counted} of {cut.Tune.Total} measures counted");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
