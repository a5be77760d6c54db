// The log as people read it on a terminal: a short line for each of the log's JSON lines, and an error's stack below it.

/** What a line is about comes first, then who and how; the others follow as name=value. */
const SAID_FIRST = new Set(['level', 'time', 'msg', 'error']);
// eslint-disable-next-line no-control-regex -- what was sent must not steer somebody's terminal
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const PLAIN = /^[\w.:/@{}+-]+$/;

/** @param line of the log, a JSON object. @returns what to show instead, with its line break; the line itself if it is none of ours. */
export function toText(line: string): string {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const { level, time, msg, error } = fields;
  const rest = Object.entries(fields)
    .filter(([name, value]) => !SAID_FIRST.has(name) && value !== null)
    .map(([name, value]) => `${name}=${shown(value)}`);
  const said = [clockTime(String(time)), String(level).padEnd(5), String(msg), ...rest].join(' ');
  return `${said}${error === undefined ? '' : below(error)}\n`.replace(CONTROL, '');
}

/** By the clock on the wall of whoever looks. */
function clockTime(time: string): string {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function shown(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? value : JSON.stringify(value);
}

/** The stack, which begins with the message, and those of the errors behind it. */
function below(error: unknown): string {
  if (typeof error !== 'object' || error === null) return `\n    ${String(error)}`;
  const { stack, cause, errors } = error as { stack?: unknown; cause?: unknown; errors?: unknown };
  if (typeof stack !== 'string') return `\n    ${JSON.stringify(error)}`;
  const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].filter(Boolean);
  return `\n    ${stack.replaceAll('\n', '\n    ')}${inner.map(below).join('')}`;
}
