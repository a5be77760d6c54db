// Every migration, oldest first. A released one is never edited: add the next number.
import { FirstTables1795305600001 } from './0001-first-tables.js';
import { LifeOfAConversion1795305600002 } from './0002-life-of-a-conversion.js';

export const migrations = [FirstTables1795305600001, LifeOfAConversion1795305600002];
