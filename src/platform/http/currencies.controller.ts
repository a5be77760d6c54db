// The currencies that we take and their minor units, for programs that make an amount of a price.
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Operation, raw } from '#platform/contract/operation.js';
import { minorUnits } from '#platform/values/currencies.js';
import { compress, hasAlready, variantFor, type Compressed } from './compressed.js';
import { encodingHeaders } from './encoding.js';

/** The table is part of a release: who keeps it for a day knows a new currency a day later. */
const CACHING = 'public, max-age=86400';

@Controller()
export class CurrenciesController {
  /** Made when it is asked for the first time: a start does not wait for it. */
  private table: Promise<Compressed> | undefined;

  @Operation('getCurrencies')
  async get(@Req() { headers }: Request) {
    const variant = variantFor(headers, await (this.table ??= compress(Buffer.from(tableText()))));
    const caching = { 'Cache-Control': CACHING, ETag: variant.etag, Vary: 'Accept-Encoding' };
    if (hasAlready(headers['if-none-match'], variant)) return raw(304, { headers: caching });
    const content = {
      'Content-Type': 'application/json; charset=utf-8',
      ...encodingHeaders(variant.encoding),
    };
    return raw(200, { headers: { ...caching, ...content }, body: variant.body });
  }
}

function tableText(): string {
  const codes = [...minorUnits].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ minorUnits: Object.fromEntries(codes) }, null, 2)}\n`;
}
