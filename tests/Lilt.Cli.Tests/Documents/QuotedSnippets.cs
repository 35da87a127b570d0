using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.WeightFiles;

namespace Lilt.Cli.Tests.Documents;

/// <summary>The C# of the documents, line by line as it stands there, where the compiler sees it.</summary>
internal static class QuotedSnippets
{
    /// <summary>README.md, Script it.</summary>
    public static void Cut()
    {
        Model model = ModelFile.Read("models/default.safetensors");
        OperationPlan plan = OperationPlan.Excise(layer: 1, 247);
        foreach (GeneratedTune tune in TuneGenerator.Generate(model.With(plan), new GenerationOptions { Seed = 42 }))
        {
            Console.WriteLine(string.Join(' ', tune.Tokens.Select(token => model.Vocabulary[token])));
        }
    }

    /// <summary>docs/scripting.md, Plans from memory.</summary>
    public static IReadOnlyList<OperationPlan> FromMemory(TuneRecording tune, float[] direction)
    {
        OperationPlan swap = new(Patch.State(source: tune, sourceStep: 30, layer: 2, step: 40)); // c and h of a layer
        OperationPlan still = new(
            new Excise
            {
                Layer = 1,
                Units = UnitSet.All,
                Fill = ExciseFill.Mean,
                From = tune[Site.H(1)],
            }
        );
        OperationPlan steer = new(
            new Adjust
            {
                How = Adjustment.Add,
                Site = Site.H(1),
                Units = UnitSet.All,
                From = new SiteValues(direction, 512),
            }
        );
        return [swap, still, steer];
    }
}
