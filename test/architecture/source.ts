// Looks at TypeScript source as a tree: where SQL stands, how long files and functions are.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A statement, from its first word: told from English by the second. */
const SQL =
  /^\s*(--[^\n]*\n\s*)*(select\s[\s\S]*\sfrom\s|select\s+[\w.$'"(*]+\s*(\(|,|$)|insert\s+into\s|update\s[\s\S]+\sset\s|delete\s+from\s|with\s+\w+\s+as\s|(create|alter|drop)\s+(temp\s+)?(table|index|database|type|function|trigger|sequence|extension|role|schema)\s|truncate\s|lock\s+table\s)/i;

/** The TypeScript files below a folder of the project, by their paths in it. */
export function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The texts of all strings and templates, with a word in the place of each expression. */
export function textsOf(source: ts.SourceFile): string[] {
  const texts: string[] = [];
  walk(source, (node) => {
    const content = textOf(node);
    if (content !== null) texts.push(content);
  });
  return texts;
}

/** Lines (from 1) on which an SQL statement stands, as a string or a template. */
export function sqlLines(path: string, text: string): number[] {
  const lines: number[] = [];
  walk(parse(path, text), (node, source) => {
    const content = textOf(node);
    if (content !== null && SQL.test(content)) lines.push(lineOf(source, node.getStart(source)));
  });
  return lines;
}

/** Unions of texts that are written out, as types: the texts of each in order, with its line (from 1). */
export function unionsOfTexts(path: string, text: string): { texts: string[]; line: number }[] {
  const found: { texts: string[]; line: number }[] = [];
  walk(parse(path, text), (node, source) => {
    if (!ts.isUnionTypeNode(node)) return;
    const texts = node.types.map((type) =>
      ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : null,
    );
    if (texts.includes(null)) return;
    found.push({ texts: (texts as string[]).sort(), line: lineOf(source, node.getStart(source)) });
  });
  return found;
}

/** What is longer than it may be: the file, and functions by name. */
export function tooLong(path: string, text: string, most: { file: number; function: number }): string[] {
  const found: string[] = [];
  const fileLines = text.replace(/\n$/, '').split('\n').length;
  if (fileLines > most.file) found.push(`${path}: ${fileLines} lines`);
  walk(parse(path, text), (node, source) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isScopeOfFile(node)) return;
    const [first, last] = [lineOf(source, signatureStart(node, source)), lineOf(source, node.getEnd())];
    const lines = last - first + 1;
    if (lines > most.function) found.push(`${path}:${first} ${nameOf(node)}: ${lines} lines`);
  });
  return found;
}

/** `(() => { … })()`: how a script that is no module keeps its names to itself. It is a file, and not a function. */
function isScopeOfFile(node: ts.Node): boolean {
  const call = ts.isParenthesizedExpression(node.parent) ? node.parent.parent : node.parent;
  return (
    ts.isCallExpression(call) && ts.isExpressionStatement(call.parent) && ts.isSourceFile(call.parent.parent)
  );
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

export function walk(source: ts.SourceFile, visit: (node: ts.Node, source: ts.SourceFile) => void): void {
  const down = (node: ts.Node) => {
    visit(node, source);
    ts.forEachChild(node, down);
  };
  down(source);
}

/** The text of a string or a template, with a word in the place of each expression. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join('');
}

/** Without its decorators: they say something about the function, they are not its body. */
function signatureStart(node: ts.Node, source: ts.SourceFile): number {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  const last = decorators.at(-1);
  return last ? last.getEnd() + 1 : node.getStart(source);
}

function nameOf(node: ts.Node): string {
  const named = node as { name?: ts.Node; parent: ts.Node & { name?: ts.Node } };
  return (named.name ?? named.parent.name)?.getText() ?? 'a function';
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}
