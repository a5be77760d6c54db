// Robots by the names they give themselves: the list of isbot, without what it has about visitors, and with what that leaves open.
// Why so: docs/decisions/0020-who-is-a-robot.md
import { createIsBotFromList, list } from 'isbot';

/**
 * Entries of isbot's list, as it spells them, that hold for visitors. A robot that counts is a click without an order; a
 * visitor who does not costs an affiliate the commission: what can be both is left out. `test/unit/tracking/clicks` fails
 * when isbot spells one of them otherwise.
 */
export const LEFT_OUT = [
  // Plain HTTP libraries, and any short name: who follows a link with curl wants to see what a visitor gets. Some apps send no
  // more.
  '(?<!lib)http',
  'java(?!;)',
  'library',
  'node\\b',
  'url',
  '\\bperl\\b',
  '^php',
  '^postman',
  '^python',
  '^rest',
  '^wget',
  '^\\d+\\b',
  '^[^ ]{50,}$',
  '^mozilla/\\d\\.\\d\\s[\\w\\.-]+$',
  '^[\\w\\-]+/[\\w]+$',
  '^\\w+/[\\w\\(\\)]*$',
  '^\\w+/\\d\\.\\d\\s\\([\\w@]+\\)$',
  '^[\\w \\.\\-\\(?:\\):%]+(?:/v?\\d+(?:\\.\\d+)?(?:\\.\\d{1,10})*?)?(?:,|$)',
  // Words in the names of apps and browsers: news readers, scanners of QR codes, WeChat's `Process/tools`.
  '(?:^|[^g])news(?!sapphire)',
  '(?<!cam)scan',
  'agent\\b',
  'catch',
  'chromeframe',
  'download',
  'feed',
  'inspect',
  'proxy',
  'radar',
  'sogou',
  'tools',
  'torrent',
  // Makers and carriers of phones: CUBOT, Google's TVs and Google Fi.
  '(?<! cu)bots?(?:\\b|_)',
  '(?<! channel/|google/)google(?!(?:wv|app|/google| pixel))',
  // Shapes that apps and televisions have too: `1024x720`, `600000@lazada_android_7.12.0`, `360|0|3.0`, `CE-HTML/1.0;`.
  '24x7',
  ';\\s\\w+;$',
  '@[a-z][\\w-]+\\.',
  '\\(\\)',
  '\\.com\\b',
  '\\b\\w+/1\\.0;',
  '\\|',
];

/** What the entries left out were good for, said more narrowly. */
const OURS = [
  '(?<!cu)bots?(?:\\b|_)',
  // A robot says where to complain. A library names its repository.
  'https?://(?!github\\.com/)',
  '@[\\w-]+\\.[a-z]',
  '[a-z]-google|google-[a-z]|google(?:adsense|agent|messages|other| favicon| search)',
  '(?:image|mail)proxy',
  'barracuda|mimecast|proofpoint',
  'catchpoint|gomezagent|site24x7|thousandeyes|uptime',
  'facebookexternal|masscan|outbrain|scrapy|slurp',
];

/**
 * What a phone says of itself, in all browsers and again in Meta's apps: a maker, a model or a carrier may be called anything.
 * Few robots put their own name there.
 */
const DEVICE =
  /\((?:linux;|android)(?![^()]*(?:-google|catchpoint|:\/\/))[^()]*\)|android \([^()]*\)|\[fb[^[\]]*\]/gi;

const isRobot = createIsBotFromList([...list.filter((pattern) => !LEFT_OUT.includes(pattern)), ...OURS]);

/** Whether the user agent names a robot. One with a browser's own name, as Safe Links has, cannot be told from a visitor. */
export function namesRobot(userAgent: string): boolean {
  return isRobot(userAgent.replace(DEVICE, ''));
}
