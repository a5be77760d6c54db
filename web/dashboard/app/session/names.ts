// What affiliates and campaigns are called. The first hundred of each come at once; one that is not among them is asked for by itself.
import { useQueries, useQuery } from '@tanstack/react-query';
import { affiliateNames } from './affiliate-names.js';
import { useTenantCall, useTenantKey } from './use-call.js';

const FIRST = 100;
const FRESH_MS = 60_000;

export function useAffiliates() {
  const call = useTenantCall();
  return useQuery({
    queryKey: [...useTenantKey(), 'affiliates'],
    queryFn: ({ signal }) => call('listAffiliates', { query: { limit: FIRST }, signal }),
    staleTime: FRESH_MS,
  });
}

export function useCampaigns() {
  const call = useTenantCall();
  return useQuery({
    queryKey: [...useTenantKey(), 'campaigns'],
    queryFn: ({ signal }) => call('listCampaigns', { query: { limit: FIRST }, signal }),
    staleTime: FRESH_MS,
  });
}

export interface Names {
  affiliate: (id: string) => string;
  campaign: (id: string) => string;
}

/** @param affiliateIds those that are to be named; without a name yet, an id stands for itself */
export function useNames(
  affiliateIds: readonly (string | null)[],
  campaignIds: readonly (string | null)[],
): Names {
  const affiliates = useAffiliateNames(affiliateIds);
  const campaigns = useCampaignNames(campaignIds);
  return {
    affiliate: (id) => affiliates.get(id) ?? id,
    campaign: (id) => campaigns.get(id) ?? id,
  };
}

/** Each once, without those that the first list has named. */
function missing(ids: readonly (string | null)[], known: Map<string, unknown>, isLoaded: boolean): string[] {
  return isLoaded ? [...new Set(ids)].filter((id): id is string => id !== null && !known.has(id)) : [];
}

function useAffiliateNames(ids: readonly (string | null)[]): Map<string, string> {
  const call = useTenantCall();
  const key = useTenantKey();
  const { data } = useAffiliates();
  const known = new Map(data?.data.map((one) => [one.affiliateId, one]));
  const others = useQueries({
    queries: missing(ids, known, data !== undefined).map((affiliateId) => ({
      queryKey: [...key, 'affiliate', affiliateId],
      queryFn: () => call('getAffiliate', { path: { affiliateId } }),
      staleTime: FRESH_MS,
    })),
  });
  for (const { data: one } of others) if (one) known.set(one.data.affiliateId, one.data);
  return affiliateNames([...known.values()]);
}

function useCampaignNames(ids: readonly (string | null)[]): Map<string, string> {
  const call = useTenantCall();
  const key = useTenantKey();
  const { data } = useCampaigns();
  const known = new Map(data?.data.map(({ campaignId, name }) => [campaignId, name]));
  const others = useQueries({
    queries: missing(ids, known, data !== undefined).map((campaignId) => ({
      queryKey: [...key, 'campaign', campaignId],
      queryFn: () => call('getCampaign', { path: { campaignId } }),
      staleTime: FRESH_MS,
    })),
  });
  for (const { data: one } of others) if (one) known.set(one.data.campaignId, one.data.name);
  return known;
}
