// What was done, in words, for every action of the contract: one that has none does not compile.
import type { Known, Schemas } from '../api/types.js';
import { inBoth } from '../i18n/words.js';

export type Action = Known<Schemas['AuditAction']>;

export const actionWords = inBoth<Record<Action, string>>(
  {
    SIGNED_IN: 'Signed in',
    SIGNED_OUT: 'Signed out',
    PASSWORD_CHANGED: 'Changed the own password',
    RESET_LINK_MADE: 'Made a link for a new password',
    PASSWORD_RESET: 'Set a new password by a link',
    SESSION_ENDED: 'Signed out another browser of their own',
    TWO_FACTOR_ENABLED: 'Switched two-factor sign-in on',
    TWO_FACTOR_DISABLED: 'Switched two-factor sign-in off',
    RECOVERY_CODES_MADE: 'Made new recovery codes',
    RECOVERY_CODE_USED: 'Used a recovery code',
    PASSKEY_ADDED: 'Added a passkey',
    PASSKEY_REMOVED: 'Removed a passkey',
    IDENTITY_LINKED: 'Linked an account of the sign-in provider',
    IDENTITY_UNLINKED: 'Unlinked an account of the sign-in provider',
    MEMBER_INVITED: 'Invited somebody',
    INVITATION_REVOKED: 'Withdrew an invitation',
    MEMBER_JOINED: 'Joined by an invitation',
    MEMBER_ROLE_CHANGED: 'Changed the role of a member',
    MEMBER_REMOVED: 'Removed a member, or left',
    MERCHANT_RENAMED: 'Renamed the merchant',
    MERCHANT_LOCKED: 'Locked the merchant',
    MERCHANT_UNLOCKED: 'Unlocked the merchant',
    KEY_MADE: 'Made an API key',
    KEY_REVOKED: 'Revoked an API key',
    ENDPOINT_CREATED: 'Added a webhook endpoint',
    ENDPOINT_CHANGED: 'Changed a webhook endpoint',
    ENDPOINT_DELETED: 'Deleted a webhook endpoint',
    ENDPOINT_SECRET_ROTATED: 'Gave a webhook endpoint a new secret',
    ENDPOINT_NEW_SECRET_USED: 'Put the new secret of a webhook endpoint last',
    DELIVERIES_RECOVERED: 'Had events sent to a webhook endpoint again',
    DELIVERIES_SKIPPED: 'Skipped what waited for a webhook endpoint',
  },
  {
    SIGNED_IN: 'S’est connecté',
    SIGNED_OUT: 'S’est déconnecté',
    PASSWORD_CHANGED: 'A changé son mot de passe',
    RESET_LINK_MADE: 'A créé un lien pour un nouveau mot de passe',
    PASSWORD_RESET: 'A choisi un nouveau mot de passe par un lien',
    SESSION_ENDED: 'A déconnecté un autre de ses navigateurs',
    TWO_FACTOR_ENABLED: 'A activé la double authentification',
    TWO_FACTOR_DISABLED: 'A désactivé la double authentification',
    RECOVERY_CODES_MADE: 'A créé de nouveaux codes de secours',
    RECOVERY_CODE_USED: 'A utilisé un code de secours',
    PASSKEY_ADDED: 'A ajouté une clé d’accès',
    PASSKEY_REMOVED: 'A supprimé une clé d’accès',
    IDENTITY_LINKED: 'A lié un compte du service de connexion',
    IDENTITY_UNLINKED: 'A délié un compte du service de connexion',
    MEMBER_INVITED: 'A invité quelqu’un',
    INVITATION_REVOKED: 'A annulé une invitation',
    MEMBER_JOINED: 'A rejoint par une invitation',
    MEMBER_ROLE_CHANGED: 'A changé le rôle d’un membre',
    MEMBER_REMOVED: 'A retiré un membre, ou est parti',
    MERCHANT_RENAMED: 'A renommé le marchand',
    MERCHANT_LOCKED: 'A bloqué le marchand',
    MERCHANT_UNLOCKED: 'A débloqué le marchand',
    KEY_MADE: 'A créé une clé d’API',
    KEY_REVOKED: 'A révoqué une clé d’API',
    ENDPOINT_CREATED: 'A ajouté un point de réception de webhooks',
    ENDPOINT_CHANGED: 'A modifié un point de réception de webhooks',
    ENDPOINT_DELETED: 'A supprimé un point de réception de webhooks',
    ENDPOINT_SECRET_ROTATED: 'A donné un nouveau secret à un point de réception de webhooks',
    ENDPOINT_NEW_SECRET_USED: 'A mis le nouveau secret d’un point de réception de webhooks en dernier',
    DELIVERIES_RECOVERED: 'A fait renvoyer des évènements à un point de réception de webhooks',
    DELIVERIES_SKIPPED: 'A écarté ce qui attendait un point de réception de webhooks',
  },
);

/** All there are, in the contract's order. */
export const actions = Object.keys(actionWords.en) as readonly Action[];

export function isKnown(action: string): action is Action {
  return Object.hasOwn(actionWords.en, action);
}
