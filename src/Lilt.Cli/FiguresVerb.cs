using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace Lilt.Cli;

/// <summary><c>lilt figures</c>: a study's figures as SVG files, drawn by the report's own modules under Node.js.</summary>
internal static class FiguresVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> study = new("DIR") { Description = "The folder of a study (it holds study.json)." };
        Option<string?> folder = new("--out") { Description = "The folder to write into. Default: figures in the study's folder.", HelpName = "DIR" };
        Option<string> scheme = new("--scheme") { Description = "The colours: light, for paper, or dark.", DefaultValueFactory = _ => "light" };
        scheme.AcceptOnlyFromAmong("light", "dark");
        Command command = new("figures", "Draws the figures of a study as SVG files.\nExample: lilt figures study --out pictures")
        {
            study, folder, scheme,
        };
        command.SetAction((parsed, cancellation) => DrawAsync(
            parsed.GetValue(study)!,
            parsed.GetValue(folder) ?? Path.Combine(parsed.GetValue(study)!, "figures"),
            parsed.GetValue(scheme)!,
            parsed.InvocationConfiguration.Error,
            cancellation));
        return command;
    }

    private static async Task<int> DrawAsync(string study, string folder, string scheme, TextWriter messages, CancellationToken cancellation)
    {
        string numbers = Path.Combine(study, "study.json");
        if (!File.Exists(numbers))
        {
            throw new InputException($"{study} is not a study: it holds no study.json. Make one with 'lilt study part7 --out {study}'.");
        }

        string script = Path.Combine(AppContext.BaseDirectory, "web", "node", "figures.mjs");
        if (!File.Exists(script))
        {
            throw new InputException("the figures need the web parts, which were not built: install Node.js 20.19 or later and build Lilt again.");
        }

        Directory.CreateDirectory(folder);
        using Process node = Start([script, numbers, folder, "--scheme", scheme]);
        try
        {
            Task<string> drawn = node.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> said = node.StandardError.ReadToEndAsync(cancellation);
            await node.WaitForExitAsync(cancellation);
            if (node.ExitCode != 0)
            {
                throw new InputException($"the figures were not drawn: {(await said).Trim().ReplaceLineEndings(" ")}");
            }

            int figures = (await drawn).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            await messages.WriteLineAsync($"{figures} figures in {folder}.");
            return CommandLine.Done;
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InputException("the figures need Node.js 20.19 or later: install the package nodejs.");
        }
    }
}
