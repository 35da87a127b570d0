#:project ../src/Lilt.Training/Lilt.Training.csproj
// How surprised is a model by tunes that it was not trained on?
//
//     dotnet run -c Release samples/nats-a-token.cs [MODEL [CORPUS]]
//
// Prints the mean of −log p, in nats, over the tokens of the last 5 % of a corpus, by position; the end token counts, the start token does not. Without a corpus the network reads
// 20 tunes of its own: what it makes of those is the entropy of what it writes.
// Takes 3 s of one processor's time, once it is built.
// test.sh runs it with: models/default.safetensors
using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Training;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
TrainingCorpus? corpus = args.Length > 1 ? TrainingCorpus.Read(args[1]) : null;
IEnumerable<string> texts = corpus is null
    ? TuneRecordings.Record(model, new GenerationOptions { Tunes = 20 }, kinds: []).Select(tune => tune.Text)
    : corpus.Divide(0.05).Validation.Select(tune => string.Join(' ', tune.Tokens.Select(token => corpus.Vocabulary[token])));
double[] bits = [.. model.ReadAll(texts, kinds: [SiteKind.Posterior]).SelectMany(tune => tune.Surprise())];
Console.WriteLine($"{model.Provenance.Name}: {bits.Average() * Math.Log(2):F4} nats a token over {bits.Length} tokens");
