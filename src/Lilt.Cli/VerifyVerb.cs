using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary><c>lilt verify</c>: makes a study's every number again from its own command and says what differs.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> folder = new("DIR") { Description = "The folder of a study." };
        Option<string?> model = new("--model")
        {
            Description = "The model, where it lies elsewhere than the study's command says; it must be the same.",
            HelpName = "FILE|NAME",
        };
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "verify",
            "Makes every number of a study again from its own command, and names what differs: study.json number by number, other files byte by byte.\n"
                + "Example: lilt verify study"
        )
        {
            folder,
            model,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                StudyComparison found = Compared(parsed.GetValue(folder)!, parsed.GetValue(model), cancellation);
                IReadOnlyList<string> differences = found.Differences;
                TextWriter output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    output.WriteLine(
                        new JsonObject
                        {
                            ["study"] = parsed.GetValue(folder),
                            ["same"] = differences.Count == 0,
                            ["differences"] = new JsonArray([.. differences.Select(difference => (JsonNode)difference)]),
                            ["newMembers"] = new JsonArray([.. found.NewMembers.Select(member => (JsonNode)member)]),
                        }.ToJsonString(JsonText.Indented)
                    );
                }
                else
                {
                    foreach (string difference in differences)
                    {
                        output.WriteLine(difference);
                    }

                    if (found.NewMembers.Count > 0)
                    {
                        output.WriteLine($"The study does not hold, and this build of Lilt writes: {string.Join(", ", found.NewMembers)}.");
                    }

                    output.WriteLine(
                        differences.Count > 0 ? $"{differences.Count} difference(s)."
                        : found.NewMembers.Count > 0 ? "Every number that the study holds is the same."
                        : "Every number is the same."
                    );
                }

                return Task.FromResult(differences.Count == 0 ? CommandLine.Done : CommandLine.Failed);
            }
        );
        return command;
    }

    /// <summary>The words of a command line as a shell parts them: blanks between, single quotes around what they must not part.</summary>
    public static IReadOnlyList<string> Words(string command)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool quoted = false;
        bool open = false;
        for (int at = 0; at < command.Length; at++)
        {
            char letter = command[at];
            if (letter == '\'')
            {
                quoted = !quoted;
                open = true;
            }
            else if (letter == '\\' && !quoted && at + 1 < command.Length)
            {
                word.Append(command[++at]);
                open = true;
            }
            else if (letter == ' ' && !quoted)
            {
                if (open)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    open = false;
                }
            }
            else
            {
                word.Append(letter);
                open = true;
            }
        }

        if (open)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static StudyComparison Compared(string folder, string? elsewhere, CancellationToken cancellation)
    {
        string again = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            (StudyKind kind, string command, string hash) = StudyOrigin.Of(folder);
            StudyArguments arguments = StudyArguments.Of(kind);

            // What follows 'lilt study KIND'.
            ParseResult recorded = arguments.Command().Parse([.. Words(command).Skip(3)]);
            if (recorded.Errors.Count > 0)
            {
                throw new InputException($"the study's own command, '{command}', cannot be read: {recorded.Errors[0].Message}");
            }

            Model model = arguments.Model(recorded, elsewhere);
            if (model.Hash != hash)
            {
                throw new InputException(
                    $"the study was made of the model with hash {hash}, and this one has {model.Hash}: give that one with --model."
                );
            }

            using StudyWork work = arguments.Again(recorded, model, command);
            Study study = StudyVerb.Make("Verifying", work, cancellation);
            StudyFolder.Write(study, again, StudyVerb.Page(), force: false);
            return StudyVerification.Compare(folder, again);
        }
        catch (StudyRefusedException e)
        {
            throw new InputException(e.Message);
        }
        finally
        {
            if (Directory.Exists(again))
            {
                Directory.Delete(again, recursive: true);
            }
        }
    }
}
