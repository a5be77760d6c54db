// Somebody new, as the provider tells of them. Pure.
import type { Language } from '#accounts/people/person.js';
import { normalisedEmail } from '#platform/values/email.js';
import { nameIssues } from '#platform/values/names.js';
import type { Provided } from './flow.js';

/** @param provided with an email */
export function newPersonOf(
  { email, name }: Provided,
  { language, timeZone }: { language: Language; timeZone: string },
): { email: string; name: string; language: Language; timeZone: string; passwordHash: null } {
  const address = normalisedEmail(email!);
  const isUsable = name !== null && [...name].length <= 100 && nameIssues(name).length === 0;
  const [local = address] = address.split('@');
  return { email: address, name: isUsable ? name.trim() : local, language, timeZone, passwordHash: null };
}
