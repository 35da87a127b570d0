using Lilt.Spectra;

namespace Lilt.Binding;

/// <summary>One tune for binding: what the units did, and at which steps an event took place. Immutable.</summary>
public sealed class TuneEvents
{
    private readonly bool[] events;

    /// <param name="sequences">[T, U].</param>
    /// <param name="events">[T], copied.</param>
    /// <param name="first">The first step that counts: the one after the header.</param>
    /// <param name="count">How many steps count, at least 2: those before the one that writes the end token.</param>
    /// <exception cref="ArgumentException">The events are not as many as the steps, or the counted steps do not lie among them.</exception>
    public TuneEvents(UnitSequences sequences, ReadOnlySpan<bool> events, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        if (events.Length != sequences.Steps)
        {
            throw new ArgumentException($"{events.Length} events for {sequences.Steps} steps.", nameof(events));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, sequences.Steps, nameof(count));
        Sequences = sequences;
        this.events = events.ToArray();
        First = first;
        Count = count;
        EventCount = Counted.Count(true);
    }

    /// <summary>[T, U].</summary>
    public UnitSequences Sequences { get; }

    /// <summary>The first step that counts.</summary>
    public int First { get; }

    /// <summary>n, how many steps count.</summary>
    public int Count { get; }

    /// <summary>At how many of the counted steps the event took place.</summary>
    public int EventCount { get; }

    /// <summary>Can anything be bound to the event here? Not if it took place at every counted step or at none.</summary>
    public bool HasContrast => EventCount > 0 && EventCount < Count;

    /// <summary>The event at each counted step, [n].</summary>
    public ReadOnlySpan<bool> Counted => events.AsSpan(First, Count);
}
