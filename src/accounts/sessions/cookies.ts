// Hands a session to the browser, reads it back, and takes it away again: here alone is decided under which of the two names.
import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import { Config } from '#config.js';
import type { CameFrom } from './came-from.js';
import { sessionTokenIn, setCookieText } from './session-cookie.js';

@Injectable()
export class Cookies {
  private readonly isHttps: boolean;

  constructor(config: Config) {
    this.isHttps = config.publicUrl.startsWith('https:');
  }

  /** The token that a call brings; null where it brings none that could be one. */
  read(headers: IncomingHttpHeaders, isSecure: boolean): string | null {
    return sessionTokenIn(headers, this.isBound(isSecure));
  }

  give(response: Response, token: string, { isSecure }: CameFrom): void {
    response.setHeader('Set-Cookie', setCookieText(token, this.isBound(isSecure)));
  }

  take(response: Response, { isSecure }: CameFrom): void {
    response.setHeader('Set-Cookie', setCookieText(null, this.isBound(isSecure)));
  }

  /** Whether the cookie is the one of https: a proxy may speak https for us and not say so. */
  private isBound(isSecure: boolean): boolean {
    return isSecure || this.isHttps;
  }
}
