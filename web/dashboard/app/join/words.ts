// Words of a link of invitation.
import { inBoth } from '../i18n/words.js';

export const joinWords = inBoth(
  {
    title: 'Welcome',
    joining: (merchant: string, role: string) => `${merchant} · ${role}`,
    lead: (merchant: string) => `You are invited to work for ${merchant}.`,
    validUntil: (moment: string) => `The link works once, until ${moment}.`,
    newPerson: 'I am new here',
    hasAccount: 'I have an account',
    name: 'Your name',
    nameHint: 'As your colleagues will see it.',
    create: 'Create account and join',
    signInAndJoin: 'Sign in and join',
    joinAs: (name: string, email: string) => `You are signed in as ${name} (${email}).`,
    join: 'Join',
    otherPerson: 'That is not me',
    passwordHint: 'At least 12 characters. Length is all that counts: a few words are fine.',
    passwordShort: (missing: number) =>
      `${missing} more to go. Length is all that counts: a few words are fine.`,
    passwordEnough: 'Long enough. One that many people have will still be refused.',
    noLink: 'This address is for links of invitation',
    noLinkText: 'Open the link that was sent or printed for you. It ends in #inv_ and a long text.',
    broken: 'This link does not work',
    brokenText:
      'It was used, withdrawn, or is too old. Ask for another one; at the server, “npm run people -- invite” makes one.',
    toSignIn: 'To the sign-in',
    exists: 'There is an account with this email already: sign in to join with it.',
  },
  {
    title: 'Bienvenue',
    joining: (merchant: string, role: string) => `${merchant} · ${role}`,
    lead: (merchant: string) => `Vous êtes invité à travailler pour ${merchant}.`,
    validUntil: (moment: string) => `Le lien sert une fois, jusqu’au ${moment}.`,
    newPerson: 'Je suis nouveau ici',
    hasAccount: 'J’ai un compte',
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le verront.',
    create: 'Créer le compte et rejoindre',
    signInAndJoin: 'Se connecter et rejoindre',
    joinAs: (name: string, email: string) => `Vous êtes connecté en tant que ${name} (${email}).`,
    join: 'Rejoindre',
    otherPerson: 'Ce n’est pas moi',
    passwordHint: 'Au moins 12 caractères. Seule la longueur compte : quelques mots suffisent.',
    passwordShort: (missing: number) =>
      `Encore ${missing}. Seule la longueur compte : quelques mots suffisent.`,
    passwordEnough: 'Assez long. Un mot de passe que beaucoup ont sera tout de même refusé.',
    noLink: 'Cette adresse est celle des liens d’invitation',
    noLinkText: 'Ouvrez le lien qu’on vous a envoyé ou affiché. Il finit par #inv_ et un long texte.',
    broken: 'Ce lien ne fonctionne pas',
    brokenText:
      'Il a servi, a été retiré ou est trop ancien. Demandez-en un autre ; sur le serveur, « npm run people -- invite » en fait un.',
    toSignIn: 'Vers la connexion',
    exists: 'Un compte existe déjà avec cet e-mail : connectez-vous pour rejoindre avec lui.',
  },
);
