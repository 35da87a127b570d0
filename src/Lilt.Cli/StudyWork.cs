using Lilt.Studies;
using Lilt.Studies.Part7;

namespace Lilt.Cli;

/// <summary>A study that was asked for.</summary>
/// <param name="Make">Makes it, told where to say how far it is and what ends it.</param>
/// <param name="Ledger">What is kept of it until it is whole; null for nothing.</param>
internal sealed record StudyWork(Func<Action<double, string>, CancellationToken, Study> Make, Part7Ledger? Ledger = null) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Ledger?.Dispose();
}
