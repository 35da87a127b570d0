using System.CommandLine;
using System.Globalization;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;

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
                .Compile(model, name => Recording(Path.Combine(folder, name)), name => Directions(Path.Combine(folder, name)));
        }
        catch (PlanFormatException e)
        {
            throw new InputException($"{path}: {e.Message}");
        }
    }

    /// <summary>Directions of a NumPy file: a row each, or one alone.</summary>
    private static SiteValues Directions(string path)
    {
        float[] rows = NumpyFile.Read(path, out int[] shape);
        return shape is [> 0, > 0] or [> 0]
            ? new SiteValues(rows, shape[^1])
            : throw new PlanFormatException(
                $"{path}: directions are an array [K, W], a direction a row; this one has the shape ({string.Join(", ", shape)})."
            );
    }

    /// <summary>A recording's first tune, or that of a number: <c>many.npz#12</c>.</summary>
    private static TuneRecording Recording(string name)
    {
        int hash = name.LastIndexOf('#');
        bool isNumbered = int.TryParse(name.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && hash > 0;
        using RecordingReader reader = new(isNumbered ? name[..hash] : name);
        return index < reader.Count
            ? reader.Read(isNumbered ? index : 0)
            : throw new PlanFormatException($"{name}: the recording has tunes 0 to {reader.Count - 1}.");
    }
}
