// Public ids: one spelling for each id, and nothing that is not one is ever taken for one.
import fc from 'fast-check';
import { TypeID } from 'typeid-js';
import { fromPublicId, newId, toPublicId } from '#platform/values/ids.js';

const base32 = fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz');

it('what goes out comes back', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(fromPublicId('cnv', toPublicId('cnv', uuid))).toBe(uuid);
    }),
  );
});

it('they are TypeIDs: the library writes the same, and takes nothing else', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(toPublicId('cnv', uuid)).toBe(TypeID.fromUUID('cnv', uuid).toString());
      expect(toPublicId('cnv', uuid.toUpperCase())).toBe(toPublicId('cnv', uuid));
    }),
  );
  const byLibrary = (text: string) => {
    try {
      return TypeID.fromString(text).toUUID();
    } catch {
      return null;
    }
  };
  fc.assert(
    fc.property(fc.string({ unit: base32, minLength: 26, maxLength: 26 }), (suffix) => {
      expect(fromPublicId('cnv', `cnv_${suffix}`)).toBe(byLibrary(`cnv_${suffix}`));
    }),
    { numRuns: 1000 },
  );
});

it('new ids are ordered by time and all different', () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
  expect(toPublicId('cnv', ids[0]!)).toMatch(/^cnv_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
});

it.each([
  '',
  'cnv_',
  'cnv',
  'cmp_01h455vb4pex5vsknk084sn02q',
  'CNV_01h455vb4pex5vsknk084sn02q',
  'cnv_01H455VB4PEX5VSKNK084SN02Q',
  'cnv_01h455vb4pex5vsknk084sn02',
  'cnv_01h455vb4pex5vsknk084sn02qq',
  'cnv_81h455vb4pex5vsknk084sn02q',
  'cnv_01h455vb4pex5vsknk084sn02u',
  'cnv_01h455vb4pex5vsknk084sn02l',
  'cnv_01h455vb4pex5vsknk084sn02q\n',
  ' cnv_01h455vb4pex5vsknk084sn02q',
  'cnv_01m7dkjj8rfm2wq5d3c8k9x7ye', // 128 bits, and no UUID's
  'cnv_01890a5d-ac96-774b-bcce-b302099a8057',
  '01890a5d-ac96-774b-bcce-b302099a8057',
])('%j is no conversion', (text) => {
  expect(fromPublicId('cnv', text)).toBeNull();
});

it('never throws, and takes nothing but the one spelling', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }).map((text) => `cnv_${text}`),
        fc.string({ unit: base32, minLength: 26, maxLength: 26 }).map((text) => `cnv_${text}`),
      ),
      (text) => {
        const uuid = fromPublicId('cnv', text);
        if (uuid !== null) expect(toPublicId('cnv', uuid)).toBe(text);
      },
    ),
  );
});
