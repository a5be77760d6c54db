// Hands a session to the browser, and takes it away again.
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '#config.js';
import type { CameFrom } from './came-from.js';
import { setCookieText } from './session-cookie.js';

@Injectable()
export class Cookies {
  private readonly isHttps: boolean;

  constructor(config: Config) {
    this.isHttps = config.publicUrl.startsWith('https:');
  }

  give(response: Response, token: string, { isSecure }: CameFrom): void {
    response.setHeader('Set-Cookie', setCookieText(token, isSecure || this.isHttps));
  }

  take(response: Response, { isSecure }: CameFrom): void {
    response.setHeader('Set-Cookie', setCookieText(null, isSecure || this.isHttps));
  }
}
