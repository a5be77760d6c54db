// TypeScript to JavaScript, one file at a time, by swc: for the build and for what runs without one.
import { transform } from '@swc/core';

/**
 * Strips the types; decorators and their metadata are kept as Nest and TypeORM read them.
 * @param withMap a source map of its own; without, it is in the code.
 * @returns {Promise<{ code: string, map?: string }>}
 */
export function compile(source, filename, withMap = false) {
  return transform(source, {
    filename,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
    sourceMaps: withMap ? true : 'inline',
  });
}
