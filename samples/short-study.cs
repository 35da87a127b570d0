#:project ../src/Lilt/Lilt.csproj
// What does the study find on another network or seed, in its short form without the control?
//
//     dotnet run -c Release samples/short-study.cs [MODEL [SEED]]
//
// The study's folder is written, and its numbers are read again, as any program can.
using System.Globalization;
using System.Text.Json;
using Lilt.Network;
using Lilt.Studies.Part7;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
Part7Options options = new()
{
    Seed = args.Length > 1 ? uint.Parse(args[1]) : 42,
    Limit = 300,
    HeaderTunes = 8,
    ControlSets = 0,
    Version = "sample",
    Commands = new StudyCommands(Study: "a script", Verify: "", Generate: "", Prime: ""),
};
string folder = Path.Combine(Path.GetTempPath(), $"short-study-{Environment.ProcessId}");
StudyFolder.Write(Part7Study.Run(model, options), folder, page: null, force: false);
try
{
    (string command, string hash) = StudyVerification.Origin(folder);
    Console.WriteLine($"made by {command} on the network {hash[..12]}…, {Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length} files");
    using JsonDocument numbers = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "study.json")));
    foreach (JsonElement sentence in numbers.RootElement.GetProperty("summary").EnumerateArray())
    {
        Console.WriteLine(sentence.GetString());
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
