namespace Lilt.Studies;

/// <summary>The command lines that stand in a study.</summary>
/// <param name="Study">Makes the whole study again.</param>
/// <param name="Verify">Checks it.</param>
/// <param name="Generate">Writes the studied tune again; a plan's file can be added.</param>
/// <param name="Prime">The prime as it was typed; empty for none.</param>
public sealed record StudyCommands(string Study, string Verify, string Generate, string Prime)
{
    /// <summary>Of a study that no command line made.</summary>
    public static StudyCommands OfScript { get; } = new("a script", "", "a script", "");
}
