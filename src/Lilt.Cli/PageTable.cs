using Spectre.Console;

namespace Lilt.Cli;

/// <summary>A table that fits a terminal, or a page where it goes elsewhere.</summary>
internal static class PageTable
{
    private const int PageWidth = 140;

    /// <summary>Writes it.</summary>
    public static void Write(Table table, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (output != Console.Out || Console.IsOutputRedirected)
        {
            console.Profile.Width = PageWidth;
        }

        console.Write(table);
    }
}
