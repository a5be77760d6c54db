// Words of the page that says why.
import { inBoth } from '../i18n/words.js';
import type { Kind } from './subject.js';

export const whyWords = inBoth(
  {
    title: 'Why?',
    lead: '“My affiliate says this sale was theirs.” Paste what you have: everything that is known of it comes, in order of time, and what is missing.',
    paste: 'Order id, visit, click, code, email or customer id',
    kind: 'It is',
    find: 'Find out',
    hashed: 'An email is hashed in this browser: neither it nor its owner is sent or kept.',
    noHash: 'Here the browser cannot hash emails: open the dashboard by https, or by localhost.',
    answer: 'The answer',
    more: 'And also',
    nothingMissing: 'Nothing is missing',
    nothingMissingText: 'It earned what it had to, and nobody else had a claim to it.',
    certain: 'decided so',
    likely: 'by what is known now',
    timeline: 'What happened, in order of time',
    noEvents: 'Nothing is known of it.',
    truncated: 'There is more than is shown here: only the newest orders, visits and clicks are.',
    order: 'Order',
    tryTitle: 'What you can ask',
    try1: 'An order’s id: who got it, or why nobody did.',
    try2: 'An affiliate’s code: which orders came with it in the last 30 days.',
    try3: 'A customer’s email: in which visits they were seen, and what those won.',
  },
  {
    title: 'Pourquoi ?',
    lead: '« Mon affilié dit que cette vente est la sienne. » Collez ce que vous avez : tout ce qu’on en sait vient, dans l’ordre du temps, et ce qui manque.',
    paste: 'N° de commande, visite, clic, code, e-mail ou client',
    kind: 'C’est',
    find: 'Trouver',
    hashed: 'Un e-mail est haché dans ce navigateur : ni lui ni son titulaire n’est envoyé ou gardé.',
    noHash:
      'Ici le navigateur ne peut pas hacher d’e-mails : ouvrez le tableau de bord en https, ou par localhost.',
    answer: 'La réponse',
    more: 'Et aussi',
    nothingMissing: 'Rien ne manque',
    nothingMissingText: 'Elle a rapporté ce qu’elle devait, et personne d’autre n’y avait droit.',
    certain: 'décidé ainsi',
    likely: 'd’après ce qu’on sait maintenant',
    timeline: 'Ce qui s’est passé, dans l’ordre du temps',
    noEvents: 'On n’en sait rien.',
    truncated: 'Il y en a plus qu’affiché : seuls les commandes, visites et clics les plus récents le sont.',
    order: 'Commande',
    tryTitle: 'Ce que vous pouvez demander',
    try1: 'Un n° de commande : qui l’a eue, ou pourquoi personne.',
    try2: 'Le code d’un affilié : quelles commandes sont venues avec lui ces 30 derniers jours.',
    try3: 'L’e-mail d’un client : dans quelles visites on l’a vu, et ce qu’elles ont gagné.',
  },
);

export const kindNames = inBoth<Record<Kind, string>>(
  {
    order: 'Your order id',
    conversion: 'Our order id',
    session: 'A visit (session)',
    click: 'A click',
    code: 'An affiliate’s code',
    email: 'A customer’s email',
    customer: 'A customer’s id',
  },
  {
    order: 'Votre n° de commande',
    conversion: 'Notre identifiant',
    session: 'Une visite (session)',
    click: 'Un clic',
    code: 'Le code d’un affilié',
    email: 'L’e-mail d’un client',
    customer: 'Un n° de client',
  },
);
