using System.Globalization;
using Lilt.Robustness.Damaged;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args.FirstOrDefault())
{
    case "damaged":
        await using (Requests requests = await Requests.StartAsync())
        {
        return DamagedFiles.Run(
            [.. FileKinds.All.Append(requests.Kind).Where(kind => args.Length < 3 || args[2] == "all" || kind.Name == args[2])],
            args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000,
            args.Length > 3 ? ulong.Parse(args[3], CultureInfo.InvariantCulture) : 1
        )
            ? 0
            : 1;
        }

    default:
        Console.Error.WriteLine("damaged [FILES [KIND|all [SEED]]]");
        return 2;
}
