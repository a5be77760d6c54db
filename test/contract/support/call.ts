// Calls a machine and reads its answer as JSON.
import type { RunningMachine } from './machine.js';

export interface Answer {
  status: number;
  headers: Headers;
  body: {
    success: boolean;
    data?: unknown;
    error?: { code: string; message: string; details: unknown };
    meta: { timestamp: string; requestId: string };
  };
}

/** A function that calls whatever machine runs by then. */
export function caller(machine: () => RunningMachine) {
  return async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(machine().url + path, { method, redirect: 'manual', ...init });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? null : JSON.parse(text)) as Answer['body'],
    };
  };
}
