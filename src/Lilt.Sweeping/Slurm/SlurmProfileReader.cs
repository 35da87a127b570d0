using System.Text.Json;
using System.Text.RegularExpressions;
using Lilt.Sweeping.Plans;

namespace Lilt.Sweeping.Slurm;

/// <summary>Reads a <see cref="SlurmProfile"/>.</summary>
public static partial class SlurmProfileReader
{
    private const int MostMinutes = 365 * 24 * 60;
    private const int Most = 1_000_000;

    /// <summary>Reads one.</summary>
    /// <param name="text">Its JSON: docs/sweeps.md has its members.</param>
    /// <param name="name">What an error calls it.</param>
    /// <exception cref="SweepFormatException">Something in it cannot be used.</exception>
    public static SlurmProfile Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(name);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonMembers members = new(document.RootElement, name);
            SlurmProfile usual = new();
            int Whole(string member, int least, int most, int otherwise) => (int)(members.OptionalWhole(member, least, most) ?? otherwise);
            SlurmProfile profile = new()
            {
                Program = members.Has("program") ? Line(members, "program") : usual.Program,
                Partition = Word(members, "partition"),
                Account = Word(members, "account"),
                Qos = Word(members, "qos"),
                Minutes = Whole("minutes", 1, MostMinutes, usual.Minutes),
                Cpus = Whole("cpus", 1, 1024, usual.Cpus),
                Memory = Word(members, "memory") ?? usual.Memory,
                Modules = Lines(members, "modules"),
                Setup = Lines(members, "setup"),
                ShardsATask = Whole("shardsATask", 1, Most, 0),
                AtOnce = (int?)members.OptionalWhole("atOnce", 1, Most),
                MaxArraySize = (int?)members.OptionalWhole("maxArraySize", 2, 4_000_001),
                SecondsToStop = Whole("secondsToStop", 5, 3600, usual.SecondsToStop),
                Requeues = Whole("requeues", 0, 1000, usual.Requeues),
            };
            members.ThrowIfUnread();
            return profile.SecondsToStop < profile.Minutes * 60
                ? profile
                : throw members.Fault("has a 'secondsToStop' that is not under its time limit, 'minutes'.");
        }
        catch (JsonException e)
        {
            throw new SweepFormatException($"{name} is no JSON: {e.Message}", e);
        }
    }

    private static string? Word(JsonMembers members, string member) =>
        !members.Has(member) ? null
        : Words().IsMatch(members.Text(member)) ? members.Text(member)
        : throw members.Fault($"'{member}' is '{members.Text(member)}': letters, digits and .,_+- alone stand in it.");

    private static string Line(JsonMembers members, string member) => Line(members, member, members.Text(member));

    private static string Line(JsonMembers members, string member, string text) =>
        text.Trim().Length > 0 && !text.Contains('\n', StringComparison.Ordinal)
            ? text
            : throw members.Fault($"'{member}' holds an empty text, or one of several lines: it is one line of shell.");

    private static string[] Lines(JsonMembers members, string member) =>
        members.Has(member) ? [.. members.List(member).Select(line => Line(members, member, members.Text(member, line)))] : [];

    [GeneratedRegex("^[A-Za-z0-9.,_+-]+$")]
    private static partial Regex Words();
}
