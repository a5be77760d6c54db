// What TypeScript needs to know of chromium.mjs.
export const HOW_TO_INSTALL: string;
export function findChromium(environment?: Record<string, string | undefined>): string | null;
