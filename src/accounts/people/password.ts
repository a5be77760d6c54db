// Passwords: what may be one, how they are kept (scrypt, its parameters beside it), and how they are compared. Slow on purpose: 32 MB and
// about a tenth of a second each, so only two at once, in turns of those who ask.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Turns } from '#platform/database/turns.js';
import type { Issue } from '#platform/errors/failure.js';
import { commonPasswords } from './common-passwords.js';

const MIN_CHARACTERS = 12;
/** OWASP's parameters for scrypt: N = 2^15, r = 8, p = 3. */
const COST = { logN: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MAX_WAITING = 200;

interface Cost {
  logN: number;
  r: number;
  p: number;
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
const turns = new Turns({ all: 2, each: 1, waiting: MAX_WAITING });

/** What is wrong with a new password, at this path; what is no text is not looked at. There are no other rules, on purpose (NIST 800-63B). */
export function passwordIssues(password: unknown, field: string): Issue[] {
  if (typeof password !== 'string') return [];
  const normalised = password.normalize('NFKC');
  if ([...normalised].length < MIN_CHARACTERS)
    return [{ path: [field], message: `must be at least ${MIN_CHARACTERS} characters long` }];
  if (commonPasswords.has(normalised.toLowerCase()))
    return [{ path: [field], message: 'is one of the commonest; take another' }];
  return [];
}

/**
 * `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, as PHC strings are written.
 * @param asker in whose turn: the address that it comes from.
 */
export async function hashPassword(password: string, asker: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await turns.hold(asker, () => derived(password, salt, COST));
  const { logN, r, p } = COST;
  return `$scrypt$ln=${logN},r=${r},p=${p}$${base64(salt)}$${base64(hash)}`;
}

/**
 * Whether the password is the one that was hashed. Takes as long when there is none (null).
 * @param asker in whose turn: the address that it comes from.
 * @throws Failure SERVICE_UNAVAILABLE when too many wait.
 */
export async function isPassword(password: string, stored: string | null, asker: string): Promise<boolean> {
  const { cost, salt, hash } = parse(stored ?? NOBODYS);
  const given = await turns.hold(asker, () => derived(password, salt, cost));
  return timingSafeEqual(given, hash) && stored !== null;
}

/** Whether it was hashed with other parameters than one would be today. */
export function isOutdated(stored: string): boolean {
  const { cost } = parse(stored);
  return cost.logN !== COST.logN || cost.r !== COST.r || cost.p !== COST.p;
}

/** Of no password: it is compared where there is no account, so that both take as long. */
const NOBODYS = `$scrypt$ln=${COST.logN},r=${COST.r},p=${COST.p}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(HASH_BYTES))}`;

function derived(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  // The same password typed on another keyboard may come as other code points.
  return derive(password.normalize('NFKC'), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r });
}

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [, logN, r, p, salt, hash] =
    /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('a stored password is not as we write them');
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
