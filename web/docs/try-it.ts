// The panel that makes the call from the page: the form as it stands in the HTML. web/docs/browser/try-it.ts sends it.
import type { Contract, Operation, Parameter } from './contract.js';
import { exampleOf } from './fields.js';
import { escaped } from './html.js';
import { bodyFields } from './try-fields.js';
import type { Words } from './words.js';

/** Those whose sample names a new order: its `externalId` gets a random suffix, so that trying twice is two orders. */
const NAMES_ORDERS = ['recordPostback', 'recordBatch'];

/** The panel of an operation, hidden until its script has come: what is entered, and beside it what is sent and comes back. */
export function tryPanel({ document }: Contract, operation: Operation, words: Words): string {
  const inputs = operation.parameters.filter(({ name }) => name !== 'dryRun').map((one) => input(one, words));
  const { body } = operation;
  const fields = body ? bodyFields(document, body.schema, body.examples[0]?.value, words) : '';
  return `<section class="try" id="try-it" aria-labelledby="try-title"><h2 id="try-title">${escaped(words.tryTitle)}</h2>
<noscript><p>${escaped(words.tryNoScript)}</p></noscript>
<form data-method="${operation.method}" data-path="${escaped(operation.path)}"${NAMES_ORDERS.includes(operation.id) ? ' data-names-orders' : ''}${wordsFor(words)}>
<p>${escaped(takesNoKey(operation) ? words.tryIntroduction : `${words.tryIntroduction} ${words.tryKeyKept}`)}</p>
<div class="try-columns"><div>${takesNoKey(operation) ? '' : keyInput(operation, words)}
${inputs.join('\n')}
${fields}</div>
<div>${bodyInput(operation, words)}
${consent(operation, words)}
<div class="answer"><button type="submit">${escaped(words.trySend)}</button>
<p class="status" role="status"></p><div class="reply"></div></div></div></div></form></section>`;
}

/** What a call asks before it changes anything with a live key. */
function consent(operation: Operation, words: Words): string {
  if (operation.parameters.some(({ name }) => name === 'dryRun')) return checkbox('dry-run', words.tryDryRun);
  if (operation.method === 'GET' || takesNoKey(operation)) return '';
  return `<div class="live" hidden>${checkbox('live', words.tryLive)}</div>`;
}

function wordsFor(words: Words): string {
  const said = {
    sending: words.trySending,
    'bad-json': words.tryBadJson,
    missing: words.tryMissing,
    network: words.tryNetwork,
    opaque: words.tryOpaque,
    'live-refused': words.tryLiveRefused,
    reply: words.tryResponse,
    cut: words.tryCut,
    'bad-key': words.tryBadKey,
  };
  return Object.entries(said)
    .map(([name, text]) => ` data-${name}="${escaped(text)}"`)
    .join('');
}

function keyInput({ key }: Operation, words: Words): string {
  const required = key === 'needed' ? ' required' : '';
  return `<label><span>${escaped(words.tryKey)}</span> <input name="key" type="password" autocomplete="off" spellcheck="false" placeholder="rc_test_…"${required}></label>
${checkbox('keep-key', words.tryKeepKey)}`;
}

/** A path's value comes with its example; a query's does not, since an example there would narrow the list to nothing. */
function input(parameter: Parameter, words: Words): string {
  const choices = choicesOf(parameter);
  if (choices.length > 0) return select(parameter, choices, words);
  const example = exampleOf(parameter);
  const shown = typeof example === 'string' ? example : (JSON.stringify(example) ?? '');
  const value = parameter.required ? ` value="${escaped(shown)}"` : ` placeholder="${escaped(shown)}"`;
  const required = parameter.required ? ' required' : '';
  const note = parameter.required ? ` <small>${escaped(words.required)}</small>` : '';
  return `<label><span><code>${escaped(parameter.name)}</code>${note}</span> <input name="${escaped(parameter.name)}" data-in="${parameter.in}" autocomplete="off" spellcheck="false"${value}${required}></label>`;
}

/** The values a parameter can have, where they are few. */
function choicesOf({ schema }: Parameter): string[] {
  if (schema.enum) return schema.enum.map(String);
  return schema.type === 'boolean' ? ['true', 'false'] : [];
}

function select({ name, in: place }: Parameter, choices: string[], words: Words): string {
  const options = choices.map((choice) => `<option>${escaped(choice)}</option>`);
  return `<label><span><code>${escaped(name)}</code></span> <select name="${escaped(name)}" data-in="${place}"><option value="">${escaped(words.tryAny)}</option>${options.join('')}</select></label>`;
}

function bodyInput({ body }: Operation, words: Words): string {
  if (!body) return '';
  const example = body.examples[0]?.value;
  const text = example === undefined ? '' : JSON.stringify(example, null, 2);
  const rows = Math.min(18, text.split('\n').length + 1);
  return `<label class="raw"><span>${escaped(words.tryBody)}</span> <textarea name="body" rows="${rows}" autocomplete="off" spellcheck="false">${escaped(text)}</textarea></label>`;
}

function checkbox(name: string, label: string): string {
  return `<label class="check"><input type="checkbox" name="${name}"> ${escaped(label)}</label>`;
}

function takesNoKey({ key }: Operation): boolean {
  return key === 'none' || key === 'pages';
}
