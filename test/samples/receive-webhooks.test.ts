// The guide's functions that verify webhooks believe what the service has sent, and nothing else: in every language that this machine has, of the
// same deliveries. In the long run only: Go and Java take seconds to compile.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleLanguages } from '../../web/docs/samples/index.js';
import { deliveryCases, startShop, type Case } from '../support/webhook-shop.js';
import { guideFences } from './guide-pages.js';
import { canRun, isRunnable, notRun } from './runtimes.js';

interface Driver {
  /** File → text, the guide's function among it. */
  files: (text: string) => Record<string, string>;
  /** Run one after the other, each with the number of cases as its last argument. */
  commands: [string, ...string[]][];
}

const oneFile = (name: string, program: string, driver: string): Driver => ({
  files: (text) => ({ [name]: `${text}\n${driver}` }),
  commands: [[program, name]],
});

/** Each calls the function for the files `0.body`, `0.header`, `0.secrets` (one a line) and so on, and prints what it says. */
const drivers: Record<string, Driver> = {
  sh: oneFile(
    'sample.sh',
    'bash',
    `set -e
for ((at = 0; at < $1; at++)); do
  if is_from_refcampaign "$at.body" "$(cat "$at.header")" $(cat "$at.secrets"); then echo true; else echo false; fi
done
`,
  ),
  js: oneFile(
    'sample.mjs',
    process.execPath,
    `import { readFileSync } from 'node:fs';
const text = (name) => readFileSync(name, 'utf8');
for (let at = 0; at < Number(process.argv[2]); at++)
  console.log(isFromRefCampaign(readFileSync(at + '.body'), text(at + '.header'), text(at + '.secrets').split('\\n')));
`,
  ),
  python: oneFile(
    'sample.py',
    'python3',
    `import sys
for at in range(int(sys.argv[1])):
    body, header, secrets = (open(f"{at}.{name}", "rb").read() for name in ("body", "header", "secrets"))
    print(str(is_from_refcampaign(body, header.decode(), secrets.decode().split("\\n"))).lower())
`,
  ),
  php: oneFile(
    'sample.php',
    'php',
    `for ($at = 0; $at < (int) $argv[1]; $at++) {
    [$body, $header, $secrets] = array_map(fn ($name) => file_get_contents("$at.$name"), ['body', 'header', 'secrets']);
    echo json_encode(is_from_refcampaign($body, $header, explode("\\n", $secrets))), "\\n";
}
`,
  ),
  ruby: oneFile(
    'sample.rb',
    'ruby',
    `ARGV[0].to_i.times do |at|
  puts from_refcampaign?(File.binread("#{at}.body"), File.read("#{at}.header"), File.read("#{at}.secrets").split("\\n"))
end
`,
  ),
  go: {
    files: (text) => ({
      'sample.go': text,
      'main.go': `package main
import (
	"fmt"
	"os"
	"strconv"
	"strings"
)
func main() {
	count, _ := strconv.Atoi(os.Args[1])
	for at := 0; at < count; at++ {
		body, _ := os.ReadFile(fmt.Sprintf("%d.body", at))
		header, _ := os.ReadFile(fmt.Sprintf("%d.header", at))
		secrets, _ := os.ReadFile(fmt.Sprintf("%d.secrets", at))
		fmt.Println(isFromRefCampaign(body, string(header), strings.Split(string(secrets), "\\n")))
	}
}
`,
    }),
    commands: [['go', 'run', 'sample.go', 'main.go']],
  },
  java: {
    files: (text) => ({
      'Webhook.java': text,
      'Main.java': `import java.nio.file.*;
class Main {
    public static void main(String[] args) throws Exception {
        for (int at = 0; at < Integer.parseInt(args[0]); at++) {
            var header = Files.readString(Path.of(at + ".header"));
            var secrets = Files.readAllLines(Path.of(at + ".secrets"));
            System.out.println(Webhook.isFromRefCampaign(Files.readAllBytes(Path.of(at + ".body")), header, secrets));
        }
    }
}
`,
    }),
    commands: [
      ['javac', '-d', 'out', 'Webhook.java', 'Main.java'],
      ['java', '-cp', 'out', 'Main'],
    ],
  },
};

const functions = guideFences('en', 'receive-webhooks').filter(({ words }) => words.includes('group'));
let cases: Case[];
/** What must be refused, and break nothing. */
const JUNK = [
  '',
  'x',
  't=,v1=',
  't=1',
  'v1=00',
  't=now,v1=zz',
  't,v1',
  `t=${'9'.repeat(5000)},v1=00`,
  't=²,v1=é',
];

beforeAll(async () => {
  const shop = await startShop();
  const real = await deliveryCases(shop);
  await shop.close();
  const junk = JUNK.map((header) => ({
    ...real[0]!,
    name: `with the header "${header.slice(0, 20)}"`,
    headers: { 'x-refcampaign-signature': header },
    isGood: false,
  }));
  cases = [...real, ...junk];
});

/** What the function says of each case, a word a line. */
function verdictsOf(language: string, text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-verify-'));
  const { files, commands } = drivers[language]!;
  try {
    mkdirSync(join(folder, 'out'));
    for (const [name, content] of Object.entries(files(text))) writeFileSync(join(folder, name), content);
    for (const [at, { body, headers, secrets }] of cases.entries()) {
      writeFileSync(join(folder, `${at}.body`), body);
      writeFileSync(join(folder, `${at}.header`), String(headers['x-refcampaign-signature']));
      writeFileSync(join(folder, `${at}.secrets`), secrets.join('\n'));
    }
    const env = { ...process.env, NODE_OPTIONS: '', LC_ALL: 'C.UTF-8' };
    const runs = commands.map(([program, ...args]) => {
      const counted = program === 'javac' ? args : [...args, String(cases.length)];
      return spawnSync(program, counted, { cwd: folder, env, encoding: 'utf8' });
    });
    expect(runs.map(({ stderr }) => stderr).join('')).toBe('');
    return runs
      .map(({ stdout }) => stdout)
      .join('')
      .trim()
      .split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('there is one in each language of the samples', () => {
  expect(functions.map(({ language }) => language).sort()).toEqual(
    sampleLanguages.map(({ fence }) => fence).sort(),
  );
});

describe.each(functions.filter(({ language }) => isRunnable(language)))('$language', ({ language, text }) => {
  const test = canRun(language) ? it : it.skip;

  test(`believes a delivery if and only if the service has sent it so, of late${notRun(language)}`, () => {
    const said = verdictsOf(language, text).map((verdict, at) => [cases[at]!.name, verdict]);
    expect(said).toEqual(cases.map(({ name, isGood }) => [name, String(isGood)]));
  }, 120_000);
});
