// Authorization header → caller. Missing, malformed, unknown and revoked keys are one and the same 401.
import { Injectable } from '@nestjs/common';
import { Failure } from '#platform/errors/failure.js';
import { KeyCheck } from '#platform/contract/key-check.js';
import { bearerToken } from './bearer.js';
import type { Caller } from './caller.js';
import { KeyDirectoryService } from './key-directory.service.js';
import { hashKeyText, isKeyText } from './key-text.js';

@Injectable()
export class BearerKeyCheck extends KeyCheck {
  constructor(private readonly keys: KeyDirectoryService) {
    super();
  }

  /**
   * Who sent this Authorization header. A malformed key asks nobody; a known one costs no database read.
   * @throws Failure UNAUTHORIZED; PERMISSION_DENIED when the merchant is locked; SERVICE_UNAVAILABLE when nobody can tell.
   */
  override async check(authorization: string | undefined): Promise<Caller> {
    const text = bearerToken(authorization);
    if (text === null || !isKeyText(text)) throw new Failure('UNAUTHORIZED');
    const hash = hashKeyText(text);
    const key = await this.keys.find(hash);
    if (!key || key.revoked) throw new Failure('UNAUTHORIZED');
    if (key.merchantLocked) throw new Failure('MERCHANT_LOCKED');
    this.keys.noteUse(hash);
    return { merchantId: key.merchantId, mode: key.mode, keyId: key.keyId, merchantName: key.merchantName };
  }
}
