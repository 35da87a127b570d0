using System.CommandLine;
using System.Globalization;
using Lilt.Cli;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// Every transform runs beside others of its kind; split in two by itself it only waits.
MathNet.Numerics.Control.MaxDegreeOfParallelism = 1;

// A stopped job finishes what it writes: a whole tune, a whole checkpoint.
return await CommandLine.RunAsync(args, new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
