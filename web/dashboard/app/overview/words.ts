// Words of the overview.
import { inBoth } from '../i18n/words.js';

export const overviewWords = inBoth(
  {
    title: 'Overview',
    firstTitle: 'Waiting for your first order',
    firstText:
      'Paste this into a terminal: it reports one order, as your shop’s server will. It appears here by itself.',
    firstKeyText: 'Put an API key for test in the place of $REFCAMPAIGN_KEY.',
    askForKey: 'Owners and administrators make them: ask one of yours.',
    firstLiveText:
      'This is live data: it fills when your shop reports real orders. To see how it works first, switch to test.',
    callName: 'The call that reports an order',
    makeKey: 'Make an API key',
    waiting: 'Waiting for it …',
    orderName: (id: string) => `Your first order is here: ${id}`,
    seeWhy: 'See why it was credited',
    today: 'Today',
    todayNone: 'No orders yet today. The latest ones:',
    latest: 'Latest orders',
    allOrders: 'All orders',
    guide: 'How to connect your shop',
  },
  {
    title: 'Aperçu',
    firstTitle: 'En attente de votre première commande',
    firstText:
      'Collez ceci dans un terminal : cela signale une commande, comme le fera le serveur de votre boutique. Elle apparaît ici d’elle-même.',
    firstKeyText: 'Mettez une clé d’API de test à la place de $REFCAMPAIGN_KEY.',
    askForKey: 'Propriétaires et administrateurs en créent : demandez à l’un des vôtres.',
    firstLiveText:
      'Ce sont les données réelles : elles arrivent quand votre boutique signale de vraies commandes. Pour d’abord voir comment c’est, passez en test.',
    callName: 'L’appel qui signale une commande',
    makeKey: 'Créer une clé d’API',
    waiting: 'En attente …',
    orderName: (id: string) => `Votre première commande est là : ${id}`,
    seeWhy: 'Voir pourquoi elle a été attribuée',
    today: 'Aujourd’hui',
    todayNone: 'Pas encore de commande aujourd’hui. Les dernières :',
    latest: 'Dernières commandes',
    allOrders: 'Toutes les commandes',
    guide: 'Relier votre boutique',
  },
);
