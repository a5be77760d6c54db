// Whatever a body holds, the sample sends just that: values are written as literals, evaluated by the language itself, and come back.
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { shellQuoted } from '../../web/docs/samples/curl.js';
import { csharpRawString } from '../../web/docs/samples/csharp.js';
import { goRawString } from '../../web/docs/samples/go.js';
import { javaTextBlock } from '../../web/docs/samples/java.js';
import { javascriptLiteral } from '../../web/docs/samples/javascript.js';
import { jsonOf } from '../../web/docs/samples/json.js';
import { phpLiteral } from '../../web/docs/samples/php.js';
import { pythonLiteral } from '../../web/docs/samples/python.js';
import { rubyLiteral } from '../../web/docs/samples/ruby.js';
import { canRun, notRun, runProgram } from './runtimes.js';
import { syntaxErrors } from './syntax.js';

/** What one language or another would make something of. */
const tricky = fc.constantFrom(
  ...[
    "'",
    '"',
    '"""',
    "'''",
    '`',
    '\\',
    '\\u0041',
    '\\n',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\u007f',
    '\u0085',
    '\u00a0',
  ],
  ...[
    '$',
    '$HOME',
    '${x}',
    '#{x}',
    '#$x',
    '{$x}',
    '%s',
    '!',
    '@file',
    '?>',
    '*/',
    '</script>',
    '<<EOF',
    '\u2028',
  ],
  ...[
    '\u202e',
    '\ufeff',
    'é',
    'e\u0301',
    '日本',
    '😀',
    '\u{e0001}',
    ' ',
    '  ',
    '__proto__',
    'constructor',
    '0',
    '1',
    'nil',
  ],
);
const text = fc.oneof(
  fc.array(tricky, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }).map((values) => ({ ...values })),
  ),
}));

/** As JSON, once over: it knows no -0. */
const json = anyValue.map((value) => JSON.stringify(JSON.parse(JSON.stringify(value))));
const parsed = (text: string): unknown => JSON.parse(text);

/** A program that prints each value as JSON, a line each. */
const programs: Record<string, (values: unknown[]) => string> = {
  sh: (values) =>
    `printf '%s\\n' ${values.map((value) => shellQuoted(JSON.stringify(parsed(jsonOf(value))))).join(' ')}\n`,
  python: (values) =>
    `import json\nfor value in [${values.map((value) => pythonLiteral(value)).join(', ')}]:\n    print(json.dumps(value))\n`,
  php: (values) =>
    `<?php\nforeach ([${values.map((value) => phpLiteral(value)).join(', ')}] as $value) {\n    echo json_encode($value), "\\n";\n}\n`,
  ruby: (values) =>
    `require 'json'\n[${values.map((value) => rubyLiteral(value)).join(', ')}].each { |value| puts JSON.generate(value) }\n`,
  go: (values) =>
    `package main\n\nimport (\n\t"bytes"\n\t"encoding/json"\n\t"fmt"\n)\n\nfunc main() {\n\tfor _, value := range []string{${values.map((value) => goRawString(jsonOf(value))).join(', ')}} {\n` +
    '\t\tvar line bytes.Buffer\n\t\tif err := json.Compact(&line, []byte(value)); err != nil {\n\t\t\tpanic(err)\n\t\t}\n\t\tfmt.Println(line.String())\n\t}\n}\n',
  java: (values) =>
    `public class Sample {\n    public static void main(String[] args) {\n        String[] values = { ${values.map(javaTextBlock).join(', ')} };\n` +
    '        for (var value : values) System.out.println(value.replace("\\n", ""));\n    }\n}\n',
};

for (const fence of Object.keys(programs)) {
  const test = canRun(fence) ? it : it.skip;
  test(`in ${fence}, a literal is the value it was written for${notRun(fence)}`, async () => {
    const values = fc.sample(json, 150);
    const program = (programs[fence] as (typeof programs)[string])(values.map(parsed));
    const { exitCode, output, errors } = await runProgram(fence, program, {});
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    const lines = output.trimEnd().split('\n');
    expect(lines.map((line) => JSON.stringify(parsed(line)))).toEqual(values);
  });
}

it('in JavaScript, a literal is the value it was written for', () => {
  fc.assert(
    fc.property(json, (value) => {
      const program = `JSON.stringify(${javascriptLiteral(parsed(value))})`;
      expect(runInThisContext(program)).toBe(value);
    }),
    { numRuns: 300 },
  );
});

it('in C#, a raw string holds the JSON as it is, and ends where it should', async () => {
  const values = fc.sample(json, 60);
  for (const value of values) {
    const rawString = csharpRawString(parsed(value));
    const lines = rawString.split('\n').slice(1, -1);
    expect(lines.every((line) => line.startsWith('    ') && !line.includes('"""'))).toBe(true);
    expect(JSON.stringify(parsed(lines.join('\n')))).toBe(value);
    expect(await syntaxErrors('csharp', `var body = ${rawString};\n`)).toEqual([]);
  }
});

it('in a shell, a quoted text is that text', async () => {
  const texts = fc.sample(
    text.filter((one) => !one.includes('\0')),
    100,
  );
  const program = `printf '%s\\0' ${texts.map(shellQuoted).join(' ')}\n`;
  const { output } = await runProgram('sh', program, {});
  expect(output.split('\0').slice(0, -1)).toEqual(texts);
});

it('what JSON does not know is refused', () => {
  expect(() => jsonOf({ at: undefined })).toThrow('a undefined that JSON cannot hold');
});
