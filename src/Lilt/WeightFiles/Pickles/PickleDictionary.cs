namespace Lilt.WeightFiles.Pickles;

/// <summary>A dictionary of a pickle, its entries in the order in which they were set.</summary>
internal sealed class PickleDictionary : IPickleContainer
{
    public List<KeyValuePair<object?, object?>> Entries { get; } = [];

    public int Depth { get; set; } = 1;

    /// <summary>The value last set for a text.</summary>
    public bool TryFind(string key, out object? value)
    {
        for (int k = Entries.Count - 1; k >= 0; k--)
        {
            if (Entries[k].Key is PickleText text && text.ToString() == key)
            {
                value = Entries[k].Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
