namespace Lilt.Studies;

/// <summary>
/// What is computed beside a study's main line. However the study ends, none of it is left running when this is disposed of.
/// </summary>
internal sealed class SideWork : IDisposable
{
    private readonly CancellationTokenSource ending;
    private readonly List<Task> begun = [];

    /// <param name="cancellation">Ends what has not begun.</param>
    public SideWork(CancellationToken cancellation) => ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    /// <summary>Begins something; what it gives, or throws, its task's result does.</summary>
    public Task<T> Begin<T>(Func<T> work)
    {
        Task<T> task = Task.Run(work, ending.Token);
        begun.Add(task);
        return task;
    }

    public void Dispose()
    {
        // Where all results were taken nothing is left; where the main line failed, what it threw is what is said.
        ending.Cancel();
        Task.WhenAll(begun)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
            .Wait();
        ending.Dispose();
    }
}
