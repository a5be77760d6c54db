// Programs as trees (tree-sitter): whether they parse, and whether two are the same but for comments and prose.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language, Node, Parser } from '@vscode/tree-sitter-wasm';

const require = createRequire(import.meta.url);
const entry = require.resolve('@vscode/tree-sitter-wasm');
const library = require('@vscode/tree-sitter-wasm') as typeof import('@vscode/tree-sitter-wasm');

/** Language of a fence → name of its grammar. */
const grammars: Record<string, string> = {
  sh: 'bash',
  js: 'javascript',
  ts: 'typescript',
  python: 'python',
  php: 'php',
  go: 'go',
  ruby: 'ruby',
  java: 'java',
  csharp: 'c-sharp',
};

const parsers = new Map<string, Promise<Parser>>();
let isReady: Promise<void> | null = null;

export function isParsed(fence: string): boolean {
  return fence in grammars;
}

/** Where the program breaks its language's grammar: `line 3: ERROR in …`; empty when it does not. */
export async function syntaxErrors(fence: string, text: string): Promise<string[]> {
  const errors: string[] = [];
  walk(await parse(fence, text), (node) => {
    if (node.isError || node.isMissing) {
      errors.push(`line ${node.startPosition.row + 1}: ${node.isMissing ? 'MISSING' : 'ERROR'} ${node.text}`);
    }
  });
  return errors;
}

/** The words of a program, without its comments. A string that holds a space is prose, whatever it says. */
export async function wordsOf(fence: string, text: string): Promise<string[]> {
  const words: string[] = [];
  walk(await parse(fence, text), (node) => {
    if (node.type.includes('comment') || node.childCount > 0) return;
    const isProse = node.type.includes('string') && node.text.includes(' ');
    words.push(isProse ? '(prose)' : node.text);
  });
  return words;
}

async function parse(fence: string, text: string): Promise<Node> {
  const made = parsers.get(fence) ?? parserOf(fence);
  parsers.set(fence, made);
  const tree = (await made).parse(text);
  if (!tree) throw new Error(`no tree of ${fence}`);
  return tree.rootNode;
}

async function parserOf(fence: string): Promise<Parser> {
  isReady ??= library.Parser.init({ locateFile: (name: string) => join(dirname(entry), name) });
  await isReady;
  const grammar = readFileSync(join(dirname(entry), `tree-sitter-${grammars[fence]}.wasm`));
  const parser = new library.Parser();
  const language: Language = await library.Language.load(grammar);
  parser.setLanguage(language);
  return parser;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children) if (child) walk(child, visit);
}
