using System.Globalization;
using System.Security.Cryptography;
using Lilt.Network;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Microsoft.AspNetCore.Http.Features;

namespace Lilt.Studio.Models;

/// <summary>
/// Models that a page puts in: a file is taken beside the others, read, and kept under a name of the studio's own only if it can be read.
/// What is taken away lies in a folder of its own for as long as what is deleted can be had back.
/// </summary>
internal sealed class AddedModels(StudioOptions options, StudioModels models) : IDisposable
{
    private const string ComingFolder = "coming";
    private const string RemovedFolder = "removed";
    private const int BufferBytes = 1 << 16;

    // A file that is still coming after so long was left behind by a studio that was killed.
    private static readonly TimeSpan LongestComing = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim one = new(1);
    private readonly StudioBounds bounds = options.Bounds;

    private string Coming => Path.Combine(models.AddedFolder, ComingFolder);

    private string Removed => Path.Combine(models.AddedFolder, RemovedFolder);

    /// <summary>What a file is refused with that is larger than is read.</summary>
    public static string TooLarge(StudioBounds bounds) =>
        $"The file is larger than the {RequestSize.Size(bounds.ModelFileBytes)} that the page takes: "
        + "put it into a folder of models yourself, and start the studio with lilt serve --model FOLDER.";

    /// <summary>Deletes for good what was taken away long enough ago, and what a studio that was killed left behind.</summary>
    public void Purge() =>
        Delete(
            Older(new DirectoryInfo(Coming).GetDirectories, LongestComing)
                .Concat(Older(new DirectoryInfo(Removed).GetFiles, options.KeepDeleted))
        );

    /// <summary>Deletes for good all that was taken away.</summary>
    public void Empty() => Delete(Older(new DirectoryInfo(Removed).GetFiles, TimeSpan.MinValue));

    /// <summary>What was taken away and can be had back, that which was taken last first.</summary>
    public IReadOnlyList<DeletedModel> Taken() =>
        [
            .. FilesIn(Removed)
                .Select(path => new DeletedModel(ModelName.Stem(Path.GetFileName(path)), File.GetLastWriteTimeUtc(path)))
                .OrderByDescending(model => model.Deleted)
                .ThenBy(model => model.Id, StringComparer.Ordinal),
        ];

    private void Delete(IEnumerable<FileSystemInfo> files)
    {
        foreach (FileSystemInfo old in files)
        {
            try
            {
                (old as DirectoryInfo)?.Delete(recursive: true);
                (old as FileInfo)?.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                options.Complaints.WriteLine($"lilt serve: {old.FullName} cannot be deleted ({e.Message}): delete it yourself.");
            }
        }
    }

    /// <summary>Takes a model's file.</summary>
    /// <param name="name">What its owner's file is called.</param>
    /// <param name="request">Its body is the file.</param>
    /// <param name="cancellation">Ends the taking; nothing of it is left.</param>
    /// <exception cref="StudioException">It is too large, cannot be read, or there is no room.</exception>
    public async Task<AddedModel> TakeAsync(string? name, HttpRequest request, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bounds.ModelFileBytes;
        }

