// All style in one file, which is small: none of it comes late, when its screen is there already, and none of it twice. The classes of
// each *.module.css are its own: they get its name before theirs.
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { transform, type Plugin } from 'esbuild';

export interface OneStyle {
  plugin: Plugin;
  /** Everything that was imported, minified, in the order of the paths below `root`. */
  text(root: string): Promise<string>;
}

/** A plugin that takes the style out of a bundle and keeps it. */
export function oneStyle(): OneStyle {
  const sheets = new Map<string, string>();
  return {
    plugin: {
      name: 'one-style',
      setup(build) {
        build.onLoad({ filter: /\.css$/ }, ({ path }) => {
          const { css, names } = path.endsWith('.module.css')
            ? ownClasses(basename(path, '.module.css'), readFileSync(path, 'utf8'))
            : { css: readFileSync(path, 'utf8'), names: {} };
          sheets.set(path, css);
          return { contents: `export default ${JSON.stringify(names)}`, loader: 'js' };
        });
      },
    },
    async text(root) {
      const ordered = [...sheets.keys()].sort((one, other) =>
        rank(root, one).localeCompare(rank(root, other)),
      );
      const whole = ordered.map((path) => sheets.get(path)).join('\n');
      return (await transform(whole, { loader: 'css', minify: true, target: 'es2022' })).code;
    },
  };
}

/** What others build on comes first: colours, the ground, components, screens. */
function rank(root: string, path: string): string {
  const place = relative(root, path).replaceAll('\\', '/');
  const first = ['web/ui/tokens.css', 'web/ui/base.css'].indexOf(place);
  return `${first >= 0 ? first : place.startsWith('web/ui/') ? 2 : 3} ${place}`;
}

/** `.button` of button.module.css becomes `.button-button`. */
function ownClasses(sheet: string, text: string): { css: string; names: Record<string, string> } {
  const names: Record<string, string> = {};
  const css = text.replace(/\.([A-Za-z][\w-]*)(?=[^{}]*\{)/g, (_, name: string) => {
    names[name] = `${sheet}-${name}`;
    return `.${sheet}-${name}`;
  });
  return { css, names };
}
