// Words of two-factor sign-in.
import { counted, inBoth, type Language } from '../i18n/words.js';

export const twoFactorWords = inBoth(
  {
    text: 'Beside the password, signing in asks for a code of an app on your phone. Whoever learns your password cannot come in with it alone.',
    unavailable:
      'This installation cannot keep the secret of an app: whoever runs it has to set SECRET_KEY first.',
    on: 'On',
    off: 'Off',
    setUp: 'Set up an authenticator app',
    setUpTitle: 'Set up an authenticator app',
    scan: 'Scan this with an authenticator app: the one in your password manager, Aegis, 2FAS, Google Authenticator …',
    qr: 'QR code of the secret',
    orType: 'Or type the secret into the app:',
    secretName: 'Secret',
    switchOn: 'Switch on',
    isOnNow: 'Two-factor sign-in is on. You are signed out everywhere else.',
    isOffNow: 'Two-factor sign-in is off. You are signed out everywhere else.',
    newCodes: 'New recovery codes',
    newCodesTitle: 'Make new recovery codes?',
    newCodesText:
      'Those that you have kept are no longer good, all of them, as soon as the new ones are made.',
    makeCodes: 'Make new codes',
    switchOff: 'Switch off',
    switchOffTitle: 'Switch two-factor sign-in off?',
    switchOffText:
      'The password is enough again, the recovery codes are no longer good, and everywhere else you are signed out.',
    codesTitle: 'Recovery codes',
    codesText:
      'Keep these where you find them without your phone. Each lets you in once instead of a code of the app. They are shown this once; those of before are no longer good.',
    fileHead: (host: string, email: string) => `Recovery codes of ${email} at ${host}. Each works once.`,
    download: 'Save as a file',
    done: 'I have kept them',
  },
  {
    text: 'En plus du mot de passe, la connexion demande un code d’une application sur votre téléphone. Votre mot de passe seul n’ouvre alors rien à qui l’apprend.',
    unavailable:
      'Cette installation ne peut pas garder le secret d’une application : qui l’exploite doit d’abord définir SECRET_KEY.',
    on: 'Active',
    off: 'Inactive',
    setUp: 'Configurer une application',
    setUpTitle: 'Configurer une application d’authentification',
    scan: 'Scannez ceci avec une application d’authentification : celle de votre gestionnaire de mots de passe, Aegis, 2FAS, Google Authenticator …',
    qr: 'Code QR du secret',
    orType: 'Ou saisissez le secret dans l’application :',
    secretName: 'Secret',
    switchOn: 'Activer',
    isOnNow: 'La double authentification est active. Partout ailleurs, vous êtes déconnecté.',
    isOffNow: 'La double authentification est inactive. Partout ailleurs, vous êtes déconnecté.',
    newCodes: 'Nouveaux codes de secours',
    newCodesTitle: 'Créer de nouveaux codes de secours ?',
    newCodesText: 'Ceux que vous avez gardés ne vaudront plus rien, tous, dès que les nouveaux seront créés.',
    makeCodes: 'Créer les codes',
    switchOff: 'Désactiver',
    switchOffTitle: 'Désactiver la double authentification ?',
    switchOffText:
      'Le mot de passe suffira de nouveau, les codes de secours ne vaudront plus rien et, partout ailleurs, vous serez déconnecté.',
    codesTitle: 'Codes de secours',
    codesText:
      'Gardez-les là où vous les trouverez sans votre téléphone. Chacun vous ouvre une fois, à la place d’un code de l’application. Ils ne sont montrés que cette fois ; les précédents ne valent plus rien.',
    fileHead: (host: string, email: string) =>
      `Codes de secours de ${email} sur ${host}. Chacun sert une fois.`,
    download: 'Enregistrer un fichier',
    done: 'Je les ai gardés',
  },
);

export function recoveryCodesLeft(count: number, language: Language): string {
  return language === 'fr'
    ? counted(count, 'code de secours restant', 'codes de secours restants', language)
    : counted(count, 'recovery code left', 'recovery codes left', language);
}
