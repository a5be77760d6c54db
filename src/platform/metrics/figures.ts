// How our figures are made: in one registry, under one prefix, in the order in which they are shown.
import { Counter, Histogram, Registry } from 'prom-client';
import { AskedGauge } from './asked-gauge.js';

const PREFIX = 'refcampaign_';

export class Figures {
  readonly registry = new Registry();

  counter<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    return new Counter({ name: PREFIX + name, help, labelNames, registers: [this.registry] });
  }

  histogram<Label extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[] = [],
  ) {
    return new Histogram({ name: PREFIX + name, help, buckets, labelNames, registers: [this.registry] });
  }

  gauge<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    return new AskedGauge({ name: PREFIX + name, help, labelNames, registers: [this.registry] });
  }
}
