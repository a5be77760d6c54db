// Every migration, oldest first. A released one is never edited: add the next number.
import { FirstTables1795305600001 } from './0001-first-tables.js';

export const migrations = [FirstTables1795305600001];
