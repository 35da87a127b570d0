import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built program; `LILT_PROGRAM` names another. Undefined where it was not built. */
export const program = [
  process.env.LILT_PROGRAM ?? '',
  ...['Release', 'Debug'].map((kind) => join(root, `src/Lilt.Cli/bin/${kind}/net10.0/Lilt.Cli.dll`)),
].find((path) => existsSync(path));

/** What a test says that cannot do without the program. */
export const notBuilt = 'The program is not built: run dotnet build src/Lilt.Cli -c Release.';
