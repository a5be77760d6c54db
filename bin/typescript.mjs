// import '…/bin/typescript.mjs': from then on this process imports TypeScript files as they are. For what must run without a
// build: the contract's generator (src/ may not compile before it ran) and the tests' set-up. Types are stripped by swc, not checked.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/** Module hook: `./x.js` named from a TypeScript file means `./x.ts`. */
export async function resolve(specifier, context, next) {
  const fromTypeScript = isTypeScript(context.parentURL) && specifier.startsWith('.');
  return next(fromTypeScript ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

/** Module hook: TypeScript in, JavaScript out. */
export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const { compile } = await import('./compile.mjs');
  const filename = fileURLToPath(url.split('?')[0]);
  const { code } = await compile(readFileSync(filename, 'utf8'), filename);
  return { format: 'module', shortCircuit: true, source: code };
}

/** A test runner puts a query behind the address of a test file. */
function isTypeScript(url) {
  return url?.split('?')[0].endsWith('.ts') === true;
}

// The hooks run on a thread of their own, which loads this very file.
if (isMainThread) register(import.meta.url);
