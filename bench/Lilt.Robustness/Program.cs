using System.Globalization;
using Lilt.Robustness.Crowd;
using Lilt.Robustness.Damaged;
using Lilt.Robustness.Denied;
using Lilt.Robustness.Killed;

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

    case "killed":
        return await KilledRuns.RunAsync(
            args[1],
            args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 200,
            args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1,
            args.ElementAtOrDefault(4)
        )
            ? 0
            : 1;
    case "crowd" when args.Length > 1:
        return await CrowdedRun.RunAsync(
            args[1],
            args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100,
            args.ElementAtOrDefault(3)
        )
            ? 0
            : 1;
    case "denied" when args.Length > 1:
        return DeniedRuns.Run(args[1], args.ElementAtOrDefault(2)) ? 0 : 1;
    default:
        Console.Error.WriteLine(
            "damaged [FILES [KIND|all [SEED]]]\nkilled PROGRAM.dll [KILLS [SEED [VERB]]]\ncrowd PROGRAM.dll [PAGES [WAVE]]\ndenied PROGRAM.dll [VERB]"
        );
        return 2;
}
