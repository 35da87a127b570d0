using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.WeightFiles;

namespace Lilt.Studio.Models;

/// <summary>
/// The models that a studio knows: names of files in the models folders, read at their first use. A request names a model, never a file.
/// </summary>
internal sealed class StudioModels : IDisposable
{
    /// <summary>The name under which the command line finds the model that it takes unless told otherwise.</summary>
    public const string ShippedName = "default";

    // Weights once as they were read and once as the kernels take them.
    private const int BytesAParameter = 8;

    private readonly StudioOptions options;
    private readonly object gate = new();
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelSummary> known = [];
    private readonly BoundedCache<string, Model> read;
    private readonly CancellationTokenSource stop = new();
    private readonly ModelFolders folders;
    private string? first;

    public StudioModels(StudioOptions options)
    {
        this.options = options;
        AddedFolder = Path.GetFullPath(Path.Combine(options.DataFolder, "models"));
        folders = options.Models.Folders.Any(IsAddedFolder) ? options.Models : new ModelFolders([.. options.Models.Folders, AddedFolder]);
        read = new(options.Bounds.ModelBytes, model => BytesAParameter * model.Shape.Parameters, least: 1);
        Look();
        if (options.DefaultModel is { } given && !files.ContainsKey(given) && File.Exists(given))
        {
            first = Path.GetFileNameWithoutExtension(given);
            files[first] = Path.GetFullPath(given);
        }
        else
        {
            first = options.DefaultModel ?? (files.ContainsKey(ShippedName) ? ShippedName : files.Keys.FirstOrDefault());
        }
    }

    /// <summary>The model that a page opens with; null where there is none.</summary>
    public string? Default => first is not null && files.ContainsKey(first) ? first : null;

    /// <summary>The folder of the models that were put in by a page.</summary>
    public string AddedFolder { get; }

    /// <summary>The models' files by their names.</summary>
    public IReadOnlyDictionary<string, string> Files
    {
        get
        {
            lock (gate)
            {
                Look();
                return new Dictionary<string, string>(files);
            }
        }
    }

    /// <summary>
    /// Begins to read the default model, so that the first tune need not wait for it. Where its file cannot be read, that is told where the
    /// studio runs, and the next that can is the default.
    /// </summary>
    /// <returns>A task that ends when a model is read, or none could be.</returns>
    public Task ReadAhead() => Task.Run(ReadAheadAsync);

