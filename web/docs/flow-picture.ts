// The overview's picture: from an affiliate's link to the money, as SVG in the page. Its colours are the page's, light and dark; what it
// shows is said in its title and description. Two of them, for wide and for narrow screens: the style shows the one that fits.
import { escaped } from './html.js';
import type { Words } from './words.js';

interface Step {
  title: string;
  /** Two lines. */
  says: string[];
}

const STEPS = ['flowLink', 'flowClick', 'flowSession', 'flowOrder', 'flowCommission', 'flowPayout'] as const;

const WIDE = { step: 128, box: 108, width: 752, height: 112 };
const NARROW = { step: 62, box: 112, width: 320, height: 378 };

/** Both pictures; each text's words come as `title|first line|second line`. */
export function flowPicture(words: Words): string {
  const steps = STEPS.map((name) => {
    const [title = '', ...says] = words[name].split('|');
    return { title, says };
  });
  return `<div class="flow">${wide(steps, words)}${narrow(steps, words)}</div>\n`;
}

function wide(steps: Step[], words: Words): string {
  const { step, box, width, height } = WIDE;
  const shapes = steps.map(({ title, says }, at) => {
    const left = at * step + 2;
    const middle = left + box / 2;
    const lines = says.map((line, row) => text(middle, 78 + row * 17, line, 'middle'));
    const arrow = at === 0 ? '' : line(left - step + box + 3, 28, left - 4, 28);
    return `${arrow}<rect x="${left}" y="6" width="${box}" height="44" rx="8"/>${label(middle, 33, title)}${lines.join('')}`;
  });
  return svg('wide', { width, height }, shapes, words);
}

function narrow(steps: Step[], words: Words): string {
  const { step, box, width, height } = NARROW;
  const shapes = steps.map(({ title, says }, at) => {
    const top = at * step + 6;
    const middle = box / 2 + 2;
    const lines = says.map((line, row) => text(box + 18, top + 18 + row * 17, line, 'start'));
    const arrow = at === 0 ? '' : line(middle, top - step + 44, middle, top - 4);
    return `${arrow}<rect x="2" y="${top}" width="${box}" height="42" rx="8"/>${label(middle, top + 27, title)}${lines.join('')}`;
  });
  return svg('narrow', { width, height }, shapes, words);
}

function svg(
  kind: 'wide' | 'narrow',
  { width, height }: { width: number; height: number },
  shapes: string[],
  words: Words,
): string {
  const ids = `flow-${kind}`;
  const head = `M0 0 8 4 0 8z`;
  return `<svg class="${kind}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${ids}-title ${ids}-says">
<title id="${ids}-title">${escaped(words.flowTitle)}</title><desc id="${ids}-says">${escaped(words.flowSays)}</desc>
<defs><marker id="${ids}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="${head}"/></marker></defs>
${shapes.join('\n').replaceAll('#head', `#${ids}-head`)}</svg>`;
}

function label(x: number, y: number, title: string): string {
  return `<text class="name" x="${x}" y="${y}" text-anchor="middle">${escaped(title)}</text>`;
}

function text(x: number, y: number, says: string, anchor: 'start' | 'middle'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(says)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" marker-end="url(#head)"/>`;
}