        string asked = ModelName.Of(name);
        string folder = Path.Combine(Coming, Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, ModelName.FileOf(name));
            byte[] hash = await SaveAsync(request.Body, path, cancellation);
            await one.WaitAsync(cancellation);
            try
            {
                return await Task.Run(() => Place(path, hash, asked), cancellation);
            }
            finally
            {
                one.Release();
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new StudioException(e.StatusCode, TooLarge(bounds));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !cancellation.IsCancellationRequested)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                $"The model cannot be kept in {models.AddedFolder} ({e.Message}): make room there, or take another folder with --data."
            );
        }
        finally
        {
            Clear(folder);
        }
    }

    /// <summary>Takes a model away; it can be had back.</summary>
    /// <exception cref="StudioException">There is none, or it was not put in by a page.</exception>
    public void Remove(string id)
    {
        string path = models.PathOf(id) ?? throw StudioException.NotFound("model");
        if (!models.IsAdded(id))
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                $"The model '{id}' was not put in by the page: its file is {path}, which the studio leaves where it is."
            );
        }

        Directory.CreateDirectory(Removed);
        string removed = Path.Combine(Removed, Path.GetFileName(path));
        File.Move(path, removed, overwrite: true);
        File.SetLastWriteTimeUtc(removed, DateTime.UtcNow);
        models.Forget(id);
    }

    /// <summary>Has a model back that was taken away.</summary>
    /// <exception cref="StudioException">It is not there any more, or its name is another's now.</exception>
    public ModelSummary Restore(string id)
    {
        string removed =
            FilesIn(Removed).FirstOrDefault(path => ModelName.Stem(Path.GetFileName(path)) == id)
            ?? throw new StudioException(
                StatusCodes.Status404NotFound,
                "There is no such model to have back: it was taken away too long ago. Put its file in again."
            );
        if (models.PathOf(id) is not null)
        {
            throw new StudioException(StatusCodes.Status409Conflict, $"There is another model '{id}' by now: take that away first.");
        }

        File.Move(removed, Path.Combine(models.AddedFolder, Path.GetFileName(removed)));
        return models.List().Single(model => model.Id == id);
    }

    public void Dispose() => one.Dispose();

    private AddedModel Place(string path, byte[] hash, string asked)
    {
        if (models.Files.FirstOrDefault(file => IsSame(file.Value, path, hash)).Key is { } there)
        {
            return new AddedModel(models.Of(there), IsKnown: true);
        }

        if (FilesIn(Removed).FirstOrDefault(file => IsSame(file, path, hash)) is { } removed)
        {
            return new AddedModel(Restore(ModelName.Stem(Path.GetFileName(removed))), IsKnown: false);
        }

        Model model;
        try
        {
            model = models.ReadFile(path);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or EndOfStreamException)
        {
            throw StudioException.Unreadable($"The file cannot be read as a model. {e.Message}");
        }

        // The same weights in another kind of file.
        if (models.WithHash(model.Hash) is { } same)
        {
            return new AddedModel(models.Of(same), IsKnown: true);
        }

        if (FilesIn(models.AddedFolder).Count() >= bounds.AddedModels)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                $"The studio keeps {bounds.AddedModels} models that were put in: take one away first."
            );
        }

        string id = Free(asked);
        string place = Path.Combine(models.AddedFolder, id + ModelName.EndingOf(path));
        File.Move(path, place);
        return new AddedModel(models.Take(id, place, model), IsKnown: false);
    }

    private string Free(string asked)
    {
        HashSet<string> taken = new(
            models
                .Files.Keys.Concat(FilesIn(Removed).Select(file => ModelName.Stem(Path.GetFileName(file))))
                .Append(StudioModels.ShippedName),
            StringComparer.OrdinalIgnoreCase
        );
        string id = asked;
        for (int number = 2; taken.Contains(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{asked}-{number}");
        }

        return id;
    }

    private static FileSystemInfo[] Older(Func<FileSystemInfo[]> list, TimeSpan kept)
    {
        try
        {
            return [.. list().Where(of => DateTime.UtcNow - of.LastWriteTimeUtc >= kept)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];

    private static bool IsSame(string file, string other, byte[] hash)
    {
        FileInfo one = new(file);
        if (!one.Exists || one.Length != new FileInfo(other).Length)
        {
            return false;
        }

        using FileStream stream = one.OpenRead();
        return SHA256.HashData(stream).AsSpan().SequenceEqual(hash);
    }

    private static async Task<byte[]> SaveAsync(Stream body, string path, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        byte[] buffer = new byte[BufferBytes];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0; )
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }

    private static void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It goes when the studio is started a day later.
        }
    }
}
