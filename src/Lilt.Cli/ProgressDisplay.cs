using Spectre.Console;

namespace Lilt.Cli;

/// <summary>A bar on standard error that says how far a long job is; nothing where that is no terminal.</summary>
internal sealed class ProgressDisplay
{
    private readonly ProgressTask? task;
    private readonly string title;

    private ProgressDisplay(string title, ProgressTask? task)
    {
        this.title = title;
        this.task = task;
    }

    /// <summary>Does a job of <paramref name="total"/> parts under a display.</summary>
    public static T Run<T>(string title, double total, Func<ProgressDisplay, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(new ProgressDisplay(title, null));
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new ProgressDisplay(title, context.AddTask(Markup.Escape(title), maxValue: total))));
    }

    /// <summary>So many parts are done.</summary>
    /// <param name="done">Parts, of the total.</param>
    /// <param name="remark">What else to say, such as a rate.</param>
    public void Report(double done, string remark)
    {
        if (task is not null)
        {
            task.Value = done;
            task.Description = Markup.Escape($"{title}, {remark}");
        }
    }
}
