// tsc, in this process: what several projects have in common (the libraries of the language, the types of Node) is read once.
import ts from 'typescript';

const read = new Map<string, ts.SourceFile | undefined>();

/** Libraries that come with the language or with Node are right by themselves, and take seconds to check. */
const NOT_OURS = /node_modules\/(typescript\/lib|@types|undici-types)\//;

/**
 * Compiles a project as `tsc -p` does.
 * @param configFile path of its tsconfig.json
 * @param overrides options that win over the file's
 * @returns what is wrong, one fault a line; an empty text when nothing is
 */
export function compileProject(configFile: string, overrides: ts.CompilerOptions = {}): string {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (fault) => {
      throw new Error(toText([fault]));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(configFile, overrides, host)!;
  const program = ts.createProgram(config.fileNames, config.options, remembering(config.options));
  const faults = [
    ...config.errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSourceFiles().flatMap((file) => faultsIn(program, file)),
  ];
  if (config.options.noEmit !== true) faults.push(...program.emit().diagnostics);
  return toText(faults);
}

function faultsIn(program: ts.Program, file: ts.SourceFile): readonly ts.Diagnostic[] {
  if (NOT_OURS.test(file.fileName)) return [];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
}

function remembering(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const readAnew = host.getSourceFile.bind(host);
  host.getSourceFile = (name, how, ...rest) => {
    if (!NOT_OURS.test(name)) return readAnew(name, how, ...rest);
    const format = typeof how === 'object' ? how.impliedNodeFormat : undefined;
    const key = `${name} ${format}`;
    if (!read.has(key)) read.set(key, readAnew(name, how, ...rest));
    return read.get(key);
  };
  return host;
}

function toText(faults: readonly ts.Diagnostic[]): string {
  const host: ts.FormatDiagnosticsHost = {
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  };
  return ts.formatDiagnostics(faults, host);
}
