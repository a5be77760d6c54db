// Words of an endpoint's secret: shown once, replaced, both for a while.
import { inBoth } from '../i18n/words.js';

export const secretWords = inBoth(
  {
    shownTitle: 'Copy the secret now',
    shownText:
      'It is shown this once. Put it where your server keeps its secrets: by it your server sees that a webhook is from here, and whole.',
    guidePath: '/docs/receive-webhooks#verify-it',
    guide: 'How to verify a signature, with code',
    name: 'The secret',
    thenTest: 'Once your server has it, see whether it answers:',
    done: 'I have it',
    rotate: 'New secret …',
    rotateTitle: (name: string) => `A new secret for ${name}`,
    rotateText: 'The new one is shown once. For a while both sign, so that nothing is refused meanwhile.',
    overlap: 'How long the old one signs too',
    atOnce: 'No longer: others may know it',
    hours: (hours: number) => (hours === 1 ? '1 hour' : `${hours} hours`),
    days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
    underWay: (until: string) =>
      `Two secrets sign already, until ${until}. A further one can be made at once only: then both old ones are good for nothing. That is right if the new one was lost, or others know it.`,
    doRotate: 'Make a new secret',
    both: (until: string) => `Two secrets sign until ${until}`,
    bothText:
      'Verifiers that look at one signature alone, RefCampaign’s own among them, still find that of the old secret. As soon as your server has the new one, use it here too.',
    useNew: 'Use the new one now',
    usesNew:
      'Such verifiers find the signature of the new secret now; the old one goes on signing beside it.',
  },
  {
    shownTitle: 'Copiez le secret maintenant',
    shownText:
      'Il est montré cette fois seulement. Mettez-le où votre serveur garde ses secrets : par lui, votre serveur voit qu’un webhook vient d’ici, et intact.',
    guidePath: '/docs/fr/receive-webhooks#vérifier',
    guide: 'Comment vérifier une signature, avec du code',
    name: 'Le secret',
    thenTest: 'Une fois que votre serveur l’a, voyez s’il répond :',
    done: 'Je l’ai',
    rotate: 'Nouveau secret …',
    rotateTitle: (name: string) => `Un nouveau secret pour ${name}`,
    rotateText:
      'Le nouveau est montré une fois. Un temps, les deux signent, pour que rien ne soit refusé entre-temps.',
    overlap: 'Combien de temps l’ancien signe aussi',
    atOnce: 'Plus du tout : d’autres le connaissent peut-être',
    hours: (hours: number) => (hours === 1 ? '1 heure' : `${hours} heures`),
    days: (days: number) => (days === 1 ? '1 jour' : `${days} jours`),
    underWay: (until: string) =>
      `Deux secrets signent déjà, jusqu’au ${until}. On ne peut en créer un autre qu’aussitôt : les deux anciens ne valent alors plus rien. C’est juste si le nouveau est perdu, ou connu d’autres.`,
    doRotate: 'Créer un nouveau secret',
    both: (until: string) => `Deux secrets signent jusqu’au ${until}`,
    bothText:
      'Les vérificateurs qui ne regardent qu’une signature, dont celui de RefCampaign, trouvent encore celle de l’ancien secret. Dès que votre serveur a le nouveau, utilisez-le ici aussi.',
    useNew: 'Utiliser le nouveau maintenant',
    usesNew:
      'Ces vérificateurs trouvent maintenant la signature du nouveau secret ; l’ancien continue de signer à côté.',
  },
);
