// Every migration, oldest first. A released one is never edited: add the next number.
import { FirstTables1795305600001 } from './0001-first-tables.js';
import { LifeOfAConversion1795305600002 } from './0002-life-of-a-conversion.js';
import { SiteTokens1795305600003 } from './0003-site-tokens.js';
import { WorkInTurns1795305600004 } from './0004-work-in-turns.js';
import { PermissionsOfKeys1795305600005 } from './0005-permissions-of-keys.js';

export const migrations = [
  FirstTables1795305600001,
  LifeOfAConversion1795305600002,
  SiteTokens1795305600003,
  WorkInTurns1795305600004,
  PermissionsOfKeys1795305600005,
];
