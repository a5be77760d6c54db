// PORT and HOST by themselves: the port is opened before what checks all settings is loaded (config.ts, and zod, which takes its time).

export const DEFAULT_PORT = 3000;
export const DEFAULT_HOST = '127.0.0.1';
export const HOST_NAME = /^[A-Za-z0-9.:_-]+$/;

/** Whether the text is a whole number from `min` to `max`, of nine digits at most. */
export function isWholeNumber(text: string, min: number, max: number): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max;
}

/** Where to listen; null when PORT or HOST cannot be used: loadConfig() refuses the start then, and says why. */
export function listenAddress(
  environment: Record<string, string | undefined>,
): { port: number; host: string } | null {
  const port = environment['PORT']?.trim() || String(DEFAULT_PORT);
  const host = environment['HOST']?.trim() || DEFAULT_HOST;
  return isWholeNumber(port, 0, 65_535) && HOST_NAME.test(host) ? { port: Number(port), host } : null;
}
