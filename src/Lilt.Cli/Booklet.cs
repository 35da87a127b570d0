using System.Text.Json.Nodes;

namespace Lilt.Cli;

/// <summary>Tunes as one page to print, by the web parts' own script.</summary>
internal static class Booklet
{
    /// <summary>Draws the page.</summary>
    /// <param name="title">What stands over its contents.</param>
    /// <param name="paper">What it is printed on.</param>
    /// <param name="tunes">The tunes in ABC, each with its title.</param>
    /// <param name="error">Where the script's warnings go.</param>
    /// <param name="cancellation">Stops the script.</param>
    /// <returns>A whole HTML page that needs nothing else.</returns>
    /// <exception cref="InputException">Node.js or the script is missing, or there is nothing to draw.</exception>
    public static async Task<string> DrawAsync(
        string title,
        PaperSize paper,
        IEnumerable<string> tunes,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        JsonObject asked = new()
        {
            ["title"] = title,
            ["paper"] = JsonText.Name(paper),
            ["tunes"] = new JsonArray([.. tunes.Select(tune => (JsonNode)JsonValue.Create(tune))]),
        };
        (string page, string messages) = await NodeScript.RunAsync("tunes-to-html.mjs", "the page", [], asked.ToJsonString(), cancellation);
        if (messages.Length > 0)
        {
            await error.WriteLineAsync(messages);
        }

        return page;
    }
}
