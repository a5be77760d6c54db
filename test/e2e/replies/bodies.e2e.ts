// Bodies that cannot be read are 400, bodies too large are 413; size before form, form before content, content before ids.
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestCaller } from '../../support/makers.js';
import { sendBytes } from '../../support/wire.js';
import {
  checkRefusal,
  declaring,
  expectRefusal,
  factsOf,
  goodRequest,
  headOf,
  parametersOf,
  withBody,
  countWritten,
  type AnyInput,
} from './requests.js';

let app: SharedApp;
let before: Awaited<ReturnType<typeof countWritten>>;
let caller: TestCaller;

beforeAll(async () => {
  app = await sharedApp();
  before = await countWritten(app);
  caller = await app.make.caller();
});

const BAD = [400, 'INVALID_REQUEST'] as const;
const LARGE = [413, 'PAYLOAD_TOO_LARGE'] as const;
const INVALID = [422, 'VALIDATION_FAILED'] as const;
const marker = 'MARKER-5b1c';

const chunked = { 'transfer-encoding': 'chunked' };
const limitOf = (id: (typeof withBody)[number]): number => factsOf(id).body?.limitBytes ?? 0;

/** Bodies that are no JSON object, with the headers they come with. */
const unreadable: Record<string, AnyInput> = {
  'nothing at all': { rawBody: '' },
  'unparsable JSON': { rawBody: `{"name": "${marker}"` },
  'a trailing comma': { rawBody: `{"name": "${marker}",}` },
  'two objects': { rawBody: '{}{}' },
  'an array': { rawBody: `[{"name":"${marker}"}]` },
  null: { rawBody: 'null' },
  'a text': { rawBody: `"${marker}"` },
  'a number': { rawBody: '17' },
  'invalid UTF-8': {
    rawBody: Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
  },
  'Latin-1': { rawBody: Buffer.from('{"name":"Gr\u00fc\u00dfe"}', 'latin1') },
  'UTF-16': { rawBody: Buffer.from('{"name":"x"}', 'utf16le') },
  'a raw control character': { rawBody: '{"name":"a\nb"}' },
  NaN: { rawBody: '{"amount":NaN}' },
};
const misdeclared: Record<string, string> = {
  'text/plain': 'text/plain',
  form: 'application/x-www-form-urlencoded',
  'multipart form': 'multipart/form-data; boundary=x',
  'JSON of another kind': 'application/json-patch+json',
  'another charset': 'application/json; charset=iso-8859-1',
  'no type': '',
};

it.each(withBody)('%s: a body that is no JSON object is 400, and nothing of it is repeated', async (id) => {
  const good = goodRequest(id, caller);
  for (const [what, input] of Object.entries(unreadable)) {
    const error = await expectRefusal(app.api, id, { ...good, ...input }, BAD);
    expect([what, error.details, JSON.stringify(error)]).toEqual([
      what,
      [],
      expect.not.stringContaining(marker),
    ]);
    await expectRefusal(app.api, id, { ...good, ...input, headers: chunked }, BAD);
  }
});

it.each(withBody)('%s: a body that does not call itself application/json in UTF-8 is 400', async (id) => {
  const good = goodRequest(id, caller);
  for (const type of Object.values(misdeclared)) {
    await expectRefusal(app.api, id, { ...good, headers: { 'content-type': type } }, BAD);
  }
  await expectRefusal(app.api, id, { ...good, headers: { 'content-encoding': 'gzip' } }, BAD);
});

it.each(withBody)('%s: no body and no type is 400', async (id) => {
  const { status, text } = await sendBytes(app.service.port, `${headOf(id, caller)}\r\n`);
  expect([status, (JSON.parse(text) as { error: { code: string } }).error.code]).toEqual([...BAD]);
});

it.each(withBody)(
  '%s: JSON may come with parameters of its type, a byte order mark and in any case of UTF-8',
  async (id) => {
    const good = goodRequest(id, caller);
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
      const input = { ...good, rawBody: '\ufeff{"unknown":1}', headers: { 'content-type': type } };
      await expectRefusal(app.api, id, input, INVALID);
    }
  },
);

describe.each(withBody)('%s', (id) => {
  it('takes a body of exactly the limit and refuses one byte more, announced or counted', async () => {
    const good = goodRequest(id, caller);
    const exactly = '{"unknown":1}'.padEnd(limitOf(id), ' ');
    for (const headers of [{}, chunked]) {
      await expectRefusal(app.api, id, { ...good, rawBody: exactly, headers }, INVALID);
      await expectRefusal(app.api, id, { ...good, rawBody: `${exactly} `, headers }, LARGE);
    }
  });

  it('counts bytes, not characters', async () => {
    const rawBody = `{"unknown":"${'€'.repeat(limitOf(id) / 3)}"}`;
    await expectRefusal(app.api, id, { ...goodRequest(id, caller), rawBody }, LARGE);
  });

  it('says 413 before 400', async () => {
    const rawBody = '{'.repeat(limitOf(id) + 1);
    for (const headers of [{}, chunked]) {
      const input = {
        ...goodRequest(id, caller),
        rawBody,
        headers: { ...headers, 'content-type': 'text/plain' },
      };
      await expectRefusal(app.api, id, input, LARGE);
    }
  });

  it('says 413 without waiting for a body that was only announced', async () => {
    const bytes = `${headOf(id, caller)}Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{`;
    expect((await sendBytes(app.service.port, bytes)).status).toBe(413);
  });
});

const withIds = declaring(422).filter((id) => withBody.includes(id) && declaring(404).includes(id));

it.each(withIds)('%s: says 400 before 422, and 422 before 404', async (id) => {
  const nobody = Object.fromEntries(parametersOf(id, 'path').map(({ name }) => [name, 'names-nothing']));
  const good = { ...goodRequest(id, caller), path: nobody };
  await expectRefusal(app.api, id, { ...good, rawBody: '{', query: 'unknown=1' }, BAD);
  await expectRefusal(app.api, id, { ...good, rawBody: '{"unknown":1}' }, INVALID);
  await expectRefusal(app.api, id, { ...good, query: 'unknown=1' }, INVALID);
});

it.each(withIds.filter((id) => parametersOf(id, 'path').length > 0))(
  '%s: ids that are malformed, of another kind or not there are one and the same 404',
  async (id) => {
    const [{ name } = { name: '' }] = parametersOf(id, 'path');
    const errors = [];
    const ids = [
      'x',
      'cnv_01m7w78fvceg4bsb5mkyc2akcs',
      '\u0000',
      "' or 1=1 --",
      'ü'.repeat(500),
      String(Object.values(goodRequest(id, caller).path ?? {})[0]),
    ];
    for (const value of ids) {
      const reply = await app.api.call(id, { ...goodRequest(id, caller), path: { [name]: value } });
      errors.push(checkRefusal(id, reply, [404, 'NOT_FOUND']));
    }
    expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(1);
  },
);

it('nothing was written', async () => {
  expect(await countWritten(app)).toEqual(before);
});
