// Words of many events at once: sent again, or not at all.
import { counted, inBoth } from '../../i18n/words.js';

export const backlogWords = inBoth(
  {
    recover: 'Send again …',
    recoverTitle: (name: string) => `Send again to ${name}`,
    recoverText:
      'Each is tried once, and what happens now goes before it. What is on its way, or has arrived since, is not sent again.',
    which: 'What',
    failed: 'What failed',
    failedMeaning: 'and is not tried any more: after your server was away',
    missed: 'What it was never told',
    missedMeaning: 'and would be today: after it was added late, or given more events',
    since: 'Since',
    timesIn: (zone: string) => `Time in ${zone}. Events are kept for 30 days.`,
    doRecover: 'Send again',
    recovered: (count: number) =>
      count === 0
        ? 'There was nothing to send again.'
        : `${counted(count, 'event is', 'events are', 'en')} on the way again.`,
    notKept: (count: number) =>
      count === 0 ? '' : ` Of ${counted(count, 'event', 'events', 'en')} the text is not kept any more.`,
    soFar: (count: string) => `${count} so far …`,
    skip: 'Skip what waits …',
    skipTitle: (name: string) => `Skip what waits for ${name}`,
    skipText:
      'It is not sent any more. The log keeps it as “Skipped”, and each can be sent by hand all the same.',
    doSkip: 'Skip',
    skipped: (count: number) => `${counted(count, 'delivery', 'deliveries', 'en')} skipped.`,
    upTo: 'What',
    everything: 'All that waits',
    beforeTime: 'What happened before a time',
    before: 'Before',
    resumeTitle: (name: string) => `Resume ${name}`,
    kept: 'What was kept meanwhile',
    sendAll: 'Send all of it',
    sendFrom: 'Send what happened from a time on',
    sendFromMeaning: 'and skip what was before',
    sendNone: 'Skip all of it',
    sendNoneMeaning: 'it is told of what happens from now on',
    from: 'From',
    doResume: 'Resume',
  },
  {
    recover: 'Renvoyer …',
    recoverTitle: (name: string) => `Renvoyer à ${name}`,
    recoverText:
      'Chacun est essayé une fois, et ce qui se passe maintenant passe devant. Ce qui est en route, ou arrivé depuis, n’est pas renvoyé.',
    which: 'Quoi',
    failed: 'Ce qui a échoué',
    failedMeaning: 'et n’est plus essayé : après une absence de votre serveur',
    missed: 'Ce qui ne lui a jamais été envoyé',
    missedMeaning: 'et recevrait aujourd’hui : ajouté tard, ou avec plus d’événements depuis',
    since: 'Depuis',
    timesIn: (zone: string) => `Heure de ${zone}. Les événements sont gardés 30 jours.`,
    doRecover: 'Renvoyer',
    recovered: (count: number) =>
      count === 0
        ? 'Il n’y avait rien à renvoyer.'
        : `${counted(count, 'événement est', 'événements sont', 'fr')} de nouveau en route.`,
    notKept: (count: number) =>
      count === 0 ? '' : ` Le texte de ${counted(count, 'événement', 'événements', 'fr')} n’est plus gardé.`,
    soFar: (count: string) => `${count} jusqu’ici …`,
    skip: 'Omettre ce qui attend …',
    skipTitle: (name: string) => `Omettre ce qui attend ${name}`,
    skipText:
      'Ce n’est plus envoyé. Le journal le garde comme « Omis », et chacun peut encore être envoyé à la main.',
    doSkip: 'Omettre',
    skipped: (count: number) => `${counted(count, 'envoi omis', 'envois omis', 'fr')}.`,
    upTo: 'Quoi',
    everything: 'Tout ce qui attend',
    beforeTime: 'Ce qui s’est passé avant une heure',
    before: 'Avant',
    resumeTitle: (name: string) => `Reprendre ${name}`,
    kept: 'Ce qui a été gardé entre-temps',
    sendAll: 'Tout envoyer',
    sendFrom: 'Envoyer ce qui s’est passé à partir d’une heure',
    sendFromMeaning: 'et omettre ce qui précède',
    sendNone: 'Tout omettre',
    sendNoneMeaning: 'il reçoit ce qui se passe à partir de maintenant',
    from: 'À partir de',
    doResume: 'Reprendre',
  },
);
