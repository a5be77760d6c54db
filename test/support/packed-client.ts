// The client as its users get it: built, packed by npm, unpacked into the node_modules of a project of its own.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compileProject } from './compile-project.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = join(ROOT, 'clients/typescript');

export interface Ended {
  code: number;
  output: string;
}

/** Runs a program of ours with Node to its end; standard output and error as one. */
export async function runNode(
  args: string[],
  cwd: string,
  environment: Record<string, string> = {},
): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

/** A program of node_modules, by its path there. */
export const tool = (path: string) => join(ROOT, 'node_modules', path);

export interface PackedClient {
  /** The .tgz file. */
  tarball: string;
  /** The files in it. */
  files: string[];
  /** A project that has the package installed. */
  project: string;
  /** Checks the types of these files with these options, and writes their JavaScript to `out/`. @returns what is wrong, as tsc says it */
  compile(include: string[], options: Record<string, unknown>): string;
  remove(): void;
}

/** Builds and packs in a temporary folder: the client's own `dist` is left alone. */
export async function packClient(): Promise<PackedClient> {
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-client-'));
  const [source, project] = [join(folder, 'package'), join(folder, 'project')];
  mkdirSync(source);
  for (const file of ['package.json', 'README.md', 'LICENSE']) cpSync(join(SOURCE, file), join(source, file));
  const faults = compileProject(join(SOURCE, 'tsconfig.json'), { outDir: join(source, 'dist') });
  if (faults !== '') throw new Error(faults);
  const pack = ['pack', '--json', '--ignore-scripts', '--offline', '--loglevel=error'];
  const { stdout } = await promisify(execFile)('npm', pack, { cwd: source });
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  const tarball = join(source, packed!.filename);
  const installed = join(project, 'node_modules/@refcampaign/api-client');
  mkdirSync(installed, { recursive: true });
  await promisify(execFile)('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  symlinkSync(tool('@types'), join(project, 'node_modules/@types'));
  return {
    tarball,
    files: packed!.files.map(({ path }) => path).sort(),
    project,
    compile: (include, options) => compile(project, include, options),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function compile(project: string, include: string[], options: Record<string, unknown>): string {
  // Whatever the package declares must hold in its user's project: its declarations are checked too.
  const strict = { strict: true, skipLibCheck: false, target: 'es2022', types: [], outDir: 'out' };
  const config = { compilerOptions: { ...strict, ...options }, include };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
  return compileProject(join(project, 'tsconfig.json'));
}

/** The code fences of a Markdown page in that language. */
export function fencesOf(path: string, language: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const fences = text.matchAll(/^```(\S+)[^\n]*\n([\s\S]*?)^```$/gm);
  return [...fences].filter(([, said]) => said === language).map(([, , code]) => code!);
}
