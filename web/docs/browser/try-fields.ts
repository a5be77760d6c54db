// The fields of the try-it panel and its raw body are the same thing: who changes one changes the other.

type Input = HTMLInputElement | HTMLSelectElement;
type Body = Record<string, unknown>;

/** Keeps the fields and the raw body alike; to be called when the body has its first text. */
export function joinFields(form: HTMLFormElement): void {
  const area = form.elements.namedItem('body');
  const fields = [...form.querySelectorAll<Input>('[data-field]')];
  if (!(area instanceof HTMLTextAreaElement) || fields.length === 0) return;
  const show = () => {
    const body = bodyIn(area);
    for (const field of fields) {
      if (body) field.value = textOf(field, body[field.dataset['field'] ?? '']);
      if (body) field.removeAttribute('aria-invalid');
      field.disabled = body === null; // a text that is no object has no fields
    }
  };
  show();
  area.addEventListener('input', show);
  for (const field of fields) field.addEventListener('input', () => put(field, area));
}

/** The fields whose JSON is none, by name. */
export function brokenFields(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<Input>('[data-field][aria-invalid]')].map(
    (field) => field.dataset['field'] ?? '',
  );
}

/** An empty field is one that is not sent. */
function put(field: Input, area: HTMLTextAreaElement): void {
  const body = bodyIn(area);
  const { field: name = '' } = field.dataset;
  if (!body) return;
  try {
    const value = valueOf(field);
    field.removeAttribute('aria-invalid');
    if (value === undefined) delete body[name];
    else body[name] = value;
    area.value = JSON.stringify(body, null, 2);
  } catch {
    field.setAttribute('aria-invalid', 'true');
  }
}

/** @throws SyntaxError for JSON that is none. */
function valueOf(field: Input): unknown {
  const { value } = field;
  const { kind } = field.dataset;
  if (value === '') return undefined;
  if (kind === 'text') return value;
  // What is no number is sent as it is: the server says best what is wrong with it.
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return JSON.parse(value);
}

function textOf(field: Input, value: unknown): string {
  if (value === undefined) return '';
  const { kind } = field.dataset;
  if (kind === 'json' || kind === 'choice') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function bodyIn(area: HTMLTextAreaElement): Body | null {
  try {
    const body: unknown = JSON.parse(area.value);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : null;
  } catch {
    return null;
  }
}
