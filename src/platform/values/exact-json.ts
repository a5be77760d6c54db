// JSON as it was sent. JSON.parse rounds a number to the nearest one that it can hold, and of two fields with one name drops the first, both
// in silence: an order id comes back with other digits, 4990.0000000000004 is 4990. Most texts hold nothing of the kind; one look at the
// characters tells them, and they are read by JSON.parse. The others are read here.
import { endOfNumber, endOfString, toExact } from './exact-number.js';

type Container = unknown[] | Record<string, unknown>;

const repeating = new WeakSet<object>();

/** Whether an object of parseExactly() was written with one name twice. The last of them is in it, as with JSON.parse. */
export function repeatsNames(object: object): boolean {
  return repeating.has(object);
}

/**
 * What JSON.parse makes of the text, but for numbers in objects and lists that it would change: these are an ExactNumber (exact-number.ts). 0
 * for -0, which PostgreSQL does not know.
 * @throws SyntaxError as JSON.parse does
 */
export function parseExactly(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  return isPlain(text, parsed) ? parsed : new Reader(text).read();
}

// -0, and what has an exponent, 15 digits or more, or may be below 0.000001: all that toExact() may take for something else than JSON.parse does.
const CARE = String.raw`(?:-0|-?(?:\d[\d.]{14}|0\.0{5}|\d+(?:\.\d+)?[eE]))`;
const CARE_HERE = new RegExp(CARE, 'y');
const CARE_IN_LIST = new RegExp(`[[,]\\s*${CARE}`);

/**
 * Whether JSON.parse kept it all. It looks from colon to colon, since a postback has few of them and most of its characters are in strings. What
 * only looks like a name or a number, in a string, costs a second reading and nothing else.
 */
function isPlain(text: string, parsed: unknown): boolean {
  let names = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= 0x20) before--;
    if (text.charCodeAt(before) !== 0x22) continue;
    names++;
    let after = colon + 1;
    while (text.charCodeAt(after) <= 0x20) after++;
    if (text.charCodeAt(after) > 0x39) continue; // no digit and no minus
    CARE_HERE.lastIndex = after;
    if (CARE_HERE.test(text)) return false;
  }
  if (text.includes('[') && CARE_IN_LIST.test(text)) return false;
  return names === countNames(parsed);
}

/** How many names all objects in it have together. Not by recursion: a body may be nested thousands of levels deep. */
function countNames(parsed: unknown): number {
  let names = 0;
  const left = [parsed];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object' && item !== null) left.push(item);
    } else if (typeof value === 'object' && value !== null) {
      for (const name in value) {
        names++;
        const inner = (value as Record<string, unknown>)[name];
        if (typeof inner === 'object' && inner !== null) left.push(inner);
      }
    }
  }
  return names;
}

/** Reads a text that is known to be valid JSON. */
class Reader {
  private readonly root: unknown[] = [];
  private readonly outer: Container[] = [];
  private into: Container = this.root;
  /** Of the value that comes next in an object. */
  private name: string | null = null;

  constructor(private readonly text: string) {}

  read(): unknown {
    let at = 0;
    while (at < this.text.length) at = this.step(at);
    return this.root[0];
  }

  /** Takes what begins here. @returns where the next begins */
  private step(at: number): number {
    switch (this.text.charAt(at)) {
      case '"':
        return this.takeString(at, endOfString(this.text, at));
      case '{':
        return this.open({}, at);
      case '[':
        return this.open([], at);
      case '}':
      case ']':
        this.into = this.outer.pop()!;
        return at + 1;
      case 't':
        return this.put(true, at + 4);
      case 'f':
        return this.put(false, at + 5);
      case 'n':
        return this.put(null, at + 4);
      case ' ':
      case '\n':
      case '\r':
      case '\t':
      case ',':
      case ':':
        return at + 1;
      default: {
        const end = endOfNumber(this.text, at);
        return this.put(toExact(this.text.slice(at, end)), end);
      }
    }
  }

  private takeString(at: number, end: number): number {
    const string = JSON.parse(this.text.slice(at, end)) as string;
    if (Array.isArray(this.into) || this.name !== null) return this.put(string, end);
    this.name = string;
    return end;
  }

  private open(container: Container, at: number): number {
    this.put(container, at);
    this.outer.push(this.into);
    this.into = container;
    return at + 1;
  }

  private put(value: unknown, next: number): number {
    const { into, name } = this;
    if (Array.isArray(into)) into.push(value);
    else {
      if (Object.hasOwn(into, name!)) repeating.add(into);
      // A field like any other, but assigned it would be the object's prototype.
      if (name === '__proto__')
        Object.defineProperty(into, name, { value, configurable: true, enumerable: true, writable: true });
      else into[name!] = value;
      this.name = null;
    }
    return next;
  }
}
