using System.CommandLine;
using System.Globalization;
using Lilt.Planting.Causes;
using Lilt.WeightFiles;

namespace Lilt.Cli;

/// <summary><c>lilt plant</c>: a network of known answer, with what is true of it in its metadata.</summary>
internal static class PlantVerb
{
    private const int UsualUnits = 64;
    private const int MostUnits = 1024;
    private const int UsualKeeper = 2;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<CausalKind?> kind = new("KIND")
        {
            Description = "What is planted: " + string.Join(", ", Enum.GetValues<CausalKind>().Select(value => JsonText.Name(value))) + ".",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "KIND",
        };
        Option<int?> layer = new("--layer")
        {
            Description = "The layer that keeps the count, of two the first, from 1. Default: 2, or where the kind has no such, its first.",
            HelpName = "N",
        };
        Option<int> units = new("--units")
        {
            Description = $"Units a layer, at least {CausalNetwork.FewestUnits}.",
            DefaultValueFactory = _ => UsualUnits,
            HelpName = "N",
        };
        Option<long> seed = new("--seed")
        {
            Description = "The seed of the build: another is another network of the same truth.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        Option<CountDirection> direction = ChoiceOption.Create<CountDirection>(
            "--direction",
            "What the keeper's state says: how much is to go, or how much has gone. Default: togo."
        );
        Option<string?> output = new("--out") { Description = "Where the network goes (safetensors).", HelpName = "FILE" };
        Option<bool> list = new("--list") { Description = "What can be planted, and in which layers." };
        Command command = new(
            "plant",
            "Writes a network of known answer: what it counts, which layer keeps the count and what sets it is built in.\n"
                + "Example: lilt plant durations --layer 2 --units 64 --seed 1 --out planted.safetensors"
        )
        {
            kind,
            layer,
            units,
            seed,
            direction,
            output,
            list,
        };
        command.SetAction(parsed =>
        {
            TextWriter text = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(list))
            {
                WriteList(text);
                return CommandLine.Done;
            }

            if (parsed.GetValue(kind) is not { } planted)
            {
                throw new InputException("no KIND is given: 'lilt plant --list' shows what can be planted.");
            }

            if (parsed.GetValue(output) is not { } path)
            {
                throw new InputException("no file is given: say where the network goes with --out FILE.");
            }

            CountDirection says = parsed.GetValue(direction);
            if (says != CountDirection.ToGo && !CausalKinds.HasDirections(planted))
            {
                string both = string.Join(
                    ", ",
                    Enum.GetValues<CausalKind>().Where(CausalKinds.HasDirections).Select(of => JsonText.Name(of))
                );
                throw new InputException($"--direction {JsonText.Name(says)}: of {both} alone is there one that counts so.");
            }

            CausalNetwork network = CausalNetwork.Make(
                planted,
                Keeper(planted, parsed.GetValue(layer)),
                (int)WholeNumber.InRange("--units", parsed.GetValue(units), CausalNetwork.FewestUnits, MostUnits),
                (uint)WholeNumber.InRange("--seed", parsed.GetValue(seed), 0, uint.MaxValue),
                says
            );
            ModelFile.Write(network.Model, path);
            parsed.InvocationConfiguration.Error.WriteLine($"{path}: {network.Model.Shape}, hash {network.Model.Hash}");
            WriteTruth(text, network.Truth);
            return CommandLine.Done;
        });
        return command;
    }

    private static int Keeper(CausalKind kind, int? given)
    {
        IReadOnlyList<int> keepers = CausalKinds.Keepers(kind);
        if (given is null)
        {
            return keepers.Contains(UsualKeeper) ? UsualKeeper : keepers[0];
        }

        string name = JsonText.Name(kind);
        return keepers.Contains(given.Value) ? given.Value
            : keepers is [0] ? throw new InputException($"--layer {given}: {name} keeps no count in any layer: leave it away.")
            : throw new InputException($"--layer {given}: {name} keeps its count in one of the layers {string.Join(", ", keepers)}.");
    }

    private static void WriteList(TextWriter text)
    {
        int width = Enum.GetNames<CausalKind>().Max(name => name.Length);
        foreach (CausalKind kind in Enum.GetValues<CausalKind>())
        {
            IReadOnlyList<int> keepers = CausalKinds.Keepers(kind);
            string layers = keepers is [0] ? "no layer" : $"layer {string.Join(", ", keepers)}";
            string directions = CausalKinds.HasDirections(kind) ? ", either direction" : string.Empty;
            text.WriteLine($"{JsonText.Name(kind).PadRight(width)}  {PlantedKindText.Of(kind)} ({layers}{directions})");
        }
    }

    private static void WriteTruth(TextWriter text, CausalTruth truth)
    {
        text.WriteLine(
            $"counts {JsonText.Name(truth.Counted)}"
                + (truth.Direction is { } direction ? $", {(direction == CountDirection.ToGo ? "what is to go" : "what has gone")}" : "")
        );
        foreach (LayerTruth layer in truth.Layers)
        {
            text.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"layer {layer.Layer} keeps {PlantedKindText.Of(layer.Part)}. Keeps the count: {Words(layer.Keeps)}; "
                        + $"sets it: {Words(layer.Sets)}; hands it on: {Words(layer.HandsOn)}."
                )
            );
        }
    }

    private static string Words(PossibleVerdicts verdicts) => JsonText.Name(verdicts).Replace(", ", " or ", StringComparison.Ordinal);
}
