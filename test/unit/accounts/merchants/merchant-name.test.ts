// Names that people give to merchants and keys.
import { checkedName } from '#accounts/merchants/merchants.service.js';

describe('a name', () => {
  it('is trimmed and may be up to 100 characters, whatever the alphabet', () => {
    expect(checkedName('  Café Δ 🚀 ', 'merchant')).toBe('Café Δ 🚀');
    expect(checkedName('🚀'.repeat(100), 'merchant')).toHaveLength(200);
  });

  it.each(['', '   ', 'a'.repeat(101), 'a\nb', 'a\u0000b', 'a\u001bb', '\ud800'])('is not %j', (name) => {
    expect(() => checkedName(name, 'key')).toThrow("The key's name must be");
  });
});
