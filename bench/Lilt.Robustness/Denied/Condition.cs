namespace Lilt.Robustness.Denied;

/// <summary>What is denied to a run.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Denies">Denies it in a folder, when what stands there before has been put there; null where nothing is done to the folder.</param>
/// <param name="IsNobody">Whether the run is that of a user without rights.</param>
/// <param name="Variables">The environment's variables that are set, or taken away where the value is null.</param>
/// <param name="MayWork">Whether the run may do its work all the same, whole.</param>
internal sealed record Condition(
    string Name,
    Action<string>? Denies = null,
    bool IsNobody = false,
    IReadOnlyDictionary<string, string?>? Variables = null,
    bool MayWork = false
)
{
    /// <summary>All of them.</summary>
    /// <param name="readOnly">A folder that nobody can write.</param>
    public static IReadOnlyList<Condition> All(string readOnly) =>
        [
            new("no room at all", folder => Fill(folder, 0)),
            new("room for 64 kB", folder => Fill(folder, 64 << 10), MayWork: true),
            new("a disk that is read only", folder => Shell.Run("mount", "-o", "remount,ro", folder)),
            new("a folder of somebody else's", folder => Shell.Run("chmod", "755", folder), IsNobody: true),
            new("no HOME", Variables: new Dictionary<string, string?> { ["HOME"] = null, ["XDG_DATA_HOME"] = null }, MayWork: true),
            new(
                "a HOME that cannot be written",
                Variables: new Dictionary<string, string?> { ["HOME"] = readOnly, ["XDG_DATA_HOME"] = null },
                MayWork: true
            ),
            new("no TMPDIR", Variables: new Dictionary<string, string?> { ["TMPDIR"] = "/there/is/none" }, MayWork: true),
            new("a TMPDIR that cannot be written", Variables: new Dictionary<string, string?> { ["TMPDIR"] = readOnly }, MayWork: true),
        ];

    // Until nothing more goes in; then a file of what is to be left is taken away again.
    private static void Fill(string folder, int left)
    {
        string kept = Path.Combine(folder, "kept-free");
        File.WriteAllBytes(kept, new byte[left]);
        using (FileStream full = new(Path.Combine(folder, "full"), FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            byte[] page = new byte[4096];
            try
            {
                while (true)
                {
                    full.Write(page);
                }
            }
            catch (IOException)
            {
                // It is full.
            }
        }

        File.Delete(kept);
    }
}
