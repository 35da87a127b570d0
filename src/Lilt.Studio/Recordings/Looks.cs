namespace Lilt.Studio.Recordings;

/// <summary>
/// Lets only so many requests look into tunes at one time: each has its tune's recording in hand while it waits for its work to be done, which
/// is some megabytes however short the answer is.
/// </summary>
internal sealed class Looks(StudioBounds bounds) : IDisposable
{
    private readonly SemaphoreSlim free = new(bounds.Looks, bounds.Looks);

    /// <summary>Answers a request when it is its turn.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> answer, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return await answer();
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
