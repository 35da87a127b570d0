namespace Lilt.Cli;

/// <summary>Staff notation by the web parts' own script.</summary>
internal static class StaffNotation
{
    /// <summary>Draws one tune.</summary>
    /// <param name="abc">The tune in ABC.</param>
    /// <param name="error">Where the script's warnings go.</param>
    /// <param name="cancellation">Stops the script.</param>
    /// <returns>A whole, self-standing SVG.</returns>
    /// <exception cref="InputException">Node.js or the script is missing, or there is nothing to draw.</exception>
    public static async Task<string> DrawAsync(string abc, TextWriter error, CancellationToken cancellation)
    {
        (string svg, string messages) = await NodeScript.RunAsync("abc-to-svg.mjs", "the staff notation", [], abc, cancellation);
        if (svg.Length == 0)
        {
            throw new InputException($"the staff notation was not drawn: {messages.ReplaceLineEndings(" ")}");
        }

        if (messages.Length > 0)
        {
            await error.WriteLineAsync(messages);
        }

        return svg;
    }
}
