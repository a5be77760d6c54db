// Words of signing in by a provider.
import { inBoth } from '../i18n/words.js';

export const oidcWords = inBoth(
  {
    continueWith: (name: string) => `Continue with ${name}`,
    inWindow: (name: string) => `Go on in the window of ${name}. This one waits.`,
    blocked: 'Your browser has kept the window shut. Allow this site to open windows, then try again.',
    title: 'Signing in',
    arriving: 'One moment',
    failedTitle: 'That did not work',
    CANCELLED: 'You went away from there before it was finished.',
    EXPIRED:
      'It took longer than ten minutes, was begun in another browser or tab, or is finished already. Begin again.',
    REFUSED:
      'What came back does not hold. Begin again; if it stays so, tell whoever runs this installation.',
    STALE: 'You were not asked there anew who you are. Begin again, and sign in there.',
    TOO_MANY: 'Too many tries from your address. Wait a few minutes.',
    AWAY: 'Something is away: where you sign in, or our database. Try again in a moment.',
    again: 'Begin again',
    theProvider: 'the provider',
    otherAccount: (name: string) =>
      `Came with the wrong account? Sign out of ${name} in this browser, or change accounts there; then begin again.`,
    besideText: 'If this window was opened beside another, close it and try again there.',
    passwordTitle: 'Your password, this once',
    passwordText:
      'There is an account here with the email that you have there. Its password shows that it is yours; from then on you come in without it.',
    forgotten: 'Forgotten it? “Forgotten your password?” at the sign-in lets you choose another one.',
    codeTitle: 'The code of your app',
    codeText: 'Two-factor sign-in is on: now the code of your authenticator app.',
    goOn: 'Continue',
    doneTitle: 'Done',
    doneText: 'You can close this window and go on where you were.',
    sectionText:
      'You come in by it without a password here. What you may do stays the same; two-factor sign-in is asked for as ever.',
    linked: 'Linked',
    notLinked: 'Not linked',
    unused: 'This installation does not sign in by it any more.',
    lastUsed: (moment: string) => `Last used ${moment}`,
    link: (name: string) => `Link with ${name}`,
    unlink: 'Unlink',
    unlinkTitle: (name: string) => `Unlink ${name}?`,
    unlinkText: 'You come in by your password only, and everywhere else you are signed out.',
    unlinked: 'Unlinked. You are signed out everywhere else.',
    onlyWay: 'It is your only way in. Set a password first.',
    noPassword:
      'You have no password here: you come in otherwise. To have one as well, ask for a link by mail; it sets one, and signs you out everywhere.',
    sendLink: 'Send the link',
  },
  {
    continueWith: (name: string) => `Continuer avec ${name}`,
    inWindow: (name: string) => `Poursuivez dans la fenêtre de ${name}. Celle-ci attend.`,
    blocked: 'Votre navigateur a bloqué la fenêtre. Autorisez ce site à en ouvrir, puis réessayez.',
    title: 'Connexion',
    arriving: 'Un instant',
    failedTitle: 'Cela n’a pas fonctionné',
    CANCELLED: 'Vous êtes reparti de là-bas avant la fin.',
    EXPIRED:
      'Cela a duré plus de dix minutes, a commencé dans un autre navigateur ou onglet, ou est déjà terminé. Recommencez.',
    REFUSED:
      'Ce qui est revenu n’est pas valable. Recommencez ; si cela persiste, dites-le à qui exploite cette installation.',
    STALE: 'On ne vous y a pas redemandé qui vous êtes. Recommencez, et connectez-vous là-bas.',
    TOO_MANY: 'Trop de tentatives depuis votre adresse. Attendez quelques minutes.',
    AWAY: 'Quelque chose est absent : le service de connexion, ou notre base de données. Réessayez dans un instant.',
    again: 'Recommencer',
    theProvider: 'ce service',
    otherAccount: (name: string) =>
      `Venu avec le mauvais compte ? Déconnectez-vous de ${name} dans ce navigateur, ou changez-y de compte ; puis recommencez.`,
    besideText: 'Si cette fenêtre a été ouverte à côté d’une autre, fermez-la et réessayez là-bas.',
    passwordTitle: 'Votre mot de passe, cette fois seulement',
    passwordText:
      'Un compte existe ici avec l’e-mail que vous avez là-bas. Son mot de passe montre qu’il est à vous ; ensuite, vous entrez sans lui.',
    forgotten: 'Oublié ? « Mot de passe oublié ? », à la connexion, permet d’en choisir un autre.',
    codeTitle: 'Le code de votre application',
    codeText:
      'La double authentification est active : à présent, le code de votre application d’authentification.',
    goOn: 'Continuer',
    doneTitle: 'C’est fait',
    doneText: 'Vous pouvez fermer cette fenêtre et poursuivre là où vous étiez.',
    sectionText:
      'Vous entrez par lui sans mot de passe ici. Vos droits restent les mêmes ; la double authentification est demandée comme toujours.',
    linked: 'Lié',
    notLinked: 'Non lié',
    unused: 'Cette installation ne connecte plus par lui.',
    lastUsed: (moment: string) => `Dernière utilisation ${moment}`,
    link: (name: string) => `Lier avec ${name}`,
    unlink: 'Délier',
    unlinkTitle: (name: string) => `Délier ${name} ?`,
    unlinkText:
      'Vous n’entrerez plus que par votre mot de passe et, partout ailleurs, vous serez déconnecté.',
    unlinked: 'Délié. Partout ailleurs, vous êtes déconnecté.',
    onlyWay: 'C’est votre seule entrée. Choisissez d’abord un mot de passe.',
    noPassword:
      'Vous n’avez pas de mot de passe ici : vous entrez autrement. Pour en avoir un aussi, demandez un lien par e-mail ; il en définit un, et vous déconnecte partout.',
    sendLink: 'Envoyer le lien',
  },
);
