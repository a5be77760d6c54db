// The time, as something a test can set. Who decides or stores by it asks here; ids, replies to what is no
// HTTP, and the keeper of the embedded PostgreSQL ask the machine (test/architecture/source.test.ts).
import { Global, Injectable, Module, type DynamicModule } from '@nestjs/common';

export abstract class Clock {
  /** The present moment; a fresh Date every time. */
  abstract now(): Date;

  /** Milliseconds since some moment in the past. They only go forward, whoever sets the machine's time: for how old something is. */
  abstract monotonicMs(): number;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }

  monotonicMs(): number {
    return performance.now();
  }
}

/** Lends the one Clock to every module. */
@Global()
@Module({})
export class ClockModule {
  static with(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
