#:project ../src/Lilt/Lilt.csproj
// Which single units tell a network when the bar is due?
//
//     dotnet run -c Release samples/unit-sweep.cs [MODEL [LAYER [TUNES]]]
//
// Cuts each unit of a layer alone, all in one batch, while the network reads 4 of its own tunes; prints by how many nats the timing contrast changes, the mean over bars
// of log P(bar) there less the same one note earlier, for the 10 units without which it falls most.
// Takes TIME.
// test.sh runs it with: models/default.safetensors 2 1
using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Sweeps;
using Lilt.WeightFiles;

Model model = ModelFile.Read(args.Length > 0 ? args[0] : "models/default.safetensors");
int layer = args.Length > 1 ? int.Parse(args[1]) : 2;
GenerationOptions options = new() { Tunes = args.Length > 2 ? int.Parse(args[2]) : 4 };
IReadOnlyList<Token>[] tunes = [.. TuneGenerator.Generate(model, options).Select(tune => tune.Tokens)];
MeasureTiming[] timings = [.. tunes.Select(tune => new MeasureTiming(model.Vocabulary, tune))];
IEnumerable<int> units = Enumerable.Range(0, model.Shape.Units);
OperationPlan[] plans = [OperationPlan.Empty, .. units.Select(unit => OperationPlan.Excise(layer, unit))];
StepValue value = step => timings[step.Tune].Contrast(step.Step, step.LogProbability(TokenKind.Measure));
double[,] sums = PlanSweep.Read(model, tunes, plans, value);
double Contrast(int plan) => tunes.Select((_, tune) => sums[plan, tune]).Sum() / timings.Sum(timing => timing.BoundaryCount);
Console.WriteLine($"timing contrast of the whole network: {Contrast(0):F2} nats");
foreach (int unit in units.OrderBy(unit => Contrast(unit + 1)).Take(10))
{
    Console.WriteLine($"without L{layer}.h[{unit}]: {Contrast(unit + 1) - Contrast(0):+0.000;-0.000}");
}
