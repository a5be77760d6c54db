// What the screens of webhooks say is all there: each failure with what to do, each event with what causes it and what it is about.
import type { SendFailure } from '#integrations/webhooks/sending/attempt.js';
import { subjectOf } from '../../../web/dashboard/app/webhooks/deliveries/subject.js';
import {
  adviceWords,
  troubleOf,
  troubleWords,
  type Trouble,
} from '../../../web/dashboard/app/webhooks/deliveries/trouble-words.js';
import {
  eventMeanings,
  eventNames,
  eventsOf,
  subjects,
} from '../../../web/dashboard/app/webhooks/event-words.js';
import { document, type Json } from '../../contract/support/document.js';

const attempt = (failure: string | null, status: number | null = null) => ({
  startedAt: '2026-11-30T09:15:30.612Z',
  durationMs: 41,
  status,
  headers: {},
  body: '',
  isCut: false,
  failure,
  nextTryAt: null,
});

const failures: Record<SendFailure, Trouble> = {
  timeout: 'timeout',
  tls: 'tls',
  dns: 'dns',
  connection_refused: 'connection_refused',
  connection_lost: 'connection_lost',
  address_not_allowed: 'address_not_allowed',
  redirect: 'redirect',
  status: 'status',
};

it.each(Object.entries(failures))('%s has words', (failure, trouble) => {
  expect(troubleOf(attempt(failure))).toBe(trouble);
});

it.each([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'not_found'],
  [410, 'gone'],
  [418, 'status'],
  [429, 'too_many'],
  [503, 'server_error'],
] as const)('a reply of %i is told by what it means', (status, trouble) => {
  expect(troubleOf(attempt('status', status))).toBe(trouble);
});

it('what was delivered, and what a later version calls a failure, has none', () => {
  expect([troubleOf(attempt(null, 204)), troubleOf(attempt('toString'))]).toEqual([null, null]);
});

it('nothing is said twice, and nothing in French as in English', () => {
  for (const words of [troubleWords, adviceWords, eventMeanings]) {
    for (const said of [words.en, words.fr].map((one) => Object.values<string>(one)))
      expect(new Set(said).size).toBe(said.length);
    const same = Object.entries<string>(words.fr).filter(
      ([name, said]) => said === (words.en as Record<string, string>)[name],
    );
    expect(same).toEqual([]);
  }
});

it('every event that can be chosen is offered with its subject', () => {
  expect(subjects.flatMap((subject) => eventsOf(subject))).toEqual(eventNames);
});

const webhooks = document['webhooks'] as Record<string, Json>;

/** A test is about nothing. */
const told = Object.keys(webhooks).filter((event) => event !== 'webhook.test');

it.each(told)('%s: its example leads to what it is about', (event) => {
  const text = JSON.stringify(webhooks[event]);
  const body = bodyOf(webhooks[event] as Json);
  expect(text).toContain(event);
  const kind = /^(conversion|commission)/.test(event) ? 'conversion' : event.split('.')[0];
  expect(subjectOf(JSON.stringify(body))).toMatchObject({ kind });
});

it('what is about nothing, and what is no JSON, leads nowhere', () => {
  expect(subjectOf('{"event":"webhook.test","data":{"message":"hello"}}')).toBeNull();
  expect([subjectOf('hello'), subjectOf('{"data":null}'), subjectOf('{}')]).toEqual([null, null, null]);
});

/** The first example of a webhook's request. */
function bodyOf({ post }: Json): unknown {
  const { requestBody } = post as { requestBody: Json };
  const { content } = requestBody as {
    content: Record<string, { examples: Record<string, { value: unknown }> }>;
  };
  return Object.values(content['application/json']!.examples)[0]!.value;
}
