// npm run webhooks -- listen: events of a running service, forwarded to an address on this machine, signed as webhooks are.
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { makeSecret } from '#integrations/webhooks/sending/signature.js';
import { Failure } from '#platform/errors/failure.js';
import type { Clock } from '#platform/time/clock.js';
import type { CommandLine } from './command-line.js';
import { EventForwarder, type Forwarding } from './event-forwarder.js';

const KEY = 'REFCAMPAIGN_KEY';
const URL_OF_SERVICE = 'REFCAMPAIGN_URL';
const SECRET = 'REFCAMPAIGN_WEBHOOK_SECRET';
const LOCAL = 'http://127.0.0.1:3000';
const SECRET_TEXT = /^whsec_[A-Za-z0-9+/]{43}=$/;
const HELP = `
Environment:
  ${KEY}             an API key that may read; its mode is listened to
  ${URL_OF_SERVICE}             where the service is (${LOCAL})
  ${SECRET}  what signs, as an endpoint's secret is written; else one is made and shown`;

export function addListen(
  program: Command,
  line: CommandLine,
  clock: Clock,
  waits?: Forwarding['waits'],
): void {
  program
    .command('listen')
    .description(
      'post what happens from now on to an address, signed as webhooks are; for work on your machine',
    )
    .requiredOption('--forward <url>', 'where to, such as http://localhost:8080/hooks', httpUrl)
    .addHelpText('after', HELP)
    .action(async ({ forward }: { forward: string }) => {
      const { key, baseUrl, secret } = settingsIn(line.environment);
      const tell = (text: string) => line.stdout(`${text}\n`);
      if (line.environment[SECRET] === undefined) tell(`secret ${secret}`);
      tell(`${baseUrl} → ${forward}; Ctrl-C ends it`);
      const signal = line.signal ?? new AbortController().signal;
      const listening = { baseUrl, key, forwardUrl: forward, secret, tell, signal, clock };
      await new EventForwarder({ ...listening, ...(waits && { waits }) }).run();
    });
}

/** @throws Failure VALIDATION_FAILED for what is missing or cannot be. */
function settingsIn(environment: CommandLine['environment']): {
  key: string;
  baseUrl: string;
  secret: string;
} {
  const { [KEY]: key, [URL_OF_SERVICE]: url = LOCAL, [SECRET]: secret = makeSecret() } = environment;
  if (!key) throw new Failure('VALIDATION_FAILED', `Set ${KEY} to an API key that may read.`);
  if (!isHttpUrl(url))
    throw new Failure('VALIDATION_FAILED', `${URL_OF_SERVICE} must be an http or https URL.`);
  if (!SECRET_TEXT.test(secret))
    throw new Failure('VALIDATION_FAILED', `${SECRET} must be a secret: whsec_ and 32 bytes as base64.`);
  return { key, baseUrl: url.replace(/\/+$/, ''), secret };
}

function httpUrl(text: string): string {
  if (!isHttpUrl(text)) throw new InvalidArgumentError('It must be an http or https URL.');
  return text;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
