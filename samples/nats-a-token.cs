#:project ../src/Lilt.Training/Lilt.Training.csproj
// How surprised is a model by tunes that it was not trained on?
//
//     dotnet run -c Release samples/nats-a-token.cs [MODEL CORPUS]
//
// The last 5 % of the corpus, by position, are read token by token; the end token counts, the start token does not. Without a corpus the shipped network reads
// tunes of its own: what it makes of those is the entropy of what it writes.
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Training;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
string path = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), $"nats-a-token-{Environment.ProcessId}.txt");
if (args.Length < 2)
{
    File.WriteAllLines(path, TuneGenerator.Generate(model, new GenerationOptions { Tunes = 100 }).Where(tune => !tune.IsCut)
        .Select(tune => string.Join(' ', tune.Tokens.Select(token => model.Vocabulary[token]))));
}

TrainingCorpus corpus = TrainingCorpus.Read(path);
if (args.Length < 2)
{
    File.Delete(path);
}

IReadOnlyList<CorpusTune> held = corpus.Divide(0.05).Validation;

double nats = 0;
long tokens = 0;
NoProbe none = default;
using StepBatch batch = new(model, 1, Environment.ProcessorCount);
foreach (CorpusTune tune in held)
{
    batch.Reset(0, ref none);
    Token read = model.Vocabulary.Start;
    foreach (Token written in tune.Tokens.Skip(1))
    {
        if (!model.Vocabulary.TryFind(corpus.Vocabulary[written], out Token token))
        {
            throw new InvalidOperationException($"'{corpus.Vocabulary[written]}' is no token of the model.");
        }

        batch.SetInput(0, read);
        batch.Step([0], 1f, ref none);
        nats -= Math.Log(batch.Posterior(0)[token.Index]);
        tokens++;
        read = token;
    }
}

Console.WriteLine($"{model.Provenance.Name}: {nats / tokens:F4} nats a token over {tokens} tokens of {held.Count} tunes");
