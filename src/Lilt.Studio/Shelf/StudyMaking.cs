using Lilt.Network;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>Makes studies for the shelf, one at a time: each takes the whole machine.</summary>
internal sealed class StudyMaking(StudioOptions options, StudioModels models, StudyShelf shelf, RunningJobs jobs, EventHub hub)
    : IHostedService,
        IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private StudyRun? run;
    private FailedEvent? failed;
    private Task made = Task.CompletedTask;

    /// <summary>All that is on the shelf, and what is being made.</summary>
    public ShelfView View()
    {
        lock (gate)
        {
            return shelf.View(run?.Now, failed);
        }
    }

    /// <summary>Begins a study; everything that can be wrong with the request is found before.</summary>
    /// <exception cref="StudioException">The request cannot be done, or another study is being made.</exception>
    public async Task<MakingView> BeginAsync(StudyRequest request, CancellationToken cancellation)
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
        lock (gate)
        {
            if (run is not null)
            {
                throw new StudioException(
                    StatusCodes.Status429TooManyRequests,
                    "A study is being made: wait until it is there, or stop it."
                );
            }

            CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            try
            {
                MakingView begun = new(jobs.Begin(stop), request.Kind, request.Model, request.Seed, 0, "beginning");
                StudyOrder order = new(
                    model,
                    argument,
                    request.Seed,
                    Path.Combine(studies.Folder, shelf.NewName(Stem(request, argument is null)))
                );
                StudyRun mine = run = new StudyRun(options, studies, shelf, hub, maker, order, begun);
                failed = null;
                made = Task.Factory.StartNew(
                    () => Work(mine, stop),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                );
                return begun;
            }
            catch
            {
                stop.Dispose();
                throw;
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the study that is being made; nothing of it is left.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await made.WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private void Work(StudyRun mine, CancellationTokenSource stop)
    {
        using CancellationTokenSource held = stop;
        FailedEvent? why = mine.Make(held.Token);

        // The place is free before the end is told: who has heard it may begin another.
        jobs.End(mine.Now.Job);
        lock (gate)
        {
            (run, failed) = (null, why);
        }

        mine.TellEnd(why);
    }

    // Letters, digits and dashes alone: what a request says of a model stands in a folder's name.
    private static string Stem(StudyRequest request, bool isUsualModel)
    {
        string model = string.Concat(request.Model.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
        return FormattableString.Invariant(
            $"{request.Kind}-{request.Seed}{(isUsualModel || model.Length == 0 ? "" : $"-{model[..Math.Min(model.Length, 60)]}")}"
        );
    }
}
