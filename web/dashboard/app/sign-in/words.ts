// Words of signing in.
import { inBoth } from '../i18n/words.js';

export const signInWords = inBoth(
  {
    title: 'Sign in',
    signIn: 'Sign in',
    lead: 'See which orders your affiliates brought, and why.',
    codeText: (email: string) => `The password of ${email} is right. Now the code of your authenticator app.`,
    appCode: 'Code of the app',
    appHint: 'Six digits. Each code works once.',
    recoveryCode: 'Recovery code',
    recoveryHint: 'One of those that you kept. Each works once.',
    wrongRecovery: 'This recovery code is wrong, or was used before. Take another one.',
    useRecovery: 'Use a recovery code instead',
    useApp: 'Use the app instead',
    withPasskey: 'Sign in with a passkey',
  },
  {
    title: 'Connexion',
    signIn: 'Se connecter',
    lead: 'Voyez quelles commandes vos affiliés ont apportées, et pourquoi.',
    codeText: (email: string) =>
      `Le mot de passe de ${email} est juste. À présent, le code de votre application d’authentification.`,
    appCode: 'Code de l’application',
    appHint: 'Six chiffres. Chaque code sert une fois.',
    recoveryCode: 'Code de secours',
    recoveryHint: 'L’un de ceux que vous avez gardés. Chacun sert une fois.',
    wrongRecovery: 'Ce code de secours est faux ou a déjà servi. Prenez-en un autre.',
    useRecovery: 'Utiliser plutôt un code de secours',
    useApp: 'Utiliser plutôt l’application',
    withPasskey: 'Se connecter avec une clé d’accès',
  },
);
