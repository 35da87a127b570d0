using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Lilt.Cli;

/// <summary>The scripts of the web parts that run under Node.js.</summary>
internal static class NodeScript
{
    private const string Node = "Node.js 20.19 or later";
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs one script to its end; it is killed where the work is stopped.</summary>
    /// <param name="name">The script's file, in the web parts' node folder.</param>
    /// <param name="what">What it draws, for messages: the figures.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What it wrote to standard output, and what it said on standard error.</returns>
    /// <exception cref="InputException">Node.js or the script is missing, or the script failed.</exception>
    public static async Task<(string Output, string Messages)> RunAsync(
        string name,
        string what,
        IEnumerable<string> arguments,
        string input,
        CancellationToken cancellation
    )
    {
        string script = Path.Combine(AppContext.BaseDirectory, "web", "node", name);
        if (!File.Exists(script))
        {
            throw new InputException($"{what}: the web parts were not built: install {Node} and build Lilt again ({script} is missing).");
        }

        using Process node = Start(what, [script, .. arguments]);
        try
        {
            Task<string> output = node.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> messages = node.StandardError.ReadToEndAsync(cancellation);
            await FeedAsync(node, input);
            await node.WaitForExitAsync(cancellation);
            string said = (await messages).Trim();
            return node.ExitCode == 0
                ? (await output, said)
                : throw new InputException($"{what} could not be drawn: {said.ReplaceLineEndings(" ")}");
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task FeedAsync(Process node, string input)
    {
        try
        {
            await node.StandardInput.WriteAsync(input);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it read everything; why, it says itself.
        }
    }

    private static Process Start(string what, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("node", arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardInputEncoding = Plain,
                    StandardOutputEncoding = Plain,
                    StandardErrorEncoding = Plain,
                }
            )!;
        }
        catch (Win32Exception)
        {
            throw new InputException($"{what}: Node.js is missing: install {Node}, on Debian and Ubuntu the package nodejs.");
        }
    }
}
