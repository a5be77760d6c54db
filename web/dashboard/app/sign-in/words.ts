// Words of signing in.
import { inBoth } from '../i18n/words.js';

export const signInWords = inBoth(
  {
    title: 'Sign in',
    signIn: 'Sign in',
    lead: 'See which orders your affiliates brought, and why.',
    forgotten: 'Forgotten your password? An owner of your merchant can send you a link to set a new one.',
  },
  {
    title: 'Connexion',
    signIn: 'Se connecter',
    lead: 'Voyez quelles commandes vos affiliés ont apportées, et pourquoi.',
    forgotten:
      'Mot de passe oublié ? Un propriétaire de votre marchand peut vous envoyer un lien pour en choisir un autre.',
  },
);
