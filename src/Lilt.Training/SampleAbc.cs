using System.Globalization;
using System.Text;

namespace Lilt.Training;

/// <summary>A sampled tune as ABC text, as folk-rnn's token text stands for it: fields on lines of their own, then the music.</summary>
internal static class SampleAbc
{
    private const int BarsALine = 4;

    /// <summary>The text; an untrained network's tokens are no tune, and the text is then none either.</summary>
    public static string Of(EpochSample sample)
    {
        StringBuilder abc = new();
        abc.Append(CultureInfo.InvariantCulture, $"X:{sample.Seed}\nT:Epoch {sample.Epoch}\nL:1/8\n");
        bool music = false;
        int bars = 0;
        foreach (string token in sample.Tokens)
        {
            if (!music && token.Length > 2 && char.IsAsciiLetterUpper(token[0]) && token[1] == ':')
            {
                abc.Append(token).Append('\n');
                continue;
            }

            music = true;
            bool bar = token.Contains('|', StringComparison.Ordinal);
            abc.Append(bar ? $" {token} " : token);
            if (bar && ++bars % BarsALine == 0)
            {
                abc.Append('\n');
            }
        }

        return abc.ToString().TrimEnd() + "\n";
    }
}
