// The compiler refuses a handler that returns what openapi.yaml does not promise.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FIXTURE = fileURLToPath(new URL('fixtures/handlers.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Line number → message, for the fixture without its @ts-expect-error comments. */
function diagnostics(): Map<number, string> {
  const config = ts.readConfigFile(`${ROOT}/tsconfig.json`, (path) => ts.sys.readFile(path)).config as {
    compilerOptions: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, types: ['node'], sourceMap: false },
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = read(path);
    return path === FIXTURE ? text?.replace(/@ts-expect-error/g, 'must not compile:') : text;
  };
  const program = ts.createProgram([FIXTURE], options, host);
  const source = program.getSourceFile(FIXTURE)!;
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return new Map(
    found.map(({ start, messageText }) => [
      source.getLineAndCharacterOfPosition(start!).line + 1,
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]),
  );
}

it('a surplus or missing property, a wrong status, type or enum value does not compile; what is promised does', () => {
  const lines = readFileSync(FIXTURE, 'utf8').split('\n');
  const marked = lines.flatMap((line, index) => (line.includes('@ts-expect-error ') ? [index + 2] : []));
  const found = diagnostics();
  expect(marked.length).toBeGreaterThanOrEqual(15);
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(marked);
  for (const message of found.values())
    expect(message).toContain('the reply is not what openapi.yaml promises');
});
