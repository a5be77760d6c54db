// The postback's rules that no schema can hold. They see the body as it came, next to the schema's own check, so that all faults
// are named at once; therefore nothing here may assume that a field has the right type.
import type { Issue } from '#platform/errors/failure.js';
import { parseDateTime } from '#platform/values/formats.js';
import { DAY_MS, MINUTE_MS } from '#platform/time/time-units.js';
import { hashEmail, isUsableEmail, readHash } from './email.js';
import { evidenceFields, present } from './sent-evidence.js';

const OLDEST_MS = 400 * DAY_MS;
const AHEAD_MS = 5 * MINUTE_MS;

type Body = Record<string, unknown>;

/** Every fault of the body that its schema cannot see. Messages name fields and rules, never values. */
export function postbackRule(body: Body, _query: unknown, now: Date): Issue[] {
  return [
    ...evidenceIsSent(body),
    ...saleHasAmount(body),
    ...twinsAgree(body, 'sessionId', 'rcsid'),
    ...twinsAgree(body, 'clickId', 'cid'),
    ...emailFitsItsHash(body),
    ...occurredInReach(body, now),
  ];
}

const evidenceNames: readonly string[] = evidenceFields;

/** Fields that would be evidence, and what they are called in the metadata of payments, where the official SDK puts a session. */
const strayed: Readonly<Record<string, string>> = {
  refcampaign_session: 'sessionId',
  ...Object.fromEntries(evidenceNames.map((name) => [name, name])),
};

function evidenceIsSent(body: Body): Issue[] {
  if (evidenceNames.some((name) => Object.hasOwn(body, name))) return [];
  return [
    ...inMetadata(body['metadata']),
    {
      path: [],
      message: `at least one of ${evidenceNames.join(', ')} must be sent; send null where there is nothing to send`,
    },
  ];
}

function inMetadata(metadata: unknown): Issue[] {
  if (typeof metadata !== 'object' || metadata === null) return [];
  return Object.keys(strayed)
    .filter((name) => Object.hasOwn(metadata, name))
    .map((name) => ({
      path: ['metadata', name],
      message: `is not read as evidence: send it as ${strayed[name]}`,
    }));
}

function saleHasAmount(body: Body): Issue[] {
  if (body['conversionType'] !== 'SALE' || body['amount'] !== 0) return [];
  return [{ path: ['amount'], message: 'must be at least 1 for a SALE' }];
}

function twinsAgree(body: Body, name: string, alias: string): Issue[] {
  if (!present(body[name]) || !present(body[alias]) || body[name] === body[alias]) return [];
  return [{ path: [alias], message: `is another name for ${name} and must not hold another value` }];
}

function emailFitsItsHash(body: Body): Issue[] {
  const { customerEmail: email, customerEmailHash: hash } = body;
  const sent = present(hash) ? readHash(hash) : null;
  // What is no hash, or no email, has nothing to disagree with; the other alone is the evidence then.
  if (!present(email) || sent === null || !isUsableEmail(email) || hashEmail(email) === sent) return [];
  return [
    { path: ['customerEmailHash'], message: 'is not the SHA-256 of the trimmed, lower-cased customerEmail' },
  ];
}

function occurredInReach(body: Body, now: Date): Issue[] {
  if (!present(body['occurredAt'])) return [];
  const time = parseDateTime(body['occurredAt'])?.getTime();
  if (time === undefined) return []; // the schema's format names that fault
  if (time > now.getTime() + AHEAD_MS)
    return [{ path: ['occurredAt'], message: 'must be at most 5 minutes ahead' }];
  if (time < now.getTime() - OLDEST_MS)
    return [{ path: ['occurredAt'], message: 'must be at most 400 days back' }];
  return [];
}
