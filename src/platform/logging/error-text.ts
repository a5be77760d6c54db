// What an error says, in one line, whatever was thrown.

/**
 * The message; of several errors in one (no address of a host answered) each message once; else the code or the kind.
 * @returns one line, never empty.
 */
export function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return oneLine(String(error)) || UNKNOWN;
  const { message, code, errors } = error as { message?: unknown; code?: unknown; errors?: unknown };
  if (typeof message === 'string' && oneLine(message) !== '') return oneLine(message);
  if (Array.isArray(errors) && errors.length > 0) return [...new Set(errors.map(errorText))].join('; ');
  return typeof code === 'string' && code !== '' ? code : UNKNOWN;
}

const UNKNOWN = 'it failed, and nobody said why';

const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, ' ');
