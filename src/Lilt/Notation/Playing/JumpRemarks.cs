using System.Globalization;
using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>What a player has to be told of a tune's jumps: the ones that are not followed, or not as they say.</summary>
internal static class JumpRemarks
{
    /// <summary>A sentence for each, with the sign that it is about.</summary>
    /// <param name="voices">The voices of the tune.</param>
    /// <param name="ordersParts">Whether its header orders parts.</param>
    public static IEnumerable<(Decoration Sign, string Text)> Of(IReadOnlyList<Voice> voices, bool ordersParts)
    {
        IReadOnlyList<DirectionMark> marks = DirectionMarks.Of(voices);
        DirectionMark[] jumps = [.. marks.Where(mark => mark.IsJump)];
        if (jumps.Length == 0)
        {
            yield break;
        }

        Voice voice = voices.First(each => each.Elements.Contains(jumps[0].Sign));
        HashSet<DirectionMark> left = ordersParts ? [.. jumps] : [.. Directions.NotComeTo(marks, voice.Elements)];
        foreach (DirectionMark jump in jumps)
        {
            string name = $"!{jump.Sign.Name}!";
            string? text =
                ordersParts ? $"{name} is not followed: the P: field of the header says what is played."
                : left.Contains(jump) ? NotFollowed(name)
                : jump.Text.Direction == Direction.DalSegno && Directions.Segno(marks, jump) is null
                    ? $"There is no !segno! that {name} could go back to; it goes back to the start."
                : jump.Text.Goal is { } goal && !marks.Any(mark => mark.Text.Direction == goal)
                    ? $"There is no !{(goal == Direction.Fine ? "fine" : "coda")}! that {name} could lead to; the music goes on behind it."
                : null;
            if (text is not null)
            {
                yield return (jump.Sign, text);
            }
        }
    }

    private static string NotFollowed(string name) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} is not followed: another jump leads past it, or it is beyond the {Directions.MostJumps} that are followed."
        );
}
