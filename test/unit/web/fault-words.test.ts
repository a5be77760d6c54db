// Whatever our validation finds wrong can be told in French: every rule of the contract, and every one beside it.
import { readFileSync } from 'node:fs';
import { formats } from '#platform/values/formats.js';
import { faultInFrench } from '../../../web/dashboard/app/api/fault-words.js';
import { exceptions } from '../../independent/exceptions.js';

/** What the generated classes say of the contract's keywords. */
const ofSchemas = [
  ...readFileSync('generated/dto.ts', 'utf8').matchAll(/message: (["'])((?:\\.|(?!\1).)+)\1/g),
].map(([, , message]) => (message as string).replaceAll('\\\\', '\\'));
/** Those that say something of the body as a whole are told by their reason. */
const besideSchemas = Object.values(exceptions)
  .flat()
  .filter((message) => /^[a-z]/.test(message));
const others = [
  'is required',
  'is not known here',
  'is not known here; did you mean affiliateCode?',
  'must be a string',
  'must be 3 to 64 characters long',
  'must be at most 255 characters long',
  'must not be empty',
  'names nothing that you can see',
  'is not what is stored',
  'the key lacks the permission: manage',
  'your role lacks the permission',
];

it('none is left in English', () => {
  expect(ofSchemas.length).toBeGreaterThan(100);
  expect(besideSchemas.length).toBeGreaterThan(30);
  const all = [
    ...ofSchemas,
    ...besideSchemas,
    ...others,
    ...Object.values(formats).map(({ message }) => message),
  ];
  // The second is a beginning, which the name of a field follows.
  const meant = all.map((message) => (message.endsWith('did you mean') ? `${message} amount?` : message));
  expect([...new Set(meant.filter((message) => faultInFrench(message) === null))]).toEqual([]);
});

it.each([
  ['is not known here; did you mean affiliateCode?', 'est inconnu ici ; vouliez-vous dire affiliateCode ?'],
  ['must be 1 to 64 characters long', 'doit avoir de 1 à 64 caractères'],
  ['must be one of en, fr', 'doit être l’un de en, fr'],
  ['must be an integer from 1 to 1200 or null', 'doit être un entier de 1 à 1200 ou null'],
  ['the key lacks the permission: manage', 'la clé n’a pas le droit nécessaire : manage'],
  ['the key lacks the permission', 'la clé n’a pas le droit nécessaire'],
])('%s: %s', (said, french) => {
  expect(faultInFrench(said)).toBe(french);
});

it('what a later version says is left as it came', () => {
  expect(faultInFrench('must be purple')).toBeNull();
});
