// Builds the dashboard: the application in app/ and the components in web/ui become dist/dashboard, hashed and compressed. A second's work,
// done by bin/run.mjs after the code. No binary is installed for it by a script: esbuild's comes as a package of its own.
// Why so: docs/decisions/0024-a-dashboard-without-a-component-library.md
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';
import { projectRoot } from '#platform/contract/project-root.js';
import { oneStyle } from './one-style.js';
import { dashboardPage } from './page.js';

const ROOT = projectRoot();
const APP = join(ROOT, 'web', 'dashboard', 'app');

/** Bundles one program; its files by the name they have in the site. */
async function bundle(entry: string, format: 'esm' | 'iife', plugins: Plugin[] = []) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format,
    splitting: format === 'esm',
    minify: true,
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    plugins,
    legalComments: 'none',
    metafile: true,
    write: false,
    absWorkingDir: ROOT,
    outdir: join(ROOT, 'dist', 'dashboard', 'assets'),
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
  return { files, metafile };
}

/** The output made from an entry, and what it imports before it can run, by name. */
function firstLoad({ outputs }: Metafile, entry: string): string[] {
  const isEntry = ([, { entryPoint = '' }]: [string, { entryPoint?: string }]) => entryPoint.endsWith(entry);
  const [path = ''] = Object.entries(outputs).find(isEntry) ?? [];
  const found = new Set<string>();
  const follow = (output: string) => {
    if (found.has(output)) return;
    found.add(output);
    for (const { path: next, kind } of outputs[output]?.imports ?? [])
      if (kind === 'import-statement') follow(next);
  };
  follow(path);
  return [...found].map((output) => basename(output));
}

/** Everything the dashboard is made of: its path under dist/dashboard → its content. */
async function buildDashboard(): Promise<Map<string, Buffer>> {
  const style = oneStyle();
  const [app, theme] = await Promise.all([
    bundle(join(APP, 'main.tsx'), 'esm', [style.plugin]),
    bundle(join(ROOT, 'web', 'docs', 'browser', 'theme.ts'), 'iife'),
  ]);
  const icon = readFileSync(join(ROOT, 'web', 'docs', 'assets', 'icon.svg'));
  const sheet = Buffer.from(await style.text(ROOT));
  const iconFile = [hashed('icon.svg', icon), icon] as const;
  const assets = new Map([
    ...app.files,
    ...theme.files,
    iconFile,
    [hashed('main.css', sheet), sheet] as const,
  ]);
  const named = (pattern: RegExp) => [...assets.keys()].find((name) => pattern.test(name)) ?? '';
  const scripts = firstLoad(app.metafile, 'main.tsx');
  const page = dashboardPage({
    main: scripts[0] ?? '',
    preloads: scripts.slice(1),
    theme: named(/^theme-.*\.js$/),
    icon: named(/^icon-.*\.svg$/),
    style: named(/\.css$/),
  });
  const files = [...assets].map(([name, content]) => [`assets/${name}`, content] as const);
  return new Map([...files, ['index.html', Buffer.from(page)]]);
}

function hashed(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return name.replace(/(\.\w+)$/, `-${hash}$1`);
}

/** Beside each file its two compressed forms: the service has nothing to compute when it hands them out. */
async function withCompressed(files: Map<string, Buffer>): Promise<Map<string, Buffer>> {
  const all = await Promise.all(
    [...files].map(async ([name, content]) => {
      if (name.endsWith('.html')) return [[name, content] as const]; // the service writes its address into it
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      };
      const [gzipped, brotli] = await Promise.all([
        promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
        promisify(brotliCompress)(content, { params }),
      ]);
      return [
        [name, content],
        [`${name}.gz`, gzipped],
        [`${name}.br`, brotli],
      ] as const;
    }),
  );
  return new Map(all.flat());
}

/** Written beside and put in place at the end: a server that runs meanwhile never sees half a build. */
function write(files: Map<string, Buffer>, folder: string): void {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(join(fresh, 'assets'), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(fresh, name), content);
  const old = `${fresh}.old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === import.meta.filename)
  write(await withCompressed(await buildDashboard()), join(ROOT, 'dist', 'dashboard'));
