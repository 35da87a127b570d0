using Lilt.Network;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>Makes studies for the shelf, one at a time: each takes the whole machine.</summary>
internal sealed class StudyMaking(StudioOptions options, StudioModels models, StudyShelf shelf, RunningJobs jobs) : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Makes a request ready: everything that can be wrong with it is found before it begins.</summary>
    /// <exception cref="StudioException">The request cannot be done.</exception>
    public async Task<StudyStream> PrepareAsync(StudyRequest request, CancellationToken cancellation)
    {
        if (options.Studies is not { } studies)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                "The studio has no folder for studies: start it with lilt serve --studies DIR."
            );
        }

        StudyMaker maker =
            studies.Makers.FirstOrDefault(of => of.Kind == request.Kind)
            ?? throw StudioException.Unreadable(
                $"There is no study of kind '{request.Kind}': there are {string.Join(", ", studies.Makers.Select(of => of.Kind))}."
            );
        Model model = await models.ReadAsync(request.Model, cancellation);
        string? argument = models.Argument(request.Model);
        string name = shelf.NewName(Stem(request, argument is null));
        StudyOrder order = new(model, argument, request.Seed, Path.Combine(studies.Folder, name));
        return new StudyStream(new StudyRun(options, studies, shelf, jobs, free, maker, order, name));
    }

    public void Dispose() => free.Dispose();

    // Letters, digits and dashes alone: what a request says of a model stands in a folder's name.
    private static string Stem(StudyRequest request, bool isUsualModel)
    {
        string model = string.Concat(request.Model.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
        return FormattableString.Invariant(
            $"{request.Kind}-{request.Seed}{(isUsualModel || model.Length == 0 ? "" : $"-{model[..Math.Min(model.Length, 60)]}")}"
        );
    }
}
