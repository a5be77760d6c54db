// The try-it panel: sends the call to the server this page came from. The key is read from its field when the call is sent, and is kept
// nowhere else unless the reader ticks that (kept-key.ts). A call with a live key never changes anything by accident.
import { keepKey, keptKey } from './kept-key.js';
import { brokenFields, joinFields } from './try-fields.js';

const PATIENCE_MS = 30_000;
/** Characters of a reply that are shown. An export may be of any length. */
const MOST_SHOWN = 200_000;

type Field = HTMLInputElement | HTMLSelectElement;

/** Shows the panel and sends its form. */
export function wakeTryPanel(): void {
  const form = document.querySelector<HTMLFormElement>('.try form');
  if (!form) return;
  forget(form);
  bringBack(form);
  nameOrders(form);
  joinFields(form);
  field(form, 'key')?.addEventListener('input', () => {
    guardLiveKey(form);
    keepIfAsked(form);
  });
  field(form, 'keep-key')?.addEventListener('change', () => keepIfAsked(form));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
  // A browser may keep the whole page for the way back, and fills forms with what stood in them: a key must not come back.
  window.addEventListener('pagehide', () => forget(form));
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    forget(form);
    bringBack(form);
  });
}

/** The key that the reader has kept for this tab. */
function bringBack(form: HTMLFormElement): void {
  const kept = keptKey();
  const [key, box] = [field(form, 'key'), field(form, 'keep-key')];
  if (box) box.checked = kept !== null;
  if (!key || kept === null) return;
  key.value = kept;
  guardLiveKey(form);
}

function keepIfAsked(form: HTMLFormElement): void {
  const box = field(form, 'keep-key');
  if (!box) return;
  const isKept = keepKey(box.checked ? keyIn(form) : null);
  if (!isKept) box.checked = false;
}

function forget(form: HTMLFormElement): void {
  const key = field(form, 'key');
  if (key) key.value = '';
  guardLiveKey(form);
  say(form, '');
}

/** A page's sample order gets a name of its own: `order-10001-x7k2q9`. Sent twice, it is one order. */
function nameOrders(form: HTMLFormElement): void {
  const area = form.elements.namedItem('body');
  if (!('namesOrders' in form.dataset) || !(area instanceof HTMLTextAreaElement)) return;
  area.value = area.defaultValue.replace(
    /("externalId": ")([^"]*)"/g,
    (_, before: string, name: string) => `${before}${name}-${suffix()}"`,
  );
}

function suffix(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => letters[byte % letters.length])
    .join('');
}

/** With a live key a dry run is ticked until the reader unticks it; what has no dry run asks first. */
function guardLiveKey(form: HTMLFormElement): void {
  const live = isLive(keyIn(form));
  const was = 'live' in form.dataset;
  if (live === was) return;
  form.toggleAttribute('data-live', live);
  const dryRun = field(form, 'dry-run');
  if (dryRun) dryRun.checked = live;
  const question = form.querySelector<HTMLElement>('.live');
  if (question) question.hidden = !live;
  const agreed = field(form, 'live');
  if (agreed) agreed.checked = false;
}

/** Anything but a test key counts as live: the safe side. */
function isLive(key: string): boolean {
  return key !== '' && !key.startsWith('rc_test_');
}

/** The key alone, also where the whole header was pasted. */
function keyIn(form: HTMLFormElement): string {
  return (field(form, 'key')?.value ?? '').trim().replace(/^bearer\s+/i, '');
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : null;
}

async function send(form: HTMLFormElement): Promise<void> {
  // Not every way to fill a field tells of it.
  guardLiveKey(form);
  const fault = faultIn(form);
  if (fault !== null) return say(form, fault, 'bad');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]') as HTMLButtonElement;
  button.disabled = true;
  say(form, said(form, 'sending'));
  const started = performance.now();
  try {
    const body = bodyOf(form);
    const reply = await fetch(addressOf(form), {
      method: form.dataset['method'] ?? 'GET',
      headers: headersOf(form, body),
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body }),
    });
    await showReply(form, reply, started);
  } catch {
    say(form, said(form, 'network'), 'bad');
  } finally {
    button.disabled = false;
  }
}

/** What keeps the call from being sent, in words; null when nothing does. */
function faultIn(form: HTMLFormElement): string | null {
  if ('live' in form.dataset && field(form, 'live')?.checked === false) return said(form, 'liveRefused');
  if (/[^\x21-\x7e]/.test(keyIn(form))) return said(form, 'badKey');
  // "." and ".." would be steps in the path, and lead to another operation.
  const missing = inputsOf(form, 'path').filter(({ value }) => /^\s*\.{0,2}\s*$/.test(value));
  if (missing.length > 0) return `${said(form, 'missing')} ${missing.map(({ name }) => name).join(', ')}`;
  const broken = brokenFields(form);
  if (broken.length > 0) return `${said(form, 'badJson')} ${broken.join(', ')}`;
  try {
    JSON.parse(bodyOf(form) ?? 'null');
    return null;
  } catch (error) {
    return `${said(form, 'badJson')} ${(error as Error).message}`;
  }
}

/** The parameters of a place, `path` or `query`. */
function inputsOf(form: HTMLFormElement, place: string): Field[] {
  return [...form.querySelectorAll<Field>(`[data-in="${place}"]`)];
}

/** The body's text; undefined for a call without one. */
function bodyOf(form: HTMLFormElement): string | undefined {
  const area = form.elements.namedItem('body');
  return area instanceof HTMLTextAreaElement ? area.value : undefined;
}

function addressOf(form: HTMLFormElement): string {
  const inPath = inputsOf(form, 'path');
  const path = (form.dataset['path'] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(inPath.find((input) => input.name === name)?.value.trim() ?? ''),
  );
  const search = new URLSearchParams(
    inputsOf(form, 'query')
      .filter(({ value }) => value.trim() !== '')
      .map(({ name, value }) => [name, value.trim()]),
  );
  if (field(form, 'dry-run')?.checked) search.set('dryRun', 'true');
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

function headersOf(form: HTMLFormElement, body: string | undefined): Record<string, string> {
  const key = keyIn(form);
  return {
    ...(key === '' ? {} : { Authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}

async function showReply(form: HTMLFormElement, reply: Response, started: number): Promise<void> {
  if (reply.type === 'opaqueredirect') return say(form, said(form, 'opaque'));
  const text = await reply.text();
  const took = Math.round(performance.now() - started);
  const id = reply.headers.get('x-request-id');
  const cut = text.length > MOST_SHOWN ? ` · ${said(form, 'cut')}` : '';
  const line = `${said(form, 'reply')} ${reply.status} · ${took} ms${id ? ` · ${id}` : ''}${cut}`;
  say(form, line, reply.ok ? 'good' : 'bad');
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent = formatted(text.slice(0, MOST_SHOWN));
  form.querySelector('.reply')?.append(pre);
  form.querySelector('.answer')?.scrollIntoView({ block: 'nearest' });
}

function formatted(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function said(form: HTMLFormElement, name: string): string {
  return form.dataset[name] ?? '';
}

/** The line that is read aloud; what an earlier reply held goes. */
function say(form: HTMLFormElement, text: string, kind = ''): void {
  const line = form.querySelector<HTMLElement>('.status');
  if (line) {
    line.className = `status ${kind}`;
    line.textContent = text;
  }
  form.querySelector('.reply')?.replaceChildren();
}
