#:project ../src/Lilt.Training/Lilt.Training.csproj
// How far does a much smaller network come in two epochs, stopped after the first and gone on with?
//
//     dotnet run -c Release samples/smaller-recipe.cs
//
// Changes the recipe of the shipped network, which writes 60 tunes as a corpus, trains for one epoch, takes the run up from its folder for a second, and prints the losses in
// nats a token, of training and of tunes held out.
// Takes TIME.
// test.sh runs it with no arguments
using Lilt.Generation;
using Lilt.Network;
using Lilt.Training;
using Lilt.WeightFiles;

const string Default = "configs/default.json";
TrainingConfig recipe = TrainingConfig.Parse(File.ReadAllText(Default), Default) with { Layers = 1, Units = 32 };
recipe = recipe with { Epochs = 1, BatchSize = 8 };
string folder = Directory.CreateTempSubdirectory("smaller-recipe-").FullName;
string corpus = Path.Combine(folder, "corpus.txt");
Model model = ModelFile.Read("models/default.safetensors");
File.WriteAllLines(corpus, TuneRecordings.Record(model, new GenerationOptions { Tunes = 60 }, kinds: []).Select(tune => tune.Text));
TrainingCorpus tunes = TrainingCorpus.Read(corpus);
RunSettings settings = new() { Folder = Path.Combine(folder, "run") };
TrainingRun first = TrainingRun.Start(recipe, seed: 1, tunes, settings);
first.Train();
first.Dispose();
using TrainingRun second = TrainingRun.Resume(tunes, settings, epochs: 2);
second.Train();
Console.WriteLine(string.Join('\n', second.Epochs.Select(epoch => $"epoch {epoch.Epoch}: {epoch.TrainingLoss:F3}, {epoch.Score:F3}")));
