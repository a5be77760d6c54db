// What a replica believes about keys, and for how long.
import type { KeyChanges, KeyState } from '#accounts/api-keys/api-keys.repository.js';
import { KeyCache } from '#accounts/api-keys/key-cache.js';
import { KEY_TRUST_MS, UNKNOWN_KEY_TRUST_MS } from '#platform/time/time-budget.js';

const state: KeyState = {
  keyId: 'k',
  merchantId: 'm',
  mode: 'live',
  merchantName: 'Shop',
  permissions: 1,
  revoked: false,
  merchantLocked: false,
};
const changes = (some: Partial<KeyChanges> = {}): KeyChanges => ({
  now: '',
  keys: [],
  merchants: [],
  ...some,
});

describe('the key cache', () => {
  it('asks for a key it never saw', () => {
    expect(new KeyCache().get('a', 0)).toBeUndefined();
  });

  it('believes a key for a while after it was read, and then asks again', () => {
    const cache = new KeyCache();
    cache.put('a', state, 1000);
    expect(cache.get('a', 1000 + KEY_TRUST_MS)).toBe(state);
    expect(cache.get('a', 1001 + KEY_TRUST_MS)).toBeUndefined();
  });

  it('goes on believing while changes are read', () => {
    const cache = new KeyCache();
    cache.put('a', state, 0);
    cache.apply(changes(), 10_000);
    expect(cache.get('a', 10_000 + KEY_TRUST_MS)).toBe(state);
    expect(cache.get('a', 10_001 + KEY_TRUST_MS)).toBeUndefined();
  });

  it('takes in revocations, locks and new names', () => {
    const cache = new KeyCache();
    cache.put('a', state, 0);
    cache.apply(changes({ keys: [{ hash: 'a', revoked: true }] }), 1);
    expect(cache.get('a', 1)).toMatchObject({ revoked: true, merchantLocked: false });
    cache.apply(
      changes({
        merchants: [
          { id: 'm', name: 'New', locked: true },
          { id: 'other', name: 'x', locked: false },
        ],
      }),
      2,
    );
    expect(cache.get('a', 2)).toMatchObject({ revoked: true, merchantLocked: true, merchantName: 'New' });
    expect(state).toMatchObject({ revoked: false, merchantName: 'Shop' }); // what was handed out before stays as it was
  });

  it('remembers an unknown key shortly, and forgets that as soon as the key is made', () => {
    const cache = new KeyCache();
    cache.put('a', null, 0);
    expect(cache.get('a', UNKNOWN_KEY_TRUST_MS)).toBeNull();
    expect(cache.get('a', UNKNOWN_KEY_TRUST_MS + 1)).toBeUndefined();
    cache.put('a', null, 0);
    cache.apply(changes({ keys: [{ hash: 'a', revoked: false }] }), 1);
    expect(cache.get('a', 1)).toBeUndefined();
  });

  it('is bounded: the keys used longest ago make room, and unknown ones never push known ones out', () => {
    const cache = new KeyCache(2);
    cache.put('a', state, 0);
    cache.put('b', state, 0);
    expect(cache.get('a', 0)).toBe(state);
    cache.put('c', state, 0);
    for (let i = 0; i < 10; i++) cache.put(`unknown ${i}`, null, 0);
    expect(['a', 'b', 'c'].map((hash) => cache.get(hash, 0) === state)).toEqual([true, false, true]);
    expect([7, 8, 9].map((i) => cache.get(`unknown ${i}`, 0))).toEqual([undefined, null, null]);
  });

  it('keeps a key that is used, however many others come', () => {
    const cache = new KeyCache(10);
    cache.put('used', state, 0);
    for (let i = 0; i < 1000; i++) {
      cache.put(`other ${i}`, state, 0);
      expect(cache.get('used', 0)).toBe(state);
    }
  });

  it('takes no change of a key or its merchant for a use', () => {
    const cache = new KeyCache(2);
    cache.put('changed', state, 0);
    cache.put('used', { ...state, merchantId: 'other' }, 0);
    const merchants = [{ id: 'm', name: 'New', locked: false }];
    cache.apply(changes({ keys: [{ hash: 'changed', revoked: true }], merchants }), 1);
    cache.put('third', { ...state, merchantId: 'other' }, 1);
    expect(cache.get('changed', 1)).toBeUndefined();
    expect(cache.get('used', 1)).toMatchObject({ merchantId: 'other' });
  });
});
