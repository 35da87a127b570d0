using Lilt.Network;
using Lilt.WeightFiles;

namespace Lilt.Sweeping.Plans;

/// <summary>A network of a sweep: a file, or one that is planted. Which one it is, its hash says.</summary>
public sealed record SweptModel
{
    /// <summary>What tables call it: the file's name without its ending, or what is planted.</summary>
    public required string Name { get; init; }

    /// <summary>The file, in full; null where the network is planted.</summary>
    public string? File { get; init; }

    /// <summary>What is planted; null where the network is a file.</summary>
    public PlantedModel? Planted { get; init; }

    /// <summary>The network's hash.</summary>
    public required string Hash { get; init; }

    /// <summary>S, its layers.</summary>
    public required int Layers { get; init; }

    /// <summary>H, units a layer.</summary>
    public required int Units { get; init; }

    /// <summary>A network as it is now.</summary>
    /// <param name="file">In full.</param>
    /// <exception cref="SweepFormatException">There is no such file.</exception>
    /// <exception cref="WeightFormatException">It is no network.</exception>
    public static SweptModel OfFile(string file)
    {
        Model model = Open(file);
        return new SweptModel
        {
            Name = Path.GetFileNameWithoutExtension(file),
            File = file,
            Hash = model.Hash,
            Layers = model.Shape.Layers,
            Units = model.Shape.Units,
        };
    }

    /// <summary>A network that is planted.</summary>
    public static SweptModel Of(PlantedModel planted)
    {
        ArgumentNullException.ThrowIfNull(planted);
        Model model = planted.Make().Model;
        return new SweptModel
        {
            Name = planted.Name,
            Planted = planted,
            Hash = model.Hash,
            Layers = model.Shape.Layers,
            Units = model.Shape.Units,
        };
    }

    /// <summary>The network.</summary>
    /// <exception cref="SweepFormatException">It is another than when the sweep began, or gone.</exception>
    public Model Read()
    {
        Model model = Planted is { } planted ? planted.Make().Model : Open(File!);
        return model.Hash == Hash
            ? model
            : throw new SweepFormatException(
                $"{File ?? Name}: the network is another than when the sweep began (hash {model.Hash[..12]}…, then {Hash[..12]}…): put that one back, or begin a sweep in another folder."
            );
    }

    private static Model Open(string file) =>
        System.IO.File.Exists(file)
            ? ModelFile.Read(file)
            : throw new SweepFormatException($"{file}: the network is not there: put it back, or name another in the sweep's plan.");
}
