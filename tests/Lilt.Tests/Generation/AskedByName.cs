using System.Globalization;
using Lilt.Generation;

namespace Lilt.Tests.Generation;

/// <summary>Options as they could be asked for anywhere: texts by names that are spelled between brackets.</summary>
internal sealed class AskedByName(params (string Name, string Text)[] given) : IAskedOptions
{
    public List<string> Remarks { get; } = [];

    public string Spelling(string name) => $"[{name}]";

    public string? Text(string name) => given.Where(of => of.Name == name).Select(of => of.Text).SingleOrDefault();

    public long Whole(string name, long usual, long least, long most) =>
        Text(name) is not { } text ? usual
        : long.Parse(text, CultureInfo.InvariantCulture) is var value && value >= least && value <= most ? value
        : throw Fault($"{Spelling(name)} {text}");

    public double Number(string name, double usual) => Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : usual;

    public TChoice Choice<TChoice>(string name, TChoice usual)
        where TChoice : struct, Enum => Text(name) is { } text ? Enum.Parse<TChoice>(text) : usual;

    public bool Flag(string name) => Text(name) == "yes";

    public void Remark(string sentence) => Remarks.Add(sentence);

    public Exception Fault(string sentence) => new InvalidOperationException(sentence);
}
