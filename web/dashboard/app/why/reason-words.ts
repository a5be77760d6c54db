// What is missing, and what to do about it: a sentence for each, by the contract's reasons. One that is younger than this table is told
// in the service's own words.
import { inBoth } from '../i18n/words.js';

export const reasonWords = inBoth(
  {
    ORDER_NOT_REPORTED: 'No such order was ever reported here.',
    CONVERSION_UNKNOWN: 'No order has this id.',
    MODE_MISMATCH: 'It is in the other mode: a test key was used for live data, or the other way round.',
    NO_EVIDENCE_SENT: 'The order came without anything to go by.',
    EVIDENCE_UNUSABLE: 'What was sent stands for nobody, such as “guest”, or is no email.',
    SESSION_UNKNOWN: 'In this visit no affiliate’s link was clicked.',
    CLICK_UNKNOWN: 'There is no such click.',
    CODE_UNKNOWN: 'No affiliate has this code.',
    HASH_UNKNOWN: 'Nothing is known of this email.',
    CUSTOMER_UNKNOWN: 'No order came with this customer id.',
    IDENTIFY_NEVER_CALLED: 'Nobody has said which visit is this customer’s (“identify”).',
    CUSTOMER_NOT_CREDITED: 'No earlier order of this customer was credited to anybody.',
    WINDOW_OVER: 'The click was too old: longer ago than the campaign lets clicks count.',
    CLICK_AFTER_ORDER: 'The click came after the order.',
    AFFILIATE_SUSPENDED: 'The affiliate is suspended, and wins no orders.',
    CAMPAIGN_PAUSED: 'The campaign is paused, or a draft.',
    CAMPAIGN_ARCHIVED: 'The campaign is archived.',
    BEFORE_FIRST_CREDIT: 'The order is older than the customer’s first credited one.',
    DURATION_OVER: 'The months for which this customer’s orders earn are over.',
    LATER_CLICK_WON: 'Another affiliate’s link was clicked later in the same visit: the last click wins.',
    OTHER_SESSION: 'A click in another visit won the order.',
    EARLIER_EVIDENCE_WON: 'Something that is looked at earlier led to another affiliate.',
    FIRST_ORDER_ONLY: 'The campaign pays a customer’s first order only, and that was another one.',
    TEST_ORDER: 'It is a test order: those earn nothing.',
    REFUNDED: 'The order was refunded, so it earns less or nothing.',
    COMMISSION_REJECTED: 'The commission was rejected by somebody of yours.',
    PERSON_ERASED: 'The customer was erased, and everything to go by with them.',
  },
  {
    ORDER_NOT_REPORTED: 'Aucune commande de ce nom n’a jamais été signalée ici.',
    CONVERSION_UNKNOWN: 'Aucune commande n’a cet identifiant.',
    MODE_MISMATCH: 'Elle est dans l’autre mode : une clé de test a servi pour du réel, ou l’inverse.',
    NO_EVIDENCE_SENT: 'La commande est venue sans aucun indice.',
    EVIDENCE_UNUSABLE: 'Ce qui a été envoyé ne désigne personne, comme « guest », ou n’est pas un e-mail.',
    SESSION_UNKNOWN: 'Dans cette visite, aucun lien d’affilié n’a été cliqué.',
    CLICK_UNKNOWN: 'Ce clic n’existe pas.',
    CODE_UNKNOWN: 'Aucun affilié n’a ce code.',
    HASH_UNKNOWN: 'On ne sait rien de cet e-mail.',
    CUSTOMER_UNKNOWN: 'Aucune commande n’est venue avec ce n° de client.',
    IDENTIFY_NEVER_CALLED: 'Personne n’a dit quelle visite est celle du client (« identify »).',
    CUSTOMER_NOT_CREDITED: 'Aucune commande antérieure de ce client n’a été attribuée.',
    WINDOW_OVER: 'Le clic était trop ancien : au-delà de ce que la campagne laisse compter.',
    CLICK_AFTER_ORDER: 'Le clic est venu après la commande.',
    AFFILIATE_SUSPENDED: 'L’affilié est suspendu, et ne gagne aucune commande.',
    CAMPAIGN_PAUSED: 'La campagne est en pause, ou un brouillon.',
    CAMPAIGN_ARCHIVED: 'La campagne est archivée.',
    BEFORE_FIRST_CREDIT: 'La commande précède la première commande attribuée du client.',
    DURATION_OVER: 'Les mois pendant lesquels les commandes de ce client rapportent sont écoulés.',
    LATER_CLICK_WON:
      'Le lien d’un autre affilié a été cliqué plus tard dans la même visite : le dernier clic gagne.',
    OTHER_SESSION: 'Un clic dans une autre visite a gagné la commande.',
    EARLIER_EVIDENCE_WON: 'Un indice examiné plus tôt a mené à un autre affilié.',
    FIRST_ORDER_ONLY: 'La campagne ne paie que la première commande d’un client, et c’en était une autre.',
    TEST_ORDER: 'C’est une commande d’essai : elles ne rapportent rien.',
    REFUNDED: 'La commande a été remboursée : elle rapporte moins, ou rien.',
    COMMISSION_REJECTED: 'La commission a été rejetée par l’un des vôtres.',
    PERSON_ERASED: 'Le client a été effacé, et tous les indices avec lui.',
  },
);

export const adviceWords = inBoth(
  {
    ORDER_NOT_REPORTED:
      'See whether your shop’s server sent it: the keys’ last requests say what came and what was refused.',
    MODE_MISMATCH: 'Look at the other mode, and give the shop the key of the right one.',
    NO_EVIDENCE_SENT: 'Have your shop send the visit, a code, the email or the customer id with each order.',
    SESSION_UNKNOWN: 'See that the landing page keeps the visit’s id from the link to the order.',
    IDENTIFY_NEVER_CALLED:
      'Call “identify” when a customer signs in or gives an email: then the email finds the visit.',
    WINDOW_OVER:
      'If your customers take longer to decide, let clicks count longer: it holds for orders from then on.',
    AFFILIATE_SUSPENDED:
      'Make the affiliate active again, if that was a mistake; then try the order again with evidence.',
    CAMPAIGN_PAUSED: 'Start the campaign again; then try the order again with evidence.',
    LATER_CLICK_WON: 'Nothing is wrong: both affiliates sent the visitor, and the last one counts.',
  },
  {
    ORDER_NOT_REPORTED:
      'Voyez si le serveur de votre boutique l’a envoyée : les dernières demandes des clés disent ce qui est venu et ce qui a été refusé.',
    MODE_MISMATCH: 'Regardez l’autre mode, et donnez à la boutique la clé du bon.',
    NO_EVIDENCE_SENT:
      'Que votre boutique envoie la visite, un code, l’e-mail ou le n° de client avec chaque commande.',
    SESSION_UNKNOWN:
      'Voyez si la page d’arrivée garde l’identifiant de la visite, du lien jusqu’à la commande.',
    IDENTIFY_NEVER_CALLED:
      'Appelez « identify » quand un client se connecte ou donne son e-mail : l’e-mail trouvera la visite.',
    WINDOW_OVER:
      'Si vos clients mettent plus longtemps, laissez les clics compter plus longtemps : cela vaut pour les commandes suivantes.',
    AFFILIATE_SUSPENDED:
      'Réactivez l’affilié si c’était une erreur ; puis réessayez la commande avec un indice.',
    CAMPAIGN_PAUSED: 'Relancez la campagne ; puis réessayez la commande avec un indice.',
    LATER_CLICK_WON: 'Rien d’anormal : les deux affiliés ont amené le visiteur, et le dernier compte.',
  },
);
