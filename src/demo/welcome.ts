// What a person who starts the service for the first time reads: where everything is, and a call to paste.
import type { INestApplicationContext } from '@nestjs/common';
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import { localUrl, type Config } from '#config.js';
import { HOUR_MS } from '#platform/time/time-units.js';
import { DEMO_MERCHANT, type Demo } from './demo.service.js';
import { makeDemo } from './make-demo.js';

/** Makes the demo if it is wanted and prints, once, how to use it; prints the addresses every time, and what comes next if there is no merchant. */
export async function printWelcome(
  app: INestApplicationContext,
  config: Config,
  port: number,
): Promise<void> {
  const address = addressOf(config, port);
  const demo = config.demo ? await makeDemo(app) : null;
  const next = demo ? firstConversion(address, demo) : (await isEmpty(app)) ? firstMerchant() : '';
  const link = config.demo ? await firstOwnersLink(app) : null;
  process.stdout.write(addresses(address) + next + (link === null ? '' : firstOwner(link)));
}

/** As long as the demo merchant has nobody: each start prints a new link, and the one before stops working. */
async function firstOwnersLink(app: INestApplicationContext): Promise<string | null> {
  const invitations = app.get(CreateInvitationService, { strict: false });
  return invitations.inviteFirst({ merchantId: DEMO_MERCHANT, role: 'OWNER', email: null, lastsMs: HOUR_MS });
}

async function isEmpty(app: INestApplicationContext): Promise<boolean> {
  return !(await app.get(MerchantsService, { strict: false }).exist());
}

/** Where people open it: as PUBLIC_URL says; without one, at the port that was really opened. */
export function addressOf({ publicUrl, host, port: wanted }: Config, port: number): string {
  return publicUrl === localUrl(host, wanted) ? localUrl(host, port) : publicUrl;
}

function addresses(address: string): string {
  return `
  API        ${address}/api/v1
  Spec       ${address}/openapi.yaml  (and /openapi.json)
  Docs       ${address}/docs
  Dashboard  ${address}/dashboard
`;
}

function firstOwner(link: string): string {
  return `
Open the dashboard as its owner; this link works once, within the hour (a restart prints another):

  ${link}

`;
}

function firstMerchant(): string {
  return `
There is no merchant yet. Make one, and a key for it, with the settings that this service was started with:

  npm run merchants -- create --name 'Acme Shop'
  npm run keys -- create --merchant mer_… --mode test --name Checkout

`;
}

function firstConversion(address: string, demo: Demo): string {
  return `
A demo merchant was made. Its keys are shown this once:

  test  ${demo.test.key}   link ${demo.test.link}
  live  ${demo.live.key}   link ${demo.live.link}

Record a first conversion with the test key (paste it again: it is recorded once):

  curl -s ${address}/api/v1/conversions/postback \\
    -H 'Authorization: Bearer ${demo.test.key}' \\
    -H 'Content-Type: application/json' \\
    -d '{"externalId":"order-1001","conversionType":"SALE","amount":4990,"currency":"EUR","affiliateCode":"${demo.test.code}"}'

`;
}
