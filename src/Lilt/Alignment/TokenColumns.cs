using Lilt.Notation.Tokens;

namespace Lilt.Alignment;

/// <summary>A tune's tokens as one line of text, and which step a column of it belongs to.</summary>
internal sealed class TokenColumns
{
    private readonly int[] columns;

    /// <param name="tokens">[T], the start token left out.</param>
    public TokenColumns(IReadOnlyList<string> tokens)
    {
        columns = new int[tokens.Count];
        int column = Vocabulary.StartText.Length + 2;
        for (int step = 0; step < columns.Length; step++)
        {
            columns[step] = column;
            column += tokens[step].Length + 1;
        }

        Text = $"{Vocabulary.StartText} {string.Join(' ', tokens)}";
    }

    /// <summary>The line, the start token in front.</summary>
    public string Text { get; }

    /// <summary>The column, from 1, at which a step's token begins; no column is as far as the end of the tune.</summary>
    public int Of(int step) => step < columns.Length ? columns[step] : int.MaxValue;

    /// <summary>The step whose token stands at a column; the first or the last for columns outside.</summary>
    public int StepAt(int column)
    {
        int place = Array.BinarySearch(columns, column);
        return Math.Clamp(place >= 0 ? place : ~place - 1, 0, Math.Max(columns.Length - 1, 0));
    }
}
