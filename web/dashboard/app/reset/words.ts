// Words of a password that was forgotten, and of the link that lets choose another.
import { inBoth } from '../i18n/words.js';

export const resetWords = inBoth(
  {
    title: 'Choose a new password',
    lead: 'You are then signed out everywhere, and sign in with the new one.',
    fresh: 'New password',
    set: 'Set the password',
    done: 'The password is set.',
    doneText: 'You are signed out everywhere. Sign in with the new one.',
    broken: 'This link does not work',
    brokenText:
      'It was used, or is too old. Ask for another one; at the server, “npm run people -- reset” makes one.',
    noLink: 'This address is for links to a new password',
    noLinkText: 'Open the link that was sent or printed for you. It ends in #rst_ and a long text.',
    toSignIn: 'To the sign-in',
    forgotten: 'Forgotten your password?',
    forgottenLead: 'Say your email: a link to choose another one is mailed to it.',
    send: 'Send the link',
    sent: 'If there is an account with this email, a link is on its way. It works once, within an hour.',
    noMail:
      'This installation sends no mail. Whoever runs it makes you a link, with “npm run people -- reset”.',
  },
  {
    title: 'Choisir un nouveau mot de passe',
    lead: 'Vous serez ensuite déconnecté partout, et vous connecterez avec le nouveau.',
    fresh: 'Nouveau mot de passe',
    set: 'Enregistrer le mot de passe',
    done: 'Le mot de passe est enregistré.',
    doneText: 'Vous êtes déconnecté partout. Connectez-vous avec le nouveau.',
    broken: 'Ce lien ne fonctionne pas',
    brokenText:
      'Il a servi ou est trop ancien. Demandez-en un autre ; sur le serveur, « npm run people -- reset » en fait un.',
    noLink: 'Cette adresse est celle des liens vers un nouveau mot de passe',
    noLinkText: 'Ouvrez le lien qu’on vous a envoyé ou affiché. Il finit par #rst_ et un long texte.',
    toSignIn: 'Vers la connexion',
    forgotten: 'Mot de passe oublié ?',
    forgottenLead: 'Indiquez votre e-mail : un lien pour en choisir un autre y sera envoyé.',
    send: 'Envoyer le lien',
    sent: 'Si un compte existe avec cet e-mail, un lien est en route. Il sert une fois, dans l’heure.',
    noMail:
      'Cette installation n’envoie pas d’e-mails. La personne qui l’exploite vous fera un lien, avec « npm run people -- reset ».',
  },
);
