using System.Globalization;
using Lilt.Training;
using Spectre.Console;

namespace Lilt.Cli;

/// <summary>Shows a run as it goes: a live table on a terminal, otherwise a line an epoch and a line every so many batches.</summary>
internal sealed class TrainDisplay(TextWriter error)
{
    private const int BatchesALine = 10;
    private const int EpochsShown = 12;
    private readonly List<EpochRecord> epochs = [];
    private LiveDisplayContext? live;

    /// <summary>Does the work under the display.</summary>
    public void Run(Action work)
    {
        if (Console.IsErrorRedirected)
        {
            work();
            return;
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console
            .Live(new Text("Drawing the first weights…"))
            .Start(context =>
            {
                live = context;
                work();
            });
        live = null;
    }

    /// <summary>Shows where the run stands.</summary>
    public void Show(TrainingStatus status)
    {
        bool ended = status.Last is { } last && (epochs.Count == 0 || epochs[^1].Epoch < last.Epoch);
        if (ended)
        {
            epochs.Add(status.Last!);
        }

        if (live is not null)
        {
            live.UpdateTarget(new Rows(Table(), new Text(Present(status))));
        }
        else if (ended)
        {
            EpochRecord epoch = status.Last!;
            error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"epoch {epoch.Epoch}: training {epoch.TrainingLoss:F4}, validation {epoch.ValidationLoss:F4}, averaged {epoch.AveragedValidationLoss:F4} nats a token, rate {epoch.LearningRate:G3}, norm {epoch.LargestNorm:G3}, {epoch.TokensPerSecond:F0} tokens a second, {epoch.Seconds:F0} s"
                )
            );
        }
        else if (status.Batch % BatchesALine == 0 && status.Batch > 0)
        {
            error.WriteLine("  " + Present(status));
        }
    }

    private Table Table()
    {
        Table table = new Table().AddColumns("epoch", "training", "validation", "averaged", "rate", "tokens a second");
        foreach (EpochRecord epoch in epochs.TakeLast(EpochsShown))
        {
            table.AddRow(
                epoch.Epoch.ToString(CultureInfo.InvariantCulture),
                Loss(epoch.TrainingLoss),
                Loss(epoch.ValidationLoss),
                Loss(epoch.AveragedValidationLoss),
                epoch.LearningRate.ToString("G3", CultureInfo.InvariantCulture),
                epoch.TokensPerSecond.ToString("F0", CultureInfo.InvariantCulture)
            );
        }

        return table;
    }

    /// <summary>Where the present epoch stands; between two epochs, which of them is whole.</summary>
    internal static string Present(TrainingStatus status) =>
        status.Batch == 0
            ? string.Create(CultureInfo.InvariantCulture, $"epoch {status.Last?.Epoch ?? 0} of {status.Epochs} is whole")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {status.Epoch} of {status.Epochs}, batch {status.Batch} of {status.Batches}: {Loss(status.Loss)} nats a token, rate {status.LearningRate:G3}, {status.TokensPerSecond:F0} tokens a second, {(status.Batch == status.Batches ? "validating" : Left(status.SecondsLeft))}"
            );

    private static string Left(double seconds) =>
        seconds < 60
            ? "under a minute left"
            : string.Create(CultureInfo.InvariantCulture, $"{(long)seconds / 3600}:{(long)seconds / 60 % 60:00} h left");

    private static string Loss(double nats) => double.IsNaN(nats) ? "–" : nats.ToString("F4", CultureInfo.InvariantCulture);
}
