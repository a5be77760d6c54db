// What has to be read back is encrypted with the SECRET_KEY of the installation: AES-256-GCM, bound to whose it is, with a mark of the key, so
// that "another key" is told from damage. What need not be read back (passwords, tokens, recovery codes) is stored as its hash instead.
// Why so: docs/decisions/0025-secrets-at-rest.md
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#config.js';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const MARK_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + MARK_BYTES + IV_BYTES + TAG_BYTES;

/** `none`: no SECRET_KEY is set. `other`: what is to be read was encrypted with another one. */
export class SecretKeyMissing extends Error {
  override name = 'SecretKeyMissing';

  constructor(readonly which: 'none' | 'other') {
    super(
      which === 'none' ? 'SECRET_KEY is not set' : 'SECRET_KEY is not the one that this was encrypted with',
    );
  }
}

@Injectable()
export class SecretBox {
  private readonly key: KeyObject | null;

  constructor({ secretKey }: Config) {
    this.key = secretKey;
  }

  /** Whether there is a key. */
  get isOn(): boolean {
    return this.key !== null;
  }

  /**
   * Version (1 byte), mark of the key (8), nonce (12), tag (16), and what was encrypted.
   * @param owner what and whose it is, as `totp:<uuid>`: it is read back under this name alone.
   * @throws SecretKeyMissing
   */
  seal(plain: Buffer, owner: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.derive('encryption', 32), iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), this.mark(), iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws SecretKeyMissing; Error for what is damaged, or was encrypted for another owner. */
  open(sealed: Buffer, owner: string): Buffer {
    const key = this.derive('encryption', 32);
    if (sealed[0] !== VERSION || sealed.length < HEAD_BYTES) throw damaged();
    const [mark, iv, tag, rest] = cut(sealed.subarray(1), MARK_BYTES, IV_BYTES, TAG_BYTES);
    if (!this.mark().equals(mark)) throw new SecretKeyMissing('other');
    const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(owner)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(rest), decipher.final()]);
    } catch (cause) {
      throw damaged(cause);
    }
  }

  /** A key for one purpose, from which the others cannot be told. @throws SecretKeyMissing */
  derive(purpose: string, bytes: number): Buffer {
    if (!this.key) throw new SecretKeyMissing('none');
    return Buffer.from(hkdfSync('sha256', this.key, '', `refcampaign ${purpose}`, bytes));
  }

  private mark(): Buffer {
    return this.derive('mark', MARK_BYTES);
  }
}

function cut(bytes: Buffer, ...lengths: [number, number, number]): [Buffer, Buffer, Buffer, Buffer] {
  const [first, second, third] = lengths;
  return [
    bytes.subarray(0, first),
    bytes.subarray(first, first + second),
    bytes.subarray(first + second, first + second + third),
    bytes.subarray(first + second + third),
  ];
}

function damaged(cause?: unknown): Error {
  return new Error('what was encrypted is damaged, or is not of whom it is said to be', { cause });
}
