// What affiliates are called, told apart where several have the same name. Pure.
import type { Schemas } from '../api/types.js';

type Affiliate = Schemas['Affiliate'];

/** What each is called, by id: by the first name, by the email too where several have the same. */
export function affiliateNames(affiliates: readonly Affiliate[]): Map<string, string> {
  const namesakes = new Map<string | null, number>();
  for (const { firstName } of affiliates) namesakes.set(firstName, (namesakes.get(firstName) ?? 0) + 1);
  return new Map(
    affiliates.map(({ affiliateId, firstName, email }) => {
      const isShared = (namesakes.get(firstName) ?? 0) > 1;
      return [affiliateId, firstName === null ? email : isShared ? `${firstName} (${email})` : firstName];
    }),
  );
}
