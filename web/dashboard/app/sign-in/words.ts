// Words of signing in.
import { inBoth } from '../i18n/words.js';

export const signInWords = inBoth(
  {
    title: 'Sign in',
    signIn: 'Sign in',
    lead: 'See which orders your affiliates brought, and why.',
  },
  {
    title: 'Connexion',
    signIn: 'Se connecter',
    lead: 'Voyez quelles commandes vos affiliés ont apportées, et pourquoi.',
  },
);
