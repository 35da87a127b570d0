namespace Lilt.Generation;

/// <summary>What somebody asked for by the names of options: on a command line, or in a script of another language.</summary>
public interface IAskedOptions
{
    /// <summary>How an option's name is spelled there: <c>--tunes</c>, or <c>tunes</c>.</summary>
    string Spelling(string name);

    /// <summary>A text; null where there is none. Of two numbers, both with a blank between.</summary>
    string? Text(string name);

    /// <summary>A whole number in a range; where none was given the usual one.</summary>
    /// <exception cref="Exception">What <see cref="Fault"/> makes: it is outside the range.</exception>
    long Whole(string name, long usual, long least, long most);

    /// <summary>A number; where none was given the usual one.</summary>
    double Number(string name, double usual);

    /// <summary>One of an enumeration's values; where none was given the usual one.</summary>
    TChoice Choice<TChoice>(string name, TChoice usual)
        where TChoice : struct, Enum;

    /// <summary>Whether something is asked for that is else left out.</summary>
    bool Flag(string name);

    /// <summary>Says what is worth saying of what was asked for.</summary>
    void Remark(string sentence);

    /// <summary>What is thrown where something that was asked for cannot be.</summary>
    Exception Fault(string sentence);
}
