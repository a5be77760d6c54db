// Whose orders the screens show, and which of their two worlds: said in the address, so that a link shows to others what it showed here;
// else what was looked at last; else test data.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Mode, Schemas, Tenant } from '../api/types.js';
import { recall, remember } from '../storage.js';
import type { Me } from './me.js';

export interface Place {
  tenant: Tenant;
  merchant: Schemas['Membership'];
  me: Me;
  may: (permission: Schemas['Membership']['permissions'][number]) => boolean;
}

const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('There is no PlaceProvider around this.');
  return place;
}

/** @param merchants of the person, one at least */
export function PlaceProvider({ me, children }: { me: Me; children: ReactNode }) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const wanted = search.merchant ?? recall('merchant');
  const merchant = me.merchants.find(({ merchantId }) => merchantId === wanted) ?? me.merchants[0];
  const mode: Mode = search.mode ?? (recall('mode') === 'live' ? 'live' : 'test');
  const merchantId = merchant?.merchantId ?? '';
  const isNamed = me.merchants.length > 1;
  useEffect(() => {
    remember('mode', mode);
    remember('merchant', merchantId);
    const inAddress = isNamed ? merchantId : undefined;
    if (search.mode === mode && search.merchant === inAddress) return;
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, merchant: inAddress, mode }),
      replace: true,
    });
  }, [mode, merchantId, isNamed, search.mode, search.merchant, navigate]);
  const place = useMemo(
    (): Place | null =>
      merchant
        ? {
            tenant: { merchantId: merchant.merchantId, mode },
            merchant,
            me,
            may: (permission) => merchant.permissions.includes(permission),
          }
        : null,
    [merchant, mode, me],
  );
  return <PlaceContext value={place}>{children}</PlaceContext>;
}
