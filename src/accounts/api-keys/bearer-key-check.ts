// Authorization header → caller. Missing, malformed, unknown and revoked keys are one and the same 401.
import { Injectable } from '@nestjs/common';
import { Failure } from '#platform/errors/failure.js';
import { KeyCheck, type KeyHolder, type SentKey } from '#platform/contract/key-check.js';
import type { KeyState } from './api-keys.repository.js';
import { bearerToken } from './bearer.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { KeyDirectoryService } from './key-directory.service.js';
import { hashKeyText, isKeyText } from './key-text.js';

type KeyCaller = Caller & KeyHolder;

/** It tells more of its holder than the contract asks. */
export interface SentBearerKey extends SentKey {
  check(): Promise<KeyCaller>;
  lastKnown(): KeyCaller | null;
}

@Injectable()
export class BearerKeyCheck extends KeyCheck {
  constructor(private readonly keys: KeyDirectoryService) {
    super();
  }

  /** A malformed key asks nobody; a known one costs no database read. */
  override read(authorization: string | undefined): SentBearerKey {
    const hash = hashIn(authorization);
    return { check: () => this.check(hash), lastKnown: () => this.lastKnown(hash) };
  }

  private async check(hash: string | null): Promise<KeyCaller> {
    if (hash === null) throw new Failure('UNAUTHORIZED');
    const key = await this.keys.find(hash);
    if (!key || key.revoked) throw new Failure('UNAUTHORIZED');
    if (key.merchantLocked) throw new Failure('MERCHANT_LOCKED');
    this.keys.noteUse(hash);
    return toCaller(key);
  }

  private lastKnown(hash: string | null): KeyCaller | null {
    const key = hash === null ? null : this.keys.lastKnown(hash);
    return key === null || key.revoked || key.merchantLocked ? null : toCaller(key);
  }
}

/** The hash of the key in an Authorization header; null where nothing has the form of one. */
function hashIn(authorization: string | undefined): string | null {
  const text = bearerToken(authorization);
  return text === null || !isKeyText(text) ? null : hashKeyText(text);
}

function toCaller({ merchantId, mode, keyId, merchantName, permissions }: KeyState): KeyCaller {
  return { merchantId, mode, keyId, personId: null, merchantName, permissions };
}
