using System.Text.Json;
using System.Text.RegularExpressions;
using Lilt.Tests;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>What the documents name in the checkout is there: files, links, scripts of npm.</summary>
public sealed partial class PlacesTests
{
    public static TheoryData<string> Documents => [.. Document.Names];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_OfADocument_LeadToFiles(string name)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Checkout.Folder, name))!;

        Assert.All(
            Link().Matches(File.ReadAllText(Path.Combine(Checkout.Folder, name))).Select(match => match.Groups[1].Value),
            target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{name}: nothing is at {target}")
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Paths_OfADocument_AreOfTheCheckout(string name)
    {
        Document document = new(name);
        IEnumerable<string> words = document
            .InlineCode.Concat(document.Blocks.Where(block => block.Language.Length == 0).SelectMany(block => block.Lines))
            .SelectMany(code => code.Split(' '));

        // What is done in web/ names files from there; what is built, and what a placeholder stands in, is nowhere yet.
        string[] roots = [Checkout.Folder, Path.Combine(Checkout.Folder, "web")];
        Assert.All(
            words.Where(word => Place().IsMatch(word) && !Made().IsMatch(word)),
            place => Assert.True(roots.Any(root => Path.Exists(Path.Combine(root, place))), $"{name}: nothing is at {place}")
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Scripts_OfNpm_AreThoseOfTheWebParts(string name)
    {
        using JsonDocument package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Folder, "web", "package.json")));
        string[] scripts = [.. package.RootElement.GetProperty("scripts").EnumerateObject().Select(script => script.Name)];

        Assert.All(
            Script().Matches(File.ReadAllText(Path.Combine(Checkout.Folder, name))).Select(match => match.Groups[1].Value),
            script => Assert.True(scripts.Contains(script), $"{name}: web/package.json has no script {script}")
        );
    }

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:\./|src/|tests/|docs/|samples/|models/|configs/|bench/|web/)[\w./-]*\w$")]
    private static partial Regex Place();

    [GeneratedRegex(@"[A-Z]{4}|/bin/|/dist/|^web/(?:report/report|node/)")]
    private static partial Regex Made();

    [GeneratedRegex(@"npm run (?:--silent )?(\w+)")]
    private static partial Regex Script();
}
