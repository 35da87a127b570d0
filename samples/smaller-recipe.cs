#:project ../src/Lilt.Training/Lilt.Training.csproj
// How far does a much smaller network come in two epochs, stopped after the first and gone on with?
//
//     dotnet run -c Release samples/smaller-recipe.cs [RECIPE [CORPUS]]
//
// The recipe is changed, written, and read again; without a corpus the shipped network writes one.
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Training;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = Directory.CreateTempSubdirectory("smaller-recipe-").FullName;
try
{
    string given = args.Length > 0 ? args[0] : "configs/default.json";
    TrainingConfig recipe = TrainingConfig.Parse(File.ReadAllText(given), given) with { Layers = 1, Units = 32, Epochs = 2, BatchSize = 8, TunesAShard = 4 };
    string path = Path.Combine(folder, "recipe.json");
    File.WriteAllText(path, recipe.ToJson());
    recipe = TrainingConfig.Parse(File.ReadAllText(path), path);

    string corpus = args.Length > 1 ? args[1] : Path.Combine(folder, "corpus.txt");
    if (args.Length < 2)
    {
        Model model = ModelFile.Read("models/default.safetensors");
        File.WriteAllLines(corpus, TuneGenerator.Generate(model, new GenerationOptions { Tunes = 60, Limit = 120 })
            .Select(tune => string.Join(' ', tune.Tokens.Select(token => model.Vocabulary[token]))));
    }

    TrainingCorpus tunes = TrainingCorpus.Read(corpus);
    using CancellationTokenSource stop = new();
    RunSettings settings = new() { Folder = Path.Combine(folder, "run"), Watch = status => { if (status.Last is not null) { stop.Cancel(); } } };
    using (TrainingRun first = TrainingRun.Start(recipe, seed: 1, tunes, settings))
    {
        try
        {
            first.Train(stop.Token);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine($"stopped after {first.Epochs.Count} epoch and {first.Updates} updates");
        }
    }

    using TrainingRun second = TrainingRun.Resume(tunes, settings with { Watch = null });
    second.Train();
    foreach (EpochRecord epoch in second.Epochs)
    {
        Console.WriteLine($"epoch {epoch.Epoch}: {epoch.TrainingLoss:F3} nats a token in training, {epoch.Score:F3} in validation");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
