namespace Lilt.Studio.Recordings;

/// <summary>Lets only so many costly pieces of work go on at one time; the others wait their turn.</summary>
internal sealed class Workplaces(StudioBounds bounds) : IDisposable
{
    private readonly SemaphoreSlim free = new(bounds.Analyses, bounds.Analyses);

    /// <summary>Does a piece of work on a thread of its own.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => work(cancellation), cancellation);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
