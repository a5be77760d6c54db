// Preloaded into every program that the benchmark starts: it ends with the benchmark, even if that was ended by kill -9.
import { setInterval } from 'node:timers';

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1000).unref();
