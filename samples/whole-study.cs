#:project ../src/Lilt/Lilt.csproj
// What does the whole study find on a network that PyTorch trained, of another size and with a vocabulary of its own?
//
//     dotnet run -c Release samples/whole-study.cs [STATE.safetensors [VOCABULARY.json [SETS]]]
//
// Without a state it lets samples/torch-state.py train a small one, for which the Python that the environment variable PYTHON names, or python3, needs PyTorch; the script says
// so where it is missing, and the sample ends with exit code 77. Prints where the study lies, what it sums up and each of its verdicts.
// Takes TIME.
// test.sh runs it with no arguments
using System.Diagnostics;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Part7;
using Lilt.WeightFiles;

string folder = Directory.CreateTempSubdirectory("whole-study-").FullName;
string state = args.Length > 0 ? args[0] : Path.Combine(folder, "state.safetensors");
string python = Environment.GetEnvironmentVariable("PYTHON") ?? "python3";
using Process? maker = args.Length > 0 ? null : Process.Start(python, ["samples/torch-state.py", state]);
maker?.WaitForExit();
if (maker is { ExitCode: not 0 })
    return 77;
Model model = ModelFile.Read(state, args.Length > 1 ? args[1] : Path.ChangeExtension(state, ".json"));
Part7Options options = new() { Version = "sample", Commands = new("a script", "", "", "") };
Part7Study study = Part7Study.Run(model, options with { ControlSets = args.Length > 2 ? int.Parse(args[2]) : 5, ControlTunes = 3 });
StudyFolder.Write(study, Path.Combine(folder, "study"), page: null, force: false);
Console.WriteLine($"{model.Shape}: {folder}/study\n{string.Join('\n', study.Summary)}");
Console.WriteLine(string.Join('\n', study.Verdicts.Select(verdict => verdict.Sentence)));
return 0;
