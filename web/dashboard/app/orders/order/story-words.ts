// Why an order was credited as it was, in whole sentences: one for each thing that an attempt can have found.
import type { Schemas } from '../../api/types.js';
import { inBoth } from '../../i18n/words.js';

export const storyWords = inBoth(
  {
    nothingTitle: 'Nothing to go by was sent with this order',
    nothingText:
      'Neither a visit, nor a click, a code, an email or a customer id. Have your shop send what it knows, or try again with evidence.',
    MATCHED_SESSION: (affiliate: string, when: string) =>
      `In this visit ${affiliate}’s link was clicked last, on ${when}. It counts, so it decides.`,
    MATCHED_CLICK: (affiliate: string, when: string) =>
      `This click on ${affiliate}’s link, on ${when}, counts: it decides.`,
    MATCHED_CODE: (affiliate: string) => `The code is ${affiliate}’s. A code needs no click: it decides.`,
    MATCHED_EMAIL: (affiliate: string, when: string) =>
      `This customer was seen in a visit in which ${affiliate}’s link was clicked, on ${when}: it decides.`,
    MATCHED_CUSTOMER: (affiliate: string) =>
      `An earlier order of this customer was credited to ${affiliate}, and later ones are too: it decides.`,
    NOT_FOUND_SESSION: 'No visit with this id is known, or no affiliate’s link was clicked in it.',
    NOT_FOUND_CLICK: 'No click with this id is known.',
    NOT_FOUND_CODE: 'No affiliate has this code.',
    NOT_FOUND_EMAIL:
      'Nobody has said which visit is this customer’s (“identify”), or there was no click in it.',
    NOT_FOUND_CUSTOMER: 'No earlier order of this customer was credited to anybody.',
    INVALID:
      'What was sent cannot be used: no email, or an id that stands for nobody, such as “0” or “guest”.',
    OUTSIDE_WINDOW: (when: string) =>
      `The click was made on ${when}. That is longer ago than the campaign lets a click count.`,
    AFTER_CONVERSION: (when: string) =>
      `The click was made on ${when}, after the order. It cannot have led to it.`,
    CAMPAIGN_INACTIVE: (campaign: string) => `It leads to ${campaign}, and this campaign does not run.`,
    AFFILIATE_INACTIVE: (affiliate: string) =>
      `It leads to ${affiliate}, who is suspended and wins no orders.`,
    DURATION_ENDED: 'The time for which this customer’s orders earn in this campaign is over.',
    BEFORE_FIRST_CREDIT: 'The customer’s first credited order is younger than this one.',
    someDay: 'an unknown day',
    somebody: 'an affiliate',
    someCampaign: 'a campaign',
    byKey: 'Your server said whose visit it is.',
    byAnyone: 'A browser said whose visit it is; nobody has proven it.',
    held: 'Held',
    failed: 'Did not hold',
    notTried: 'Nothing else was tried: what holds first, decides.',
  },
  {
    nothingTitle: 'Aucun indice n’a été envoyé avec cette commande',
    nothingText:
      'Ni visite, ni clic, ni code, ni e-mail, ni client. Que votre boutique envoie ce qu’elle sait, ou réessayez avec un indice.',
    MATCHED_SESSION: (affiliate: string, when: string) =>
      `Dans cette visite, le dernier clic fut sur le lien de ${affiliate}, le ${when}. Il compte, donc il décide.`,
    MATCHED_CLICK: (affiliate: string, when: string) =>
      `Ce clic sur le lien de ${affiliate}, le ${when}, compte : il décide.`,
    MATCHED_CODE: (affiliate: string) =>
      `Le code est celui de ${affiliate}. Un code n’exige pas de clic : il décide.`,
    MATCHED_EMAIL: (affiliate: string, when: string) =>
      `Ce client a été vu dans une visite où le lien de ${affiliate} a été cliqué, le ${when} : cela décide.`,
    MATCHED_CUSTOMER: (affiliate: string) =>
      `Une commande antérieure de ce client a été attribuée à ${affiliate}, et les suivantes aussi : cela décide.`,
    NOT_FOUND_SESSION: 'Aucune visite de ce nom n’est connue, ou aucun lien d’affilié n’y a été cliqué.',
    NOT_FOUND_CLICK: 'Aucun clic de ce nom n’est connu.',
    NOT_FOUND_CODE: 'Aucun affilié n’a ce code.',
    NOT_FOUND_EMAIL:
      'Personne n’a dit quelle visite est celle du client (« identify »), ou elle est sans clic.',
    NOT_FOUND_CUSTOMER: 'Aucune commande antérieure de ce client n’a été attribuée.',
    INVALID:
      'Ce qui a été envoyé est inutilisable : pas un e-mail, ou un identifiant qui ne désigne personne, comme « 0 » ou « guest ».',
    OUTSIDE_WINDOW: (when: string) =>
      `Le clic date du ${when}. C’est plus ancien que ce que la campagne laisse compter.`,
    AFTER_CONVERSION: (when: string) => `Le clic date du ${when}, après la commande. Il n’a pas pu y mener.`,
    CAMPAIGN_INACTIVE: (campaign: string) => `Il mène à ${campaign}, et cette campagne n’est pas active.`,
    AFFILIATE_INACTIVE: (affiliate: string) =>
      `Il mène à ${affiliate}, suspendu, qui ne gagne aucune commande.`,
    DURATION_ENDED: 'La durée pendant laquelle les commandes de ce client rapportent est écoulée.',
    BEFORE_FIRST_CREDIT: 'La première commande attribuée de ce client est plus récente que celle-ci.',
    someDay: 'jour inconnu',
    somebody: 'un affilié',
    someCampaign: 'une campagne',
    byKey: 'Votre serveur a dit de qui est la visite.',
    byAnyone: 'Un navigateur a dit de qui est la visite ; personne ne l’a prouvé.',
    held: 'Tient',
    failed: 'Ne tient pas',
    notTried: 'Rien d’autre n’a été essayé : le premier qui tient décide.',
  },
);

type Words = (typeof storyWords)['en'];
type Attempt = Schemas['AttributionAttempt'];

/** What an attempt led to, by the names that people know. */
export interface Led {
  affiliate: string;
  campaign: string;
  when: string;
}

/** What was found, as a sentence. */
export function sentenceOf(
  words: Words,
  { evidence, result }: Attempt,
  { affiliate, campaign, when }: Led,
): string {
  switch (result) {
    case 'MATCHED':
      return words[`MATCHED_${evidence}`](affiliate, when);
    case 'NOT_FOUND':
      return words[`NOT_FOUND_${evidence}`];
    case 'OUTSIDE_WINDOW':
    case 'AFTER_CONVERSION':
      return words[result](when);
    case 'CAMPAIGN_INACTIVE':
      return words.CAMPAIGN_INACTIVE(campaign);
    case 'AFFILIATE_INACTIVE':
      return words.AFFILIATE_INACTIVE(affiliate);
    case 'INVALID':
    case 'DURATION_ENDED':
    case 'BEFORE_FIRST_CREDIT':
      return words[result];
  }
}
