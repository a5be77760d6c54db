// The try-it panel: sends the call to the server this page came from. The key is read from its field when the call is sent, and is kept
// nowhere else. A call with a live key never changes anything by accident.

/** Shows the panel and sends its form. */
export function wakeTryPanel(): void {
  const form = document.querySelector<HTMLFormElement>('.try form');
  if (!form) return;
  form.hidden = false;
  // A browser brings back what stood in a form; a key must not come back.
  form.reset();
  const key = field(form, 'key');
  if (key) key.value = '';
  const names = new OrderNames(form);
  key?.addEventListener('input', () => guardLiveKey(form, key.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form).finally(() => names.next());
  });
}

/** New orders get new names: `order-10001-x7k2q9`. What the reader has written over is left alone. */
class OrderNames {
  private shown = '';

  constructor(private readonly form: HTMLFormElement) {
    if ('namesOrders' in form.dataset) this.next();
  }

  next(): void {
    const area = this.form.elements.namedItem('body');
    if (!('namesOrders' in this.form.dataset) || !(area instanceof HTMLTextAreaElement)) return;
    if (this.shown !== '' && area.value !== this.shown) return;
    area.value = area.defaultValue.replace(
      /("externalId": ")([^"]*)"/g,
      (_, before: string, name: string) => `${before}${name}-${suffix()}"`,
    );
    this.shown = area.value;
  }
}

function suffix(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => letters[byte % letters.length])
    .join('');
}

/** With a live key a dry run is ticked until the reader unticks it; what has no dry run asks first. */
function guardLiveKey(form: HTMLFormElement, key: string): void {
  const live = isLive(key);
  const was = 'live' in form.dataset;
  if (live) form.dataset['live'] = '';
  else delete form.dataset['live'];
  const dryRun = field(form, 'dry-run');
  if (dryRun && live !== was) dryRun.checked = live;
  const question = form.querySelector<HTMLElement>('.live');
  if (question) question.hidden = !live;
  const agreed = field(form, 'live');
  if (agreed && live !== was) agreed.checked = false;
}

/** Anything but a test key counts as live: the safe side. */
function isLive(key: string): boolean {
  const text = key.trim();
  return text !== '' && !text.startsWith('rc_test_');
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : null;
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]') as HTMLButtonElement;
  const agreed = field(form, 'live');
  if (agreed && 'live' in form.dataset && !agreed.checked) return say(form, said(form, 'liveRefused'), true);
  const body = bodyOf(form);
  if (body instanceof Error) return say(form, `${said(form, 'badJson')} ${body.message}`, true);
  button.disabled = true;
  say(form, said(form, 'sending'));
  const started = performance.now();
  try {
    const reply = await fetch(addressOf(form), {
      method: form.dataset['method'] ?? 'GET',
      headers: headersOf(form, body),
      credentials: 'omit',
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    await showReply(form, reply, performance.now() - started);
  } catch {
    say(form, said(form, 'network'), true);
  } finally {
    button.disabled = false;
  }
}

/** The body's text; undefined for a call without one; an Error when it is not JSON. */
function bodyOf(form: HTMLFormElement): string | undefined | Error {
  const area = form.elements.namedItem('body');
  if (!(area instanceof HTMLTextAreaElement)) return undefined;
  try {
    JSON.parse(area.value);
    return area.value;
  } catch (error) {
    return error as Error;
  }
}

function addressOf(form: HTMLFormElement): string {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-in]')];
  const path = (form.dataset['path'] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(inputs.find((input) => input.name === name)?.value.trim() ?? ''),
  );
  const search = new URLSearchParams(
    inputs
      .filter((input) => input.dataset['in'] === 'query' && input.value.trim() !== '')
      .map((input) => [input.name, input.value.trim()]),
  );
  if (field(form, 'dry-run')?.checked) search.set('dryRun', 'true');
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

function headersOf(form: HTMLFormElement, body: string | undefined): Record<string, string> {
  const key = field(form, 'key')?.value.trim() ?? '';
  return {
    ...(key === '' ? {} : { Authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}

async function showReply(form: HTMLFormElement, reply: Response, took: number): Promise<void> {
  if (reply.type === 'opaqueredirect') return say(form, said(form, 'opaque'));
  const text = await reply.text();
  const output = form.querySelector<HTMLElement>('.reply') as HTMLElement;
  const status = document.createElement('p');
  status.className = reply.ok ? 'status good' : 'status bad';
  const id = reply.headers.get('x-request-id');
  status.textContent = `${said(form, 'reply')} ${reply.status} · ${Math.round(took)} ms${id ? ` · ${id}` : ''}`;
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent = formatted(text);
  output.replaceChildren(status, pre);
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

function say(form: HTMLFormElement, text: string, wrong = false): void {
  const line = document.createElement('p');
  line.className = wrong ? 'status bad' : 'status';
  line.textContent = text;
  form.querySelector('.reply')?.replaceChildren(line);
}
