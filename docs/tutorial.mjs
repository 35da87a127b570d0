// Runs what docs/tutorial.md says to type, and puts what it says under it: node docs/tutorial.mjs [--check]
// With --check nothing is written; the first difference is named, and the exit code is 1.
// Every `sh` block is typed into one shell folder, every `python` block into one Python session that begins there. What a block says
// stands in the `text` block behind it, and a picture is the file of its name that a block made, figure-NN- in front of it or not.
// LILT is the command line's program (a .dll is run by dotnet), PYTHON the Python that has the package; PYTHONPATH may say where that lies.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, "tutorial.md");
const program = process.env.LILT ?? join(here, "..", "src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll");
const python = process.env.PYTHON ?? "python3";
const check = process.argv.includes("--check");

const fail = (message) => {
  process.stderr.write(`tutorial.mjs: ${message}\n`);
  process.exit(1);
};

// A session: a cell a line comes in as JSON, and what it printed goes out as JSON, with what was raised behind it.
const session = `
import contextlib, io, json, sys, traceback
names = {"__name__": "__main__"}
for line in sys.stdin:
    said, fault = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(json.loads(line), "cell", "exec"), names)
    except BaseException:
        fault = traceback.format_exc()
    print(json.dumps([said.getvalue(), fault]), flush=True)
`;

if (!existsSync(program)) fail(`the program is not built (${program}): dotnet build src/Lilt.Cli -c Release.`);
const has = spawnSync(python, ["-c", "import lilt"], { encoding: "utf8" });
if (has.status !== 0) fail(`${python} has no package lilt: python/build-wheel.sh makes it, PYTHONPATH says where it was unpacked.`);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "lilt-tutorial-")));
const bin = realpathSync(mkdtempSync(join(tmpdir(), "lilt-program-")));
process.on("exit", () => [folder, bin].forEach((made) => rmSync(made, { recursive: true, force: true })));
writeFileSync(join(bin, "lilt"), `#!/bin/sh\nexec ${program.endsWith(".dll") ? "dotnet " : ""}'${program}' "$@"\n`);
chmodSync(join(bin, "lilt"), 0o755);
const env = { ...process.env, PATH: bin + delimiter + process.env.PATH, NO_COLOR: "1", PYTHONIOENCODING: "utf-8" };

const cells = spawn(python, ["-c", session], { cwd: folder, env, stdio: ["pipe", "pipe", "inherit"] });
const answers = createInterface({ input: cells.stdout })[Symbol.asyncIterator]();

const run = {
  sh(code) {
    const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", code], { cwd: folder, env, encoding: "utf8" });
    return [stdout, status === 0 ? null : stderr];
  },
  async python(code) {
    cells.stdin.write(`${JSON.stringify(code)}\n`);
    return JSON.parse((await answers.next()).value);
  },
};

/** The page with what its blocks say now. */
async function made(lines) {
  const out = [];
  for (let at = 0; at < lines.length; at++) {
    out.push(lines[at]);
    const language = /^```(sh|python)$/.exec(lines[at])?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf("```", at + 1);
    const code = lines.slice(at + 1, end).join("\n");
    const [said, fault] = await run[language](code);
    if (fault !== null) fail(`line ${at + 1} of docs/tutorial.md ended with an error: ${fault}`);
    out.push(...lines.slice(at + 1, end + 1));
    at = end;
    // What was said before gives way.
    if (lines[at + 2] === "```text") at = lines.indexOf("```", at + 3);
    const text = said.trimEnd().split("\n").map((line) => line.trimEnd());
    if (text.join("") !== "") out.push("", "```text", ...text, "```");
  }
  return out.join("\n");
}

function* files(within) {
  for (const entry of readdirSync(within, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* files(join(within, entry.name));
    else yield join(within, entry.name);
  }
}

const before = readFileSync(page, "utf8");
const after = await made(before.split("\n"));
cells.stdin.end();
const pictures = [...after.matchAll(/!\[[^\]]*\]\(([^):]+\.svg)\)/g)].map(([, path]) => join(here, path));
const drawn = new Map([...files(folder)].map((path) => [basename(path).replace(/^figure-\d+-/, ""), path]));
for (const picture of pictures) if (!drawn.has(basename(picture))) fail(`no block makes the picture ${basename(picture)}.`);
if (check) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const line = now.findIndex((text, i) => text !== old[i]);
  if (before !== after) fail(`line ${line + 1} of docs/tutorial.md has ‘${old[line]}’, and ‘${now[line]}’ was made: node docs/tutorial.mjs.`);
  for (const picture of pictures)
    if (!existsSync(picture) || !readFileSync(picture).equals(readFileSync(drawn.get(basename(picture)))))
      fail(`${picture} is not what was made: node docs/tutorial.mjs.`);
} else {
  for (const picture of pictures) {
    copyFileSync(drawn.get(basename(picture)), `${picture}.partial`);
    renameSync(`${picture}.partial`, picture);
  }
  writeFileSync(`${page}.partial`, after);
  renameSync(`${page}.partial`, page);
}
