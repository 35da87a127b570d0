using Lilt.Network;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>
/// The members of one object of a plan's JSON, each named once for both ways: <see cref="PlanReader"/> gives what stands there, whatever
/// the value; <see cref="PlanWriter"/> writes the value and gives it back.
/// </summary>
/// <remarks>A member with a usual value may be left out, and is left out where it has it.</remarks>
internal interface IPlanMembers
{
    /// <summary>What is wrong with the object.</summary>
    PlanFormatException Fault(string what);

    string Text(string name, string? value);

    /// <summary>One of the names of an enumeration, in lower case.</summary>
    TChoice Choice<TChoice>(string name, TChoice? value, TChoice usual)
        where TChoice : struct, Enum;

    int Whole(string name, int? value);

    int? OptionalWhole(string name, int? value);

    bool Flag(string name, bool value);

    Seed Seed(string name, Seed value);

    Site Site(string name, Site? value);

    /// <summary>A site, or a list of them.</summary>
    SiteSet Sites(string name, SiteSet? value);

    string? OptionalText(string name, string? value);

    /// <summary>A list of texts; one text stands for a list of one.</summary>
    IReadOnlyList<string> Texts(string name, IReadOnlyList<string>? value);

    IReadOnlyList<string>? OptionalTexts(string name, IReadOnlyList<string>? value);

    /// <summary>A number, or a list of them.</summary>
    /// <param name="name">The member.</param>
    /// <param name="value">What is written.</param>
    /// <param name="usual">What stands for a member that is left out; it is written all the same. Null where it must be there.</param>
    IReadOnlyList<double> Numbers(string name, IReadOnlyList<double>? value, IReadOnlyList<double>? usual = null);

    /// <summary>Whether a member's values come from memory and so have no form in JSON.</summary>
    /// <exception cref="InvalidOperationException">They do, and the plan is to be read again.</exception>
    bool IsInMemory(string name, object? from);

    /// <summary>An object of numbers by token; the text -inf is minus infinity.</summary>
    IReadOnlyDictionary<string, double> NumbersByToken(string name, IReadOnlyDictionary<string, double>? value);

    /// <summary>A list of two: the first step and the last, or null for the end.</summary>
    StepRange? Steps(string name, StepRange? value, StepRange? usual);

    /// <summary>"all", numbers, or texts of tokens.</summary>
    UnitSet Units(string name, UnitSet? value);
}
