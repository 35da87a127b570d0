using System.CommandLine;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary>
/// How a kind of study is asked for: its options, and the work that they ask for. A kind has a file of its own that inherits this; it is
/// found by the kind.
/// </summary>
internal abstract class StudyArguments
{
    /// <summary>The kind of study.</summary>
    public abstract StudyKind Kind { get; }

    /// <summary>What it does, with an example: the help of its command.</summary>
    public abstract string Description { get; }

    /// <summary>What its progress is headed.</summary>
    public abstract string Heading { get; }

    /// <summary>All options, in the order of the help.</summary>
    public abstract IEnumerable<Option> All { get; }

    /// <summary><c>--out</c>.</summary>
    public Option<string> Folder { get; } =
        new("--out")
        {
            Description = "The folder to make.",
            Required = true,
            HelpName = "DIR",
        };

    /// <summary><c>--force</c>.</summary>
    public Option<bool> Force { get; } = new("--force") { Description = "Replace the study that stands in the folder." };

    /// <summary>The options of the studied tune.</summary>
    protected GenerationArguments Generation { get; } = new();

    /// <summary>The options of the tune that every study has.</summary>
    protected IEnumerable<Option> OfTune =>
        [Generation.Model, Generation.Seed, Generation.Prime, Generation.Temperature, Generation.Mode, Generation.Limit];

    /// <summary>The arguments of a kind.</summary>
    /// <exception cref="InvalidOperationException">The kind has none in this program.</exception>
    public static StudyArguments Of(StudyKind kind) =>
        Every().FirstOrDefault(of => of.Kind == kind)
        ?? throw new InvalidOperationException(
            $"A study of kind {kind.Name} has no arguments: a class that inherits {nameof(StudyArguments)} is missing."
        );

    /// <summary>The study's command, without what it does.</summary>
    public Command Command()
    {
        Command command = new(Kind.Name, Description);
        foreach (Option option in All)
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>The model that was meant.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="instead">A model to take in its place; null for none.</param>
    public Model Model(ParseResult parsed, string? instead = null) => ModelOption.Read(instead ?? parsed.GetValue(Generation.Model));

    /// <summary>The work that a command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="model">The model.</param>
    /// <param name="messages">Told what is worth saying before it begins.</param>
    /// <exception cref="InputException">An option is outside its range.</exception>
    public abstract StudyWork Begin(ParseResult parsed, Model model, TextWriter messages);

    /// <summary>The work that a recorded command line asked for, from the start and with nothing kept.</summary>
    /// <param name="recorded">The command line.</param>
    /// <param name="model">The model.</param>
    /// <param name="command">Its text, as it stands in the study.</param>
    /// <exception cref="InputException">An option is outside its range.</exception>
    public abstract StudyWork Again(ParseResult recorded, Model model, string command);

    /// <summary>A study's options with what every study has set.</summary>
    /// <param name="options">Those of the kind.</param>
    /// <param name="asked">The command line.</param>
    /// <param name="model">The model.</param>
    /// <param name="command">The command line that stands in the study.</param>
    protected static TOptions OfTuneOf<TOptions>(TOptions options, IAskedOptions asked, Model model, string command)
        where TOptions : StudyOptions =>
        (TOptions)(options.WithTune(asked, model.Vocabulary, asked.Text("model"), command) with { Version = CommandText.Version });

    private static IEnumerable<StudyArguments> Every() =>
        typeof(StudyArguments)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(StudyArguments)))
            .Select(type => (StudyArguments)Activator.CreateInstance(type)!);
}
