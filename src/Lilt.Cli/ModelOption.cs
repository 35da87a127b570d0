using System.CommandLine;
using Lilt.Network;
using Lilt.WeightFiles;

namespace Lilt.Cli;

/// <summary>The model that a verb works on: <c>--model</c>, a file or the name of one that lies in a models folder.</summary>
internal static class ModelOption
{
    /// <summary>The name of the model that is taken where none is given.</summary>
    public const string ShippedName = "default";

    /// <summary>The option for a verb.</summary>
    public static Option<string?> Create() =>
        new("--model")
        {
            Description =
                "The network: a folk-rnn pickle, a safetensors file, or the name of one in a models folder. Default: the shipped model.",
            HelpName = "FILE|NAME",
        };

    /// <summary>Where models lie under a name.</summary>
    public static ModelFolders Folders() =>
        ModelFolders.Usual(
            AppContext.BaseDirectory,
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
        );

    /// <summary>The file that was meant.</summary>
    /// <param name="given">A path or a name; null for the shipped model.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static string Find(string? given)
    {
        ModelFolders folders = Folders();
        if (given is null)
        {
            return folders.Find(ShippedName)
                ?? throw new InputException(
                    "no model is shipped with this program: give one with --model FILE, a folk-rnn pickle or a safetensors file."
                );
        }

        if (given.Length > 0 && folders.Find(given) is { } path)
        {
            return path;
        }

        if (Directory.Exists(given))
        {
            throw new InputException($"{Path.GetFullPath(given)} is a folder: name a file in it.");
        }

        string names = string.Join(", ", folders.Names());
        throw new InputException(
            $"no model '{given}': there is no such file, and the models known by name are: {(names.Length == 0 ? "none" : names)}. "
                + $"Give a file, or put it in {folders.Folders[^1]}."
        );
    }

    /// <summary>Reads the model that was meant.</summary>
    /// <param name="given">A path or a name; null for the shipped model.</param>
    /// <param name="vocabularyPath">The tokens of a file that has none.</param>
    /// <exception cref="InputException">There is none.</exception>
    /// <exception cref="WeightFormatException">It cannot be read.</exception>
    public static Model Read(string? given, string? vocabularyPath = null) => ModelFile.Read(Find(given), vocabularyPath);
}
