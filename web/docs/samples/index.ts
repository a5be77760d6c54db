// Request samples: a call of the API as a program, in each language that the reference shows, in the order it shows them.
import { csharp } from './csharp.js';
import { curl } from './curl.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript } from './javascript.js';
import { php } from './php.js';
import { python } from './python.js';
import { ruby } from './ruby.js';
import type { SampleLanguage } from './sample.js';

export type { SampleLanguage, SampleRequest } from './sample.js';

export const sampleLanguages: readonly SampleLanguage[] = [
  curl,
  javascript,
  python,
  php,
  go,
  ruby,
  java,
  csharp,
];
