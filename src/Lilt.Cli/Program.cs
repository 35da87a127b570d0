using System.CommandLine;
using System.Globalization;
using Lilt.Cli;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args, new InvocationConfiguration());
