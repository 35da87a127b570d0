#:project ../src/Lilt.Training/Lilt.Training.csproj
// How far does a much smaller network come in two epochs, stopped after the first and gone on with?
//
//     dotnet run -c Release samples/smaller-recipe.cs [CORPUS]
//
// Changes the recipe of the shipped network, trains for one epoch, takes the run up from its folder for a second, and prints the losses. Without a corpus the shipped network
// writes 60 tunes for one.
// Takes TIME.
// test.sh runs it with no arguments
using Lilt.Generation;
using Lilt.Network;
using Lilt.Training;
using Lilt.WeightFiles;

const string Default = "configs/default.json";
TrainingConfig recipe = TrainingConfig.Parse(File.ReadAllText(Default), Default) with { Layers = 1, Units = 32, Epochs = 1, BatchSize = 8, TunesAShard = 4 };
string folder = Directory.CreateTempSubdirectory("smaller-recipe-").FullName;
string corpus = args.Length > 0 ? args[0] : Path.Combine(folder, "corpus.txt");
if (args.Length == 0)
{
    Model model = ModelFile.Read("models/default.safetensors");
    File.WriteAllLines(corpus, TuneRecordings.Record(model, new GenerationOptions { Tunes = 60, Limit = 120 }, kinds: []).Select(tune => tune.Text));
}

TrainingCorpus tunes = TrainingCorpus.Read(corpus);
RunSettings settings = new() { Folder = Path.Combine(folder, "run") };
using (TrainingRun first = TrainingRun.Start(recipe, seed: 1, tunes, settings)) { first.Train(); }
using TrainingRun second = TrainingRun.Resume(tunes, settings, epochs: 2);
second.Train();
Console.WriteLine(string.Join('\n', second.Epochs.Select(epoch => $"epoch {epoch.Epoch}: {epoch.TrainingLoss:F3} nats a token in training, {epoch.Score:F3} in validation")));
