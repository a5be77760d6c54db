// Why a try failed and what to do about it, for every class of failure that there is today.
import type { Schemas } from '../../api/types.js';
import { inBoth } from '../../i18n/words.js';

/** What a failed try is told by: its class; where a reply came, what kind of reply. */
export type Trouble =
  | 'timeout'
  | 'tls'
  | 'dns'
  | 'connection_refused'
  | 'connection_lost'
  | 'address_not_allowed'
  | 'redirect'
  | 'gone'
  | 'refused'
  | 'not_found'
  | 'too_many'
  | 'server_error'
  | 'status';

const byStatus: Readonly<Record<number, Trouble>> = {
  401: 'refused',
  403: 'refused',
  404: 'not_found',
  405: 'not_found',
  410: 'gone',
  429: 'too_many',
};

/** null: it was delivered, or a later version calls it something that has no words here. */
export function troubleOf({ failure, status }: Schemas['DeliveryAttempt']): Trouble | null {
  if (failure === 'status' && status !== null)
    return byStatus[status] ?? (status >= 500 ? 'server_error' : 'status');
  return failure !== null && Object.hasOwn(troubleWords.en, failure) ? (failure as Trouble) : null;
}

export const troubleWords = inBoth<Record<Trouble, string>>(
  {
    timeout: 'No answer in time: 15 s in all, 5 s of them to connect; a test has 5 s.',
    tls: 'No secure connection could be made.',
    dns: 'No server has this name.',
    connection_refused: 'Nobody listens at this address and port.',
    connection_lost: 'The connection broke off before the answer.',
    address_not_allowed: 'The name leads to an address that this installation sends nothing to.',
    redirect: 'Your server sends on to another address, which is never followed.',
    gone: 'Your server says that this address is gone for good (410).',
    refused: 'Your server does not let it in.',
    not_found: 'Your server takes no POST at this path.',
    too_many: 'Your server says that it comes too often (429).',
    server_error: 'Your server failed while it worked on it.',
    status: 'Your server answered, but not with 2xx.',
  },
  {
    timeout: 'Pas de réponse à temps : 15 s en tout, dont 5 s pour se connecter ; un test a 5 s.',
    tls: 'Impossible d’établir une connexion sûre.',
    dns: 'Aucun serveur ne porte ce nom.',
    connection_refused: 'Personne n’écoute à cette adresse et ce port.',
    connection_lost: 'La connexion s’est rompue avant la réponse.',
    address_not_allowed: 'Le nom mène à une adresse à laquelle cette installation n’envoie rien.',
    redirect: 'Votre serveur renvoie vers une autre adresse, ce qui n’est jamais suivi.',
    gone: 'Votre serveur dit que cette adresse a disparu pour de bon (410).',
    refused: 'Votre serveur ne le laisse pas entrer.',
    not_found: 'Votre serveur n’accepte pas de POST à ce chemin.',
    too_many: 'Votre serveur dit que c’est trop souvent (429).',
    server_error: 'Votre serveur a échoué en le traitant.',
    status: 'Votre serveur a répondu, mais pas par 2xx.',
  },
);

export const adviceWords = inBoth<Record<Trouble, string>>(
  {
    timeout: 'Answer 2xx as soon as the webhook is written down, and do the work afterwards.',
    tls: 'Look at the certificate as strangers do: is it out of date, of another name, or without those between?',
    dns: 'Is it spelt right, and known outside your network?',
    connection_refused: 'Does the server run, and does the firewall let strangers in?',
    connection_lost: 'Look at the log of your server, and of the proxy before it, at this moment.',
    address_not_allowed:
      'Take an address that anybody could reach. Who runs this installation can open private networks (WEBHOOK_ALLOW).',
    redirect: 'Put the last address into the URL: with https, with or without www, with or without a slash.',
    gone: 'If that is a mistake, mend it and resume the endpoint.',
    refused:
      'Is the secret the one that was shown last, and is the signature taken of the body byte for byte?',
    not_found: 'Compare the path of the URL with that of your program.',
    too_many: 'It is tried again later. If it happens often, take webhooks in by a queue of your own.',
    server_error: 'The log of your server tells why.',
    status: 'Answer 2xx to everything you took, also to events that you have no use for.',
  },
  {
    timeout: 'Répondez 2xx dès que le webhook est noté, et faites le travail ensuite.',
    tls: 'Regardez le certificat comme un inconnu : est-il périmé, d’un autre nom, ou sans les intermédiaires ?',
    dns: 'Est-il bien écrit, et connu hors de votre réseau ?',
    connection_refused: 'Le serveur tourne-t-il, et le pare-feu laisse-t-il entrer les inconnus ?',
    connection_lost: 'Voyez le journal de votre serveur, et du proxy devant lui, à ce moment.',
    address_not_allowed:
      'Prenez une adresse que tout le monde peut joindre. Qui gère cette installation peut ouvrir des réseaux privés (WEBHOOK_ALLOW).',
    redirect:
      'Mettez la dernière adresse dans l’URL : en https, avec ou sans www, avec ou sans barre finale.',
    gone: 'Si c’est une erreur, corrigez-la et reprenez le point de réception.',
    refused:
      'Est-ce le dernier secret montré, et la signature est-elle prise sur le corps, octet pour octet ?',
    not_found: 'Comparez le chemin de l’URL à celui de votre programme.',
    too_many: 'Nouvel essai plus tard. Si c’est fréquent, recevez les webhooks par une file à vous.',
    server_error: 'Le journal de votre serveur dit pourquoi.',
    status: 'Répondez 2xx à tout ce que vous avez pris, même aux événements qui ne vous servent pas.',
  },
);
