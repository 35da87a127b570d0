using System.CommandLine;
using System.Globalization;
using Lilt.Studio;
using Lilt.WeightFiles;

namespace Lilt.Cli;

/// <summary><c>lilt serve</c>: the studio on loopback.</summary>
internal static class ServeVerb
{
    private const long MostMemoryBytes = 1L << 40;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Option<int> port = new("--port")
        {
            Description = "The port on loopback; 0 takes a free one.",
            DefaultValueFactory = _ => StudioOptions.DefaultPort,
            HelpName = "N",
        };
        Option<string?> model = new("--model")
        {
            Description = "A folder of models, or the file or the name of the one that the page opens with. Default: the shipped model.",
            HelpName = "DIR|FILE|NAME",
        };
        Option<string?> data = new("--data")
        {
            Description = "The folder that keeps the sessions. Default: lilt in your own data folder.",
            HelpName = "DIR",
        };
        Option<string?> studies = StudioShelf.Create();
        Option<int> memory = new("--memory")
        {
            Description =
                "How much memory the studio takes: what is over its own need is for recordings, spectra and models, which are else made or read again.",
            DefaultValueFactory = _ => (int)(StudioBounds.DefaultMemoryBytes >> 20),
            HelpName = "MIB",
        };
        Command command = new(
            "serve",
            "Opens the studio to a browser on this machine, until Ctrl-C ends it. Nobody else can reach it, and nothing leaves the machine.\n"
                + "Example: lilt serve --port 5454"
        )
        {
            port,
            model,
            data,
            studies,
            memory,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                int asked = parsed.GetValue(port);
                if (asked is < 0 or > ushort.MaxValue)
                {
                    throw new InputException($"--port is from 0 to {ushort.MaxValue}, and {asked} is not.");
                }

                long bytes = (long)parsed.GetValue(memory) << 20;
                if (bytes is < StudioBounds.LeastMemoryBytes or > MostMemoryBytes)
                {
                    throw new InputException(
                        $"--memory is from {StudioBounds.LeastMemoryBytes >> 20} to {MostMemoryBytes >> 20} MiB, and {bytes >> 20} is not."
                    );
                }

                InvocationConfiguration streams = parsed.InvocationConfiguration;
                StudioOptions options = Models(parsed.GetValue(model)) with
                {
                    Port = asked,
                    DataFolder = parsed.GetValue(data) ?? DataFolder(),
                    Studies = StudioShelf.Of(parsed.GetValue(studies)),
                    Complaints = streams.Error,
                    Pauses = Pauses(),
                    Bounds = new StudioBounds(bytes),
                };
                await using StudioServer studio = await StudioServer.StartAsync(options, cancellation);
                if (!studio.HasPage)
                {
                    streams.Error.WriteLine($"lilt: {StudioServer.PageIsMissing}");
                }

                streams.Output.WriteLine($"Lilt's studio is at {studio.Address}");
                streams.Output.Flush();
                await studio.RunAsync(cancellation);
                return CommandLine.Done;
            }
        );
        return command;
    }

    /// <summary>Where models lie, and which one a page opens with.</summary>
    private static StudioOptions Models(string? given)
    {
        ModelFolders folders = ModelOption.Folders();
        string? first = null;
        string? own = null;
        if (given is not null && Directory.Exists(given))
        {
            ModelFolders only = new([given]);
            first = only.Find(ModelOption.ShippedName) is null ? (only.Names() is [{ } one, ..] ? one : null) : ModelOption.ShippedName;
            if (first is null)
            {
                throw new InputException(
                    $"--model {given}: there is no model in that folder: put a folk-rnn pickle or a safetensors file into it."
                );
            }

            own = given;
            folders = new ModelFolders([given, .. folders.Folders]);
        }
        else if (given is not null)
        {
            ModelOption.Find(given);
            first = given;
        }

        return new StudioOptions
        {
            DataFolder = string.Empty,
            Models = folders,
            OwnModels = own,
            DefaultModel = first,
            PageFolder = Path.Combine(AppContext.BaseDirectory, "web", "studio"),
            Version = CommandText.Version,
        };
    }

    /// <summary>As they are, unless a test wants them all longer or none.</summary>
    private static StudioPauses Pauses() =>
        Environment.GetEnvironmentVariable("LILT_PAUSES") is { Length: > 0 } times
            ? new StudioPauses().Times(
                double.TryParse(times, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1000
                    ? value
                    : throw new InputException($"LILT_PAUSES is from 0 to 1000, and '{times}' is not.")
            )
            : new StudioPauses();

    private static string DataFolder()
    {
        string user = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return user.Length > 0
            ? Path.Combine(user, "lilt")
            : throw new InputException("there is no data folder of yours to keep the sessions in: give one with --data.");
    }
}
