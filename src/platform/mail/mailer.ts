// Mail, where the installation has a server for it: one text to one address. What sends it is loaded with the first mail and not before.
import { Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Config } from '#config.js';
import { Log } from '#platform/logging/log.js';
import { MAIL_PATIENCE_MS } from '#platform/time/time-budget.js';

export interface Mail {
  /** An address, as the contract lets it in. */
  to: string;
  /** Of one line. */
  subject: string;
  text: string;
}

@Injectable()
export class Mailer {
  /** Whether this installation sends mail. */
  readonly isOn: boolean;
  private transport: Promise<Transporter> | null = null;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {
    this.isOn = config.smtpUrl !== null;
  }

  /** Whether the server took it. False, and a line in the log, for whatever goes wrong; false alone where there is none. */
  async send({ to, subject, text }: Mail): Promise<boolean> {
    if (this.config.smtpUrl === null) return false;
    try {
      const transport = await (this.transport ??= connectLater(this.config.smtpUrl));
      // As an object: nothing in it is read as a list of addresses, or as a name.
      await transport.sendMail({ from: this.config.mailFrom, to: { name: '', address: to }, subject, text });
      return true;
    } catch (error) {
      this.log.warn('a mail was not taken by the server of SMTP_URL', { error });
      return false;
    }
  }
}

async function connectLater(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const timeouts = {
    connectionTimeout: MAIL_PATIENCE_MS,
    greetingTimeout: MAIL_PATIENCE_MS,
    socketTimeout: MAIL_PATIENCE_MS,
    dnsTimeout: MAIL_PATIENCE_MS,
  };
  return createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
}
