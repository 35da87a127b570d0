using System.CommandLine;
using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Cli;

/// <summary>The operations that a verb runs a network under: <c>--plan</c>.</summary>
internal static class PlanOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Create() =>
        new("--plan")
        {
            Description = "A JSON file of operations that are done to the network meanwhile: docs/operations.md.",
            HelpName = "FILE",
        };

    /// <summary>The plan of a file, compiled for a model; null where no file is given.</summary>
    /// <exception cref="InputException">The file cannot be read, or does not fit the model; the message names the file.</exception>
    public static CompiledPlan? Read(string? path, Model model)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return OperationPlan
                .Parse(File.ReadAllText(path))
                .Compile(
                    model,
                    name => PlanFiles.Recording(Path.Combine(folder, name)),
                    name => PlanFiles.Directions(Path.Combine(folder, name))
                );
        }
        catch (PlanFormatException e)
        {
            throw new InputException($"{path}: {e.Message}");
        }
    }
}
