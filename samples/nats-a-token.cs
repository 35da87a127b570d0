#:project ../src/Lilt.Training/Lilt.Training.csproj
// How surprised is a model by tunes that it was not trained on?
//
//     dotnet run -c Release samples/nats-a-token.cs -- MODEL CORPUS
//
// The last 5 % of the corpus, by position, are read token by token; the end token counts, the start token does not.
using System.Globalization;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Training;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Model model = ModelFile.Read(args[0]);
TrainingCorpus corpus = TrainingCorpus.Read(args[1]);
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
