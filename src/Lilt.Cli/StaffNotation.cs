using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Lilt.Cli;

/// <summary>Staff notation by the web parts' own script, run under Node.js.</summary>
internal static class StaffNotation
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Draws one tune.</summary>
    /// <param name="abc">The tune in ABC.</param>
    /// <param name="error">Where the script's warnings go.</param>
    /// <returns>A whole, self-standing SVG.</returns>
    /// <exception cref="InputException">Node.js or the script is missing, or there is nothing to draw.</exception>
    public static string Draw(string abc, TextWriter error)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "web", "node", "abc-to-svg.mjs");
        if (!File.Exists(script))
        {
            throw new InputException($"staff notation needs the web parts, which were not built: install Node.js 20.19 or later and build Lilt again ({script} is missing).");
        }

        using Process node = Start(script);
        Task<string> drawn = node.StandardOutput.ReadToEndAsync();
        Task<string> said = node.StandardError.ReadToEndAsync();
        try
        {
            node.StandardInput.Write(abc);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it read everything; what it said follows below.
        }

        node.WaitForExit();
        string svg = drawn.GetAwaiter().GetResult();
        string messages = said.GetAwaiter().GetResult().Trim();
        if (node.ExitCode != 0 || svg.Length == 0)
        {
            throw new InputException($"the staff notation was not drawn: {messages.ReplaceLineEndings(" ")}");
        }

        if (messages.Length > 0)
        {
            error.WriteLine(messages);
        }

        return svg;
    }

    private static Process Start(string script)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = Plain,
                StandardOutputEncoding = Plain,
                StandardErrorEncoding = Plain,
            })!;
        }
        catch (Win32Exception)
        {
            throw new InputException("staff notation needs Node.js 20.19 or later: install the package nodejs.");
        }
    }
}
