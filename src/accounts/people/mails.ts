// What is mailed to people, in their language. Pure. A link stands in a line of its own, so that every program makes it one.
import type { Mail } from '#platform/mail/mailer.js';
import type { Language } from './person.js';

type Words = Omit<Mail, 'to'>;

const RESET: Record<Language, (link: string) => Words> = {
  en: (link) => ({
    subject: 'A new password',
    text: `Somebody asked for a new password for your account. If it was you, set it here, within the hour:\n\n${link}\n\nIf it was not, do nothing: your password stays as it is.\n`,
  }),
  fr: (link) => ({
    subject: 'Un nouveau mot de passe',
    text: `Quelqu’un a demandé un nouveau mot de passe pour votre compte. Si c’est vous, choisissez-le ici, dans l’heure :\n\n${link}\n\nSinon, ne faites rien : votre mot de passe reste le même.\n`,
  }),
};

const INVITATION: Record<Language, (inviter: string, merchant: string, link: string) => Words> = {
  en: (inviter, merchant, link) => ({
    subject: `Invitation to ${merchant}`,
    text: `${inviter} invites you to the affiliate programme of ${merchant}. This link works once, for 7 days:\n\n${link}\n\nIf you do not know what this is about, do nothing.\n`,
  }),
  fr: (inviter, merchant, link) => ({
    subject: `Invitation chez ${merchant}`,
    text: `${inviter} vous invite au programme d’affiliation de ${merchant}. Ce lien fonctionne une fois, pendant 7 jours :\n\n${link}\n\nSi vous ne savez pas de quoi il s’agit, ne faites rien.\n`,
  }),
};

/** @param language the person's own. */
export function resetMail(to: string, language: Language, link: string): Mail {
  return { to, ...RESET[language](link) };
}

/** @param language of who invites: that of who is invited is not known. */
export function invitationMail(
  to: string,
  language: Language,
  { inviter, merchant, link }: { inviter: string; merchant: string; link: string },
): Mail {
  return { to, ...INVITATION[language](inviter, merchant, link) };
}
