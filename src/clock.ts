// The time, as something a test can set. Nothing else in src/ may ask the machine for it.
import { Global, Injectable, Module } from '@nestjs/common';

export abstract class Clock {
  /** The present moment; a fresh Date every time. */
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Lends the one Clock to every module; tests override the provider `Clock`. */
@Global()
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
export class ClockModule {}
