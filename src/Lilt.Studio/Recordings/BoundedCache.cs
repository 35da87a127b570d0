namespace Lilt.Studio.Recordings;

/// <summary>
/// Things that are costly to make, up to a number of bytes: the one that was not asked for the longest goes first. A thing that is being
/// made is made once, however many ask for it, and its making ends when nobody waits for it any more.
/// </summary>
/// <param name="mostBytes">The most bytes that are kept.</param>
/// <param name="bytesOf">The bytes of a thing.</param>
/// <param name="least">So many things stay however large they are: those that were asked for last.</param>
internal sealed class BoundedCache<TKey, TValue>(long mostBytes, Func<TValue, long> bytesOf, int least = 0)
    where TKey : notnull
{
    private readonly object gate = new();
    private readonly Dictionary<TKey, Entry> entries = [];
    private readonly LinkedList<TKey> recent = new();

    /// <summary>Bytes of what is kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>The thing under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes it, on a thread of the caller's choice; gets a token that is cancelled when nobody waits.</param>
    /// <param name="cancellation">Ends this caller's waiting.</param>
    public async Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> make, CancellationToken cancellation)
    {
        Entry entry;
        lock (gate)
        {
            if (entries.TryGetValue(key, out Entry? known) && !known.Stop.IsCancellationRequested)
            {
                entry = known;
                if (entry.Node is { } node)
                {
                    recent.Remove(node);
                    recent.AddFirst(node);
                }
            }
            else
            {
                // It may be made, kept and let go of again before the next lines are through: from here on it is Settle's.
                entry = new Entry();
                entries[key] = entry;
                entry.Value = Task.Run(() => make(entry.Stop.Token), CancellationToken.None);
                _ = entry.Value.ContinueWith(
                    made => Settle(key, entry, made),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }

            entry.Waiting++;
        }

        try
        {
            return await entry.Value.WaitAsync(cancellation);
        }
        finally
        {
            lock (gate)
            {
                entry.Waiting--;
                if (entry.Waiting == 0 && !entry.Value.IsCompleted)
                {
                    entry.Stop.Cancel();
                    RemoveIf(key, entry);
                }
            }
        }
    }

    /// <summary>The thing under a key if it is made; asking so does not make it stay longer.</summary>
    public TValue? Find(TKey key)
    {
        lock (gate)
        {
            return entries.TryGetValue(key, out Entry? known) && known.Value.IsCompletedSuccessfully ? known.Value.Result : default;
        }
    }

    /// <summary>Keeps a thing that is made already.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (gate)
        {
            Forget(key);
            Entry entry = new() { Value = Task.FromResult(value) };
            entries[key] = entry;
            Keep(key, entry, bytesOf(value));
        }
    }

    /// <summary>Lets go of every thing whose key is as said.</summary>
    public void Remove(Func<TKey, bool> which)
    {
        lock (gate)
        {
            foreach (TKey key in entries.Keys.Where(which).ToList())
            {
                Forget(key);
            }
        }
    }

    private void Settle(TKey key, Entry entry, Task<TValue> made)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out Entry? known) || known != entry)
            {
                return;
            }

            if (made.IsCompletedSuccessfully)
            {
                Keep(key, entry, bytesOf(made.Result));
            }
            else
            {
                entries.Remove(key);
            }
        }
    }

    private void Keep(TKey key, Entry entry, long bytes)
    {
        entry.Bytes = bytes;
        entry.Node = recent.AddFirst(key);
        Bytes += bytes;
        while (Bytes > mostBytes && recent.Count > least && recent.Last is { } last)
        {
            Forget(last.Value);
        }
    }

    private void RemoveIf(TKey key, Entry entry)
    {
        if (entries.TryGetValue(key, out Entry? known) && known == entry)
        {
            entries.Remove(key);
        }
    }

    private void Forget(TKey key)
    {
        if (entries.Remove(key, out Entry? entry) && entry.Node is { } node)
        {
            recent.Remove(node);
            entry.Node = null;
            Bytes -= entry.Bytes;
        }
    }

    private sealed class Entry
    {
        public Task<TValue> Value { get; set; } = null!;

        public CancellationTokenSource Stop { get; } = new();

        public int Waiting { get; set; }

        public long Bytes { get; set; }

        public LinkedListNode<TKey>? Node { get; set; }
    }
}