    private async Task ReadAheadAsync()
    {
        foreach (string id in List().Select(model => model.Id))
        {
            try
            {
                await ReadAsync(id, stop.Token);
                if (id != first)
                {
                    options.Complaints.WriteLine($"lilt serve: the page opens with the model '{id}' instead.");
                }

                first = id;
                return;
            }
            catch (StudioException e)
            {
                options.Complaints.WriteLine($"lilt serve: {e.Message}");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>All models, the default first, then by name; files that were added meanwhile included.</summary>
    public IReadOnlyList<ModelSummary> List()
    {
        lock (gate)
        {
            Look();
            return [.. files.Keys.OrderBy(id => id != first).Select(Summary)];
        }
    }

    /// <summary>What is known of a model.</summary>
    public ModelSummary Of(string id)
    {
        lock (gate)
        {
            return Summary(id);
        }
    }

    /// <summary>A model's file; null where there is none of the name.</summary>
    public string? PathOf(string id)
    {
        lock (gate)
        {
            return files.GetValueOrDefault(id);
        }
    }

    /// <summary>Whether a model was put in by a page.</summary>
    public bool IsAdded(string id) => PathOf(id) is { } path && IsAddedFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>The model with a hash among those that were read; null where there is none.</summary>
    public string? WithHash(string hash)
    {
        lock (gate)
        {
            return known.Values.FirstOrDefault(summary => summary.Hash == hash && files.ContainsKey(summary.Id))?.Id;
        }
    }

    /// <summary>Takes a model that was just read.</summary>
    public ModelSummary Take(string id, string path, Model model)
    {
        lock (gate)
        {
            files[id] = path;
            Note(Ready(id, model));
            read.Put(id, model);

            // Where there was none to open with, this is one.
            first = Default ?? id;
            return Summary(id);
        }
    }

    /// <summary>Knows nothing of a model any more.</summary>
    public void Forget(string id)
    {
        lock (gate)
        {
            files.Remove(id);
            known.Remove(id);
            read.Remove(other => other == id);
        }
    }

    /// <summary>Reads a model's file, and has it ready to write.</summary>
    public Model ReadFile(string path)
    {
        Model model = ModelFile.Read(path);

        // One token is written so that the weights are packed and the code is ready when somebody waits for a tune.
        _ = TuneGenerator.Generate(model, new GenerationOptions { Limit = 1 }, stop.Token).Count();
        return model;
    }

    /// <summary>A model and what its vocabulary holds.</summary>
    public async Task<ModelView> ViewAsync(string id, CancellationToken cancellation)
    {
        Model model = await ReadAsync(id, cancellation);
        string[] Texts(TokenKind kind) => [.. TokenKinds.Select(model.Vocabulary, kind).Select(token => model.Vocabulary[token])];
        return new ModelView(
            id,
            NameOf(id, model),
            model.Hash,
            model.Shape.Layers,
            model.Shape.Units,
            model.Shape.Tokens,
            id == first,
            model.Vocabulary.Texts,
            Texts(TokenKind.Meter),
            Texts(TokenKind.Key),
            Texts(TokenKind.Measure),
            Texts(TokenKind.Pitch),
            model.Shape.Parameters,
            model.Provenance.Facts,
            VocabularyRemark.Of(model.Vocabulary)
        );
    }

    /// <summary>A model, read if it was not.</summary>
    /// <exception cref="StudioException">There is none, or its file cannot be read.</exception>
    public async Task<Model> ReadAsync(string? id, CancellationToken cancellation)
    {
        string? path;
        lock (gate)
        {
            if (id is null || !files.TryGetValue(id, out path))
            {
                Look();
                path = id is null ? null : files.GetValueOrDefault(id);
            }
        }

        if (path is null)
        {
            throw new StudioException(
                StatusCodes.Status404NotFound,
                $"There is no model '{id}': put its file into {options.Models.Folders[^1]}, or take another."
            );
        }

        return await read.GetAsync(id!, stopped => Task.Run(() => Load(id!, path), stopped), cancellation);
    }

    /// <summary>The very model that made a tune.</summary>
    /// <exception cref="StudioException">It is not here any more.</exception>
    public async Task<Model> OfAsync(KeptTune tune, CancellationToken cancellation)
    {
        Model? model = null;
        string? other;
        lock (gate)
        {
            other = known.Values.FirstOrDefault(summary => summary.Hash == tune.Data.ModelHash)?.Id;
        }

        foreach (string id in new[] { tune.Data.Model, other }.OfType<string>())
        {
            try
            {
                model = await ReadAsync(id, cancellation);
            }
            catch (StudioException)
            {
                continue;
            }

            if (model.Hash == tune.Data.ModelHash)
            {
                return model;
            }
        }

        throw new StudioException(
            StatusCodes.Status409Conflict,
            model is null
                ? $"The model '{tune.Data.Model}' that made this tune is not here any more: put its file back to look inside."
                : $"The model '{tune.Data.Model}' is another one now than the one that made this tune (hash {tune.Data.ModelHash[..Math.Min(12, tune.Data.ModelHash.Length)]}…): put the old file back to look inside."
        );
    }

    /// <summary>How the command line is told of a model: its name or file; null where it takes the model unless told otherwise.</summary>
    public string? Argument(string id)
    {
        lock (gate)
        {
            string? path = files.GetValueOrDefault(id);
            if (
                path is not null
                && options.OwnModels is { } own
                && Path.GetDirectoryName(Path.GetFullPath(path)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(own))
            )
            {
                return Path.Combine(own, Path.GetFileName(path));
            }

            if (path is not null && IsAdded(id) && !options.Models.Folders.Any(IsAddedFolder))
            {
                return path;
            }

            return id == ShippedName ? null
                : id == first && options.DefaultModel is { } given && path == Path.GetFullPath(given) ? given
                : id;
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private static string NameOf(string id, Model model) => id == ShippedName ? model.Provenance.Name : id;

    private void Look()
    {
        foreach (string name in folders.Names())
        {
            if (!files.ContainsKey(name) && folders.Find(name) is { } path)
            {
                files[name] = path;
            }
        }

        foreach (string id in files.Where(of => !File.Exists(of.Value)).Select(of => of.Key).ToList())
        {
            files.Remove(id);
        }
    }

    private ModelSummary Summary(string id) =>
        (known.GetValueOrDefault(id) ?? new ModelSummary(id, id, ModelState.Unread, null, null, null, null, false, null)) with
        {
            IsDefault = id == first,
            IsAdded = IsAdded(id),
        };

    private static ModelSummary Ready(string id, Model model) =>
        new(
            id,
            NameOf(id, model),
            ModelState.Ready,
            model.Hash,
            model.Shape.Layers,
            model.Shape.Units,
            model.Shape.Tokens,
            false,
            null,
            Remark: VocabularyRemark.Of(model.Vocabulary)
        );

    private bool IsAddedFolder(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) == AddedFolder;

    private Model Load(string id, string path)
    {
        Note(new ModelSummary(id, id, ModelState.Reading, null, null, null, null, false, null));
        try
        {
            Model model = ReadFile(path);
            Note(Ready(id, model));
            return model;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            Note(new ModelSummary(id, id, ModelState.Failed, null, null, null, null, false, e.Message));
            throw StudioException.Unreadable($"The model '{id}' cannot be read. {e.Message}");
        }
    }

    private void Note(ModelSummary summary)
    {
        lock (gate)
        {
            known[summary.Id] = summary;
        }
    }
}
