// A mail server on this machine, which keeps what it gets.
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** With its headers, as it came. */
  source: string;
}

export interface MailServer {
  /** As SMTP_URL says it. */
  url: string;
  received: ReceivedMail[];
  /** Refuses every mail from now on. */
  refuse(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refuses = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      void text(stream).then((source) => {
        if (refuses) return done(new Error('full'));
        received.push({ to: envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    received,
    refuse: () => void (refuses = true),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The text of a mail, as its reader sees it. */
export function textOf({ source }: ReceivedMail): string {
  const [head = '', body = ''] = source.replaceAll('\r\n', '\n').split(/\n\n([^]*)/);
  const encoding = /^content-transfer-encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
