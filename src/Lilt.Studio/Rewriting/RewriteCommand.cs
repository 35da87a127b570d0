using System.Globalization;
using System.Text;
using Lilt.Notation;
using Lilt.Rewriting;
using Lilt.Studies;

namespace Lilt.Studio.Rewriting;

/// <summary>The command line that makes a rewritten tune again.</summary>
internal static class RewriteCommand
{
    /// <summary><c>lilt rewrite</c>, giving the tokens of one offer.</summary>
    /// <param name="origin">What it was made from.</param>
    /// <param name="model">The model's name or file; null for the one that is taken unless told otherwise.</param>
    public static string Of(RewriteOrigin origin, string? model)
    {
        RewriteRequest request = origin.Request;
        StringBuilder command = new("lilt rewrite");
        if (model is not null)
        {
            command.Append(CultureInfo.InvariantCulture, $" --model {ShellWord.Of(model)}");
        }

        command.Append(CultureInfo.InvariantCulture, $" --tokens {ShellWord.Of(origin.Of)}");
        command.Append(
            request.Kind switch
            {
                RewriteKind.Bars => string.Create(CultureInfo.InvariantCulture, $" --bars {request.From}-{request.To}"),
                RewriteKind.Ending => string.Create(CultureInfo.InvariantCulture, $" --end {request.From}:{request.Length}"),
                RewriteKind.OtherEnding => " --another-ending",
                RewriteKind.Continue => string.Create(CultureInfo.InvariantCulture, $" --continue {request.From}"),
                RewriteKind.Octaves => " --octaves",
                _ => throw new ArgumentOutOfRangeException(nameof(origin), request.Kind, "There is no such kind."),
            }
        );
        foreach (NoteLock of in request.Locks ?? [])
        {
            command.Append(CultureInfo.InvariantCulture, $" --lock {of.Measure}");
            if (of.Note is { } note)
            {
                command.Append(CultureInfo.InvariantCulture, $".{note}");
            }
        }

        // Of a tune that is given as tokens the command line takes the range as the tokens sound.
        if (PitchRange.TryParse(request.Range, out PitchRange? range))
        {
            command.Append(CultureInfo.InvariantCulture, $" --range {ShellWord.Of(range.Up(-request.Semitones).ToString())}");
        }

        if (request.Kind != RewriteKind.Octaves)
        {
            command.Append(CultureInfo.InvariantCulture, $" --seed {request.Seed}");
            command.Append(
                request.Temperature == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" --temperature {request.Temperature}")
            );
            command.Append(request.Offers == 4 ? "" : string.Create(CultureInfo.InvariantCulture, $" --offers {request.Offers}"));
            command.Append(
                request.Candidates == 256 ? "" : string.Create(CultureInfo.InvariantCulture, $" --candidates {request.Candidates}")
            );
            command.Append(CultureInfo.InvariantCulture, $" --take {origin.Offer}");
        }

        return command.Append(" --format tokens").ToString();
    }
}
