// A stand-in for the server client of the official @refcampaign/sdk, which no test may download: written from what its published
// source (2.3 and 3) does, as far as the guide about it goes. What it refuses, what it sends, and what it makes of the reply.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = '@refcampaign/sdk';

/** Puts it where the program finds it, if it asks for it. @param folder that the program is run in. */
export function installOfficialSdk(folder: string, program: string): void {
  if (!program.includes(`'${NAME}'`)) return;
  const place = join(folder, 'node_modules', NAME);
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ name: NAME, type: 'module', main: 'index.js' }),
  );
  writeFileSync(join(place, 'index.js'), STAND_IN);
}

const STAND_IN = `
const refuse = (wrong, message) => { if (wrong) throw new Error('[RefCampaign] ' + message); };
const isAmount = (amount) => Number.isInteger(amount) && amount > 0;
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

export class RefCampaignServer {
  constructor(secretKey, { apiUrl = 'https://app.refcampaign.com', onError } = {}) {
    refuse(!/^rc_(live|test)_/.test(secretKey), 'Invalid secretKey');
    Object.assign(this, { secretKey, apiUrl, onError });
  }

  async trackConversion({ orderId, amount, currency, conversionType = 'SALE', affiliateCode, sessionId, customerEmailHash, metadata }) {
    refuse(!orderId, 'orderId is required');
    refuse(!isAmount(amount), 'Invalid amount');
    refuse(!/^[A-Z]{3}$/.test(currency), 'Invalid currency');
    refuse(sessionId && !/^[a-zA-Z0-9_-]{8,}$/.test(sessionId), 'Invalid sessionId format');
    refuse(!affiliateCode && !sessionId && !customerEmailHash, 'nothing to attribute by');
    const evidence = given({ affiliateCode, sessionId, customerEmailHash, metadata });
    return this.post('postback', { externalId: orderId, amount, currency, conversionType, ...evidence });
  }

  async refundConversion({ orderId, amount, reason }) {
    refuse(!orderId, 'orderId is required');
    refuse(amount !== undefined && !isAmount(amount), 'Invalid amount');
    return this.post('refund', { externalId: orderId, ...given({ amount, reason }) });
  }

  async post(to, body) {
    const response = await fetch(this.apiUrl + '/api/v1/conversions/' + to, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + this.secretKey },
      body: JSON.stringify(body),
    });
    if (response.ok) return (await response.json()).data;
    const error = 'API request failed: ' + response.status + ' ' + (await response.text());
    this.onError?.(new Error(error), { orderId: body.externalId, attempts: 1 });
    return { success: false, error };
  }
}
`;
