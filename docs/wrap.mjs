// Wraps every Markdown file of the checkout at 120 columns: node docs/wrap.mjs [--check]
// With --check nothing is written; files that would change are named, and the exit code is 1.
// Headings, tables and code stand as they are. A link or a code span is not broken, so a line may be longer for it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const width = 120;
const codeIndent = 4;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const elsewhere = new Set(["node_modules", "bin", "obj", "dist", "artifacts"]);

const marker = /^(\s*(?:[-*+]|\d+[.)])\s+)(.*)$/;
const standing = /^\s*(?:\||#|>|<(?!https?:)|\[[^\]]+\]:|```)/;
// What may not be broken: code, links and pictures, with what touches them.
const atom = /(?:`[^`]*`|!?\[(?:`[^`]*`|[^\]])*\]\([^)]*\)|\S)+/g;
// What would begin a list, a heading, a quotation or a table at the beginning of a line.
const meansSomething = /^(?:[-+*>|=]+|#{1,6}|\d+[.)])$/;

/** Every Markdown file in a folder. */
function* documents(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || elsewhere.has(entry.name)) continue;
    if (entry.isDirectory()) yield* documents(join(folder, entry.name));
    else if (entry.name.endsWith(".md")) yield join(folder, entry.name);
  }
}

/** The text of a paragraph in lines, the first behind one prefix and the others behind another. */
function fill(text, first, rest) {
  const words = [];
  for (const word of text.match(atom) ?? []) {
    if (words.length > 0 && meansSomething.test(word)) words.push(`${words.pop()} ${word}`);
    else words.push(word);
  }
  const lines = [];
  let line = first;
  let empty = true;
  for (const word of words) {
    if (!empty && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** A whole document, wrapped. */
function wrap(text) {
  const lines = text.split("\n");
  const indent = (line) => line.length - line.trimStart().length;
  const wrapped = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line.startsWith("```")) {
      do wrapped.push(lines[at++]);
      while (at < lines.length && !lines[at].startsWith("```"));
      wrapped.push(lines[at++]);
    } else if (line.trim() === "" || standing.test(line)) {
      wrapped.push(line);
      at++;
    } else if (indent(line) >= codeIndent && (at === 0 || lines[at - 1].trim() === "")) {
      while (at < lines.length && (lines[at].trim() === "" || indent(lines[at]) >= codeIndent)) wrapped.push(lines[at++]);
    } else {
      const item = marker.exec(line);
      const first = item ? item[1] : " ".repeat(indent(line));
      const paragraph = [item ? item[2] : line.trim()];
      for (at++; at < lines.length && lines[at].trim() !== "" && !standing.test(lines[at]) && !marker.test(lines[at]); at++) paragraph.push(lines[at].trim());
      wrapped.push(...fill(paragraph.join(" "), first, " ".repeat(first.length)));
    }
  }
  return wrapped.join("\n");
}

const check = process.argv.includes("--check");
for (const path of documents(root)) {
  const text = readFileSync(path, "utf8");
  const wrapped = wrap(text);
  if (wrapped === text) continue;
  if (check) {
    console.log(`${relative(root, path)} is not wrapped at ${width} columns: node docs/wrap.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, wrapped);
  }
}
