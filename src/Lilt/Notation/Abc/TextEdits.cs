using System.Text;

namespace Lilt.Notation.Abc;

/// <summary>Changes at places of a text, and where its other places stand once they are made.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(int At, int Length, string With)> edits = [];

    /// <summary>Puts a text in place of another. A change inside of what one before it takes away is not made.</summary>
    /// <param name="at">Where it begins, from 0.</param>
    /// <param name="length">Its length; 0 to put something in.</param>
    /// <param name="with">What takes its place.</param>
    public void Replace(int at, int length, string with) => edits.Add((at, length, with));

    /// <summary>The text with all changes.</summary>
    public string Apply()
    {
        StringBuilder made = new();
        int from = 0;
        foreach ((int at, int length, string with) in Ordered())
        {
            made.Append(text, from, at - from).Append(with);
            from = at + length;
        }

        return made.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Where each place of the text, its end too, stands in the text with all changes; one that is replaced, at what took its place.</summary>
    public int[] Places()
    {
        int[] places = new int[text.Length + 1];
        int moved = 0;
        int from = 0;
        foreach ((int at, int length, string with) in Ordered())
        {
            for (; from < at; from++)
            {
                places[from] = from + moved;
            }

            for (; from < at + length; from++)
            {
                places[from] = at + moved + Math.Min(from - at, Math.Max(0, with.Length - 1));
            }

            moved += with.Length - length;
        }

        for (; from < places.Length; from++)
        {
            places[from] = from + moved;
        }

        return places;
    }

    private IEnumerable<(int At, int Length, string With)> Ordered()
    {
        int end = 0;
        foreach ((int at, int length, string with) in edits.OrderBy(edit => edit.At).ThenBy(edit => edit.Length))
        {
            if (at >= end)
            {
                yield return (at, length, with);
                end = at + length;
            }
        }
    }
}
