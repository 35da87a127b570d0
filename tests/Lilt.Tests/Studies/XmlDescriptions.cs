using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lilt.Tests.Studies;

/// <summary>What the XML documentation of the library says of its types and members, as plain text.</summary>
internal sealed partial class XmlDescriptions
{
    private readonly Dictionary<string, XElement> members;

    public XmlDescriptions(Assembly assembly) =>
        members = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>A type's summary.</summary>
    public string? Of(Type type) => Summary($"T:{Name(type)}");

    /// <summary>A property's summary; of a positional record's, what its parameter says.</summary>
    public string? Of(PropertyInfo property) => Summary($"P:{Name(property.DeclaringType!)}.{property.Name}") ?? Parameter(property);

    /// <summary>What a member of an enumeration says.</summary>
    public string? Of(Enum member) => Summary($"F:{Name(member.GetType())}.{member}");

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private string? Summary(string name) => members.TryGetValue(name, out XElement? member) ? Text(member.Element("summary")) : null;

    private string? Parameter(PropertyInfo property) =>
        members.TryGetValue($"T:{Name(property.DeclaringType!)}", out XElement? type)
            ? Text(type.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == property.Name))
            : null;

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        StringBuilder text = new();
        foreach (XNode node in element.Nodes())
        {
            text.Append(
                node switch
                {
                    XText plain => plain.Value,
                    XElement { Name.LocalName: "see" } see => Reference((string)see.Attribute("cref")!),
                    XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                    XElement other => other.Value,
                    _ => string.Empty,
                }
            );
        }

        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    // A member by the name that it has in JSON, a type by its own.
    private static string Reference(string to) =>
        to.Split('.')[^1] is var name && to.StartsWith("P:", StringComparison.Ordinal)
            ? $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`"
            : name;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
