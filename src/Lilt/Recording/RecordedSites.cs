using Lilt.Network;

namespace Lilt.Recording;

/// <summary>Which arrays of float32 a recording can hold, and what they are called in its file.</summary>
public static class RecordedSites
{
    /// <summary>All of them, in the order of a step. <c>input</c> and <c>output</c> are tokens and always there.</summary>
    public static readonly IReadOnlyList<SiteKind> All =
    [
        SiteKind.InputGate,
        SiteKind.ForgetGate,
        SiteKind.Candidate,
        SiteKind.OutputGate,
        SiteKind.Cell,
        SiteKind.Hidden,
        SiteKind.Logits,
        SiteKind.Posterior,
    ];

    /// <summary>The array's name: i, f, g, o, c, h, logits, posterior.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The site is none of <see cref="All"/>.</exception>
    public static string Name(SiteKind kind) =>
        kind switch
        {
            SiteKind.InputGate => "i",
            SiteKind.ForgetGate => "f",
            SiteKind.Candidate => "g",
            SiteKind.OutputGate => "o",
            SiteKind.Cell => "c",
            SiteKind.Hidden => "h",
            SiteKind.Logits => "logits",
            SiteKind.Posterior => "posterior",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No array of a recording."),
        };

    /// <summary>Reads <c>all</c> or <c>h,c,posterior</c>; gives them in the order of a step.</summary>
    /// <exception cref="FormatException">A name is unknown.</exception>
    public static IReadOnlyList<SiteKind> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "all")
        {
            return All;
        }

        HashSet<SiteKind> wanted = [];
        foreach (string name in text.Split(','))
        {
            SiteKind? kind = null;
            foreach (SiteKind candidate in All)
            {
                kind = Name(candidate) == name.Trim() ? candidate : kind;
            }

            wanted.Add(
                kind
                    ?? throw new FormatException(
                        $"'{name}' is no site to record. Give all, or some of i, f, g, o, c, h, logits, posterior with commas between."
                    )
            );
        }

        return [.. All.Where(wanted.Contains)];
    }

    /// <summary>Values a step: S·H, or V for logits and posterior.</summary>
    internal static int Width(SiteKind kind, NetworkShape shape) =>
        kind is SiteKind.Logits or SiteKind.Posterior ? shape.Tokens : checked(shape.Layers * shape.Units);
}
