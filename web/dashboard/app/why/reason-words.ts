// What is missing, and what to do about it, for every reason of the contract: one that has no words does not compile. One that is younger
// than this table is told in the service's own words.
import type { Known, Schemas } from '../api/types.js';
import { inBoth } from '../i18n/words.js';

type Reason = Known<Schemas['TraceFinding']['reason']>;

export const reasonWords = inBoth<Record<Reason, string>>(
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

export const adviceWords = inBoth<Record<Reason, string>>(
  {
    ORDER_NOT_REPORTED:
      'See whether your shop’s server sent it: the keys’ last requests say what came and what was refused.',
    CONVERSION_UNKNOWN: 'Look for it by your own order id instead.',
    MODE_MISMATCH: 'Look at the other mode, and give the shop the key of the right one.',
    NO_EVIDENCE_SENT: 'Have your shop send the visit, a code, the email or the customer id with each order.',
    EVIDENCE_UNUSABLE:
      'Have your shop send nothing where it knows nothing; then try the order again with evidence.',
    SESSION_UNKNOWN:
      'See that the landing page keeps the visit’s id from the link to the order. Robots, and links of paused campaigns or suspended affiliates, make no click.',
    CLICK_UNKNOWN:
      'Have your shop send the “cid” of the landing page’s address, not the click id of another network.',
    CODE_UNKNOWN: 'Compare it with the codes of the affiliate’s links.',
    HASH_UNKNOWN:
      'Call “identify” where customers say who they are, and have your shop send the email, or its hash, with orders.',
    CUSTOMER_UNKNOWN: 'Have your shop send the customer id with every order, always written the same way.',
    IDENTIFY_NEVER_CALLED:
      'Call “identify” when a customer signs in or gives an email: then the email finds the visit.',
    CUSTOMER_NOT_CREDITED:
      'A customer id leads to an affiliate once an order of the customer was credited by something else.',
    WINDOW_OVER:
      'If your customers take longer to decide, let clicks count longer: it holds for orders from then on.',
    CLICK_AFTER_ORDER:
      'The order stays as it is. If that is wrong, compare the time that your shop sent with when the order was placed.',
    AFFILIATE_SUSPENDED:
      'Make the affiliate active again, if that was a mistake; then try the order again with evidence.',
    CAMPAIGN_PAUSED: 'Start the campaign again; then try the order again with evidence.',
    CAMPAIGN_ARCHIVED: 'That is final. Give the affiliate a link in another campaign.',
    BEFORE_FIRST_CREDIT: 'Nothing is wrong: a first credit does not pay for the past.',
    DURATION_OVER:
      'Nothing is wrong. For how many months a customer’s orders earn is one of the campaign’s terms.',
    LATER_CLICK_WON: 'Nothing is wrong: both affiliates sent the visitor, and the last one counts.',
    OTHER_SESSION: 'Nothing is wrong: the order came with that visit, or its click was later.',
    EARLIER_EVIDENCE_WON:
      'Nothing is wrong. It is looked at in this order: visit, click, code, email, customer.',
    FIRST_ORDER_ONLY: 'Nothing is wrong. Whether later orders earn is one of the campaign’s terms.',
    TEST_ORDER: 'Have your shop report real orders without “isSynthetic”.',
    REFUNDED: 'Nothing is wrong: what is given back earns nothing.',
    COMMISSION_REJECTED: 'The order’s page says why, under what has happened.',
    PERSON_ERASED: 'The order stays as it is: nothing credits it any more.',
  },
  {
    ORDER_NOT_REPORTED:
      'Voyez si le serveur de votre boutique l’a envoyée : les dernières requêtes des clés disent ce qui est venu et ce qui a été refusé.',
    CONVERSION_UNKNOWN: 'Cherchez-la plutôt par votre propre n° de commande.',
    MODE_MISMATCH: 'Regardez l’autre mode, et donnez à la boutique la clé du bon.',
    NO_EVIDENCE_SENT:
      'Que votre boutique envoie la visite, un code, l’e-mail ou le n° de client avec chaque commande.',
    EVIDENCE_UNUSABLE:
      'Que votre boutique n’envoie rien là où elle ne sait rien ; puis réessayez la commande avec un indice.',
    SESSION_UNKNOWN:
      'Voyez si la page d’arrivée garde l’identifiant de la visite, du lien jusqu’à la commande. Les robots, et les liens de campagnes en pause ou d’affiliés suspendus, ne font pas de clic.',
    CLICK_UNKNOWN:
      'Que votre boutique envoie le « cid » de l’adresse de la page d’arrivée, et non l’identifiant de clic d’un autre réseau.',
    CODE_UNKNOWN: 'Comparez-le avec les codes des liens de l’affilié.',
    HASH_UNKNOWN:
      'Appelez « identify » là où les clients disent qui ils sont, et que votre boutique envoie l’e-mail, ou son haché, avec les commandes.',
    CUSTOMER_UNKNOWN:
      'Que votre boutique envoie le n° de client avec chaque commande, toujours écrit de la même façon.',
    IDENTIFY_NEVER_CALLED:
      'Appelez « identify » quand un client se connecte ou donne son e-mail : l’e-mail trouvera la visite.',
    CUSTOMER_NOT_CREDITED:
      'Un n° de client mène à un affilié dès qu’une commande de ce client a été attribuée par autre chose.',
    WINDOW_OVER:
      'Si vos clients mettent plus longtemps, laissez les clics compter plus longtemps : cela vaut pour les commandes suivantes.',
    CLICK_AFTER_ORDER:
      'La commande reste telle quelle. Si c’est une erreur, comparez l’heure envoyée par votre boutique avec celle de la commande.',
    AFFILIATE_SUSPENDED:
      'Réactivez l’affilié si c’était une erreur ; puis réessayez la commande avec un indice.',
    CAMPAIGN_PAUSED: 'Relancez la campagne ; puis réessayez la commande avec un indice.',
    CAMPAIGN_ARCHIVED: 'C’est définitif. Donnez à l’affilié un lien dans une autre campagne.',
    BEFORE_FIRST_CREDIT: 'Rien d’anormal : une première attribution ne paie pas le passé.',
    DURATION_OVER:
      'Rien d’anormal. Le nombre de mois pendant lesquels un client rapporte fait partie des conditions de la campagne.',
    LATER_CLICK_WON: 'Rien d’anormal : les deux affiliés ont amené le visiteur, et le dernier compte.',
    OTHER_SESSION: 'Rien d’anormal : la commande est venue avec cette visite, ou son clic était plus tardif.',
    EARLIER_EVIDENCE_WON: 'Rien d’anormal. On examine dans cet ordre : visite, clic, code, e-mail, client.',
    FIRST_ORDER_ONLY:
      'Rien d’anormal. Que les commandes suivantes rapportent ou non fait partie des conditions de la campagne.',
    TEST_ORDER: 'Que votre boutique signale les vraies commandes sans « isSynthetic ».',
    REFUNDED: 'Rien d’anormal : ce qui est remboursé ne rapporte rien.',
    COMMISSION_REJECTED: 'La page de la commande dit pourquoi, sous ce qui s’est passé.',
    PERSON_ERASED: 'La commande reste telle quelle : plus rien ne l’attribue.',
  },
);
