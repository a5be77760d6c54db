// What the tests of sending have in common: a sender that is let at this machine, its receivers, and a look at what is dialled.
import { AddressGuard } from '#integrations/webhooks/sending/address-guard.js';
import type { SendLimits } from '#integrations/webhooks/sending/attempt.js';
import { Sender, type Outcome, type Sending } from '#integrations/webhooks/sending/sender.js';
import { SystemClock } from '#platform/time/clock.js';
import type { Receiver } from '../../../../support/receiver.js';
import { watchDialled } from '../../../../support/dialled.js';
import { until } from '../../../../support/until.js';

/** More than anything takes here, so that only what is to run into a limit does. */
const AMPLE: SendLimits = { connectMs: 30_000, totalMs: 60_000 };

export interface SendingHere {
  /** As WEBHOOK_ALLOW would say it; 127.0.0.1 unless told. */
  with(sending: Partial<Sending> & { allow?: string[] }): Sender;
  /** Keeps it for as long as the test lasts. */
  receiver<R extends Pick<Receiver, 'close'>>(started: Promise<R>): Promise<R>;
  /** What was dialled in this test, `address:port`. */
  dialled(): string[];
}

/** For one file: ends what each test started, and fails it when something was dialled that is not this machine's loopback address. */
export function useSending(): SendingHere {
  let ends: (() => unknown)[] = [];
  let watched: ReturnType<typeof watchDialled>;
  beforeEach(() => void (watched = watchDialled()));
  afterEach(async () => {
    watched.end();
    await Promise.all(ends.map((end) => end()));
    ends = [];
    expect(watched.dialled.filter((address) => !address.startsWith('127.0.0.1:'))).toEqual([]);
  });
  return {
    with({ allow = ['127.0.0.1'], ...sending }) {
      const guard = new AddressGuard(allow, []);
      const sender = new Sender({ guard, clock: new SystemClock(), ...sending });
      ends.push(() => sender.close());
      return sender;
    },
    async receiver(started) {
      const receiver = await started;
      ends.push(() => receiver.close());
      return receiver;
    },
    dialled: () => watched.dialled,
  };
}

/** Sends `{}` with ample limits unless told. */
export function send(sender: Sender, url: string, limits: Partial<SendLimits> = {}): Promise<Outcome> {
  return sender.send({ url, body: '{}', headers: {} }, { ...AMPLE, ...limits });
}

/** The receiver sees the connection go. */
export const allClosed = (receiver: Receiver) => until(() => receiver.open.size === 0);
