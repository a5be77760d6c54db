// Words of the list of requests.
import type { Schemas } from '../api/types.js';
import { counted, inBoth } from '../i18n/words.js';

export const requestWords = inBoth(
  {
    title: 'Requests',
    lead: 'What was called with your keys of late: the newest 200 that succeeded and the newest 200 that failed. What you sent is never kept.',
    filters: 'Filters',
    key: 'Key',
    allKeys: 'All keys',
    outcome: 'Outcome',
    allOutcomes: 'All requests',
    onlyFailed: 'Failed only',
    showNew: (count: number, isMore: boolean) =>
      `Show ${isMore ? 'over ' : ''}${counted(count, 'new request', 'new requests', 'en')}`,
    more: 'Show more',
    end: 'Older requests are not kept here.',
    hungUp: 'No answer',
    hungUpText:
      'Your side ended the connection before the answer was complete: a time-out, most likely. The call may have been carried out.',
    partly: 'The batch was answered, but not all of its items were recorded.',
    faults: 'What was wrong',
    moreFaults: (count: number) => `and ${count} more`,
    requestId: 'Request id',
    help: 'What to do',
    helpFor: (code: string) => `What to do: ${code}`,
    emptyTitle: 'No requests yet',
    emptyText: 'As soon as your server calls with a key of yours, the call appears here by itself. Try one:',
    callName: 'A call to try',
    toKeys: 'Make a key',
    askForKey: 'Owners and administrators make keys: ask one of yours.',
    noneTitle: 'No request fits these filters',
    noneText:
      'If you wait for a failure, that is good news. Calls whose key is unknown (401) are nobody’s, and not here.',
    clear: 'Clear filters',
  },
  {
    title: 'Requêtes',
    lead: 'Ce que vos clés ont appelé dernièrement : les 200 dernières réussies et les 200 dernières échouées. Ce que vous avez envoyé n’est jamais gardé.',
    filters: 'Filtres',
    key: 'Clé',
    allKeys: 'Toutes les clés',
    outcome: 'Résultat',
    allOutcomes: 'Toutes les requêtes',
    onlyFailed: 'Échecs seulement',
    showNew: (count: number, isMore: boolean) =>
      `Afficher ${isMore ? 'plus de ' : ''}${counted(count, 'nouvelle requête', 'nouvelles requêtes', 'fr')}`,
    more: 'En voir plus',
    end: 'Les requêtes plus anciennes ne sont pas gardées ici.',
    hungUp: 'Sans réponse',
    hungUpText:
      'Votre côté a coupé la connexion avant la fin de la réponse : sans doute un délai dépassé. L’appel a peut-être été exécuté.',
    partly: 'Le lot a reçu sa réponse, mais tous ses éléments n’ont pas été enregistrés.',
    faults: 'Ce qui n’allait pas',
    moreFaults: (count: number) => `et ${count} de plus`,
    requestId: 'N° de requête',
    help: 'Que faire',
    helpFor: (code: string) => `Que faire : ${code}`,
    emptyTitle: 'Pas encore de requête',
    emptyText:
      'Dès que votre serveur appelle avec une de vos clés, l’appel apparaît ici de lui-même. Essayez :',
    callName: 'Un appel à essayer',
    toKeys: 'Créer une clé',
    askForKey: 'Propriétaires et administrateurs créent les clés : demandez à l’un des vôtres.',
    noneTitle: 'Aucune requête ne correspond à ces filtres',
    noneText:
      'Si vous attendiez un échec, c’est bon signe. Les appels dont la clé est inconnue (401) ne sont à personne, et pas ici.',
    clear: 'Effacer les filtres',
  },
);

export const codeWords = inBoth<Record<Schemas['ErrorCode'], string>>(
  {
    INVALID_REQUEST: 'The request could not be read.',
    UNAUTHORIZED: 'The key was refused.',
    PERMISSION_DENIED: 'The key may not do this.',
    NOT_FOUND: 'An id names nothing here.',
    METHOD_NOT_ALLOWED: 'The path has no such method.',
    ALREADY_EXISTS: 'It contradicts what is stored.',
    PAYLOAD_TOO_LARGE: 'The body is too large.',
    VALIDATION_FAILED: 'Something that was sent breaks a rule.',
    RATE_LIMIT_EXCEEDED: 'Too many calls at once.',
    SERVER_ERROR: 'The service has failed.',
    SERVICE_UNAVAILABLE: 'The service was away for a moment.',
  },
  {
    INVALID_REQUEST: 'La requête n’a pas pu être lue.',
    UNAUTHORIZED: 'La clé a été refusée.',
    PERMISSION_DENIED: 'La clé n’a pas ce droit.',
    NOT_FOUND: 'Un identifiant ne désigne rien ici.',
    METHOD_NOT_ALLOWED: 'Le chemin n’a pas cette méthode.',
    ALREADY_EXISTS: 'Elle contredit ce qui est enregistré.',
    PAYLOAD_TOO_LARGE: 'Le corps est trop grand.',
    VALIDATION_FAILED: 'Quelque chose d’envoyé enfreint une règle.',
    RATE_LIMIT_EXCEEDED: 'Trop d’appels à la fois.',
    SERVER_ERROR: 'Le service a échoué.',
    SERVICE_UNAVAILABLE: 'Le service était absent un instant.',
  },
);
