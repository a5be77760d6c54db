// generated/sdk.js: the browser script as it is served, made small by swc. Small names and no spaces; what it does stays the same.
import { transform } from '@swc/core';

/**
 * The script of clients/browser/sdk.ts as one line of JavaScript. Same text in, same text out.
 * @throws Error of the compiler's when it is no TypeScript.
 */
export async function minifyScript(source: string): Promise<string> {
  const { code } = await transform(source, {
    isModule: false,
    minify: true,
    jsc: {
      // What every browser of the last years runs; older ones leave the script alone at its first line.
      target: 'es2018',
      parser: { syntax: 'typescript' },
      minify: { compress: { passes: 3 }, mangle: true, format: { comments: false } },
    },
  });
  return `${code.trim()}\n`;
}
