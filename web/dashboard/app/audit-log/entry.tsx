// One entry: when, who, what, to what, and from where.
import { Badge } from '../../../ui/badge.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { roleNames } from '../i18n/roles.js';
import { permissionNames } from '../keys/words.js';
import { actionWords, isKnown } from './action-words.js';
import styles from './audit-log.module.css';
import { auditWords } from './words.js';

type AuditEntry = Schemas['AuditEntry'];

interface EntryProps {
  entry: AuditEntry;
  /** By their ids, as far as they are known. */
  names: ReadonlyMap<string, string>;
}

export function Entry({ entry, names }: EntryProps) {
  const words = useWords(auditWords);
  const shared = useWords(common);
  const done = useWords(actionWords);
  const { moment, exact } = useFormat();
  const { createdAt, action, actor, mode, address } = entry;
  return (
    <li className={styles.entry}>
      <time className={styles.soft} dateTime={createdAt} title={exact(createdAt)}>
        {moment(createdAt)}
      </time>
      <div>
        <p className={styles.line}>
          <strong>{isKnown(action) ? done[action] : action}</strong>
          {mode !== null && <Badge tone={mode === 'live' ? 'good' : 'warn'}>{shared[mode]}</Badge>}
        </p>
        <What entry={entry} names={names} />
        <p className={styles.soft}>
          <Actor actor={actor} /> {address !== null && words.address(address)}
        </p>
      </div>
    </li>
  );
}

function Actor({ actor: { type, name, email } }: { actor: AuditEntry['actor'] }) {
  const words = useWords(auditWords);
  if (type === 'OPERATOR') return words.operator;
  if (type === 'KEY') return <bdi>{words.key(name ?? '…')}</bdi>;
  return <bdi>{name === null ? words.gone : email === null ? name : `${name} (${email})`}</bdi>;
}

/** To what it was done, and how. Words for what is known of details; what a later version adds is not guessed at. */
function What({ entry: { target, details, actor }, names }: EntryProps) {
  const words = useWords(auditWords);
  const value = useDetailWords();
  // Whose log it is, and who did it, is said already.
  const isSaid = target === null || target.startsWith('mer_') || target === actor.personId;
  const named = isSaid ? null : (names.get(target) ?? target);
  const subject = textOf(details['name']) ?? textOf(details['email']) ?? named;
  const isChange = textOf(details['from']) !== null && textOf(details['to']) !== null;
  const said = [
    isChange && words.change(value(details['from']), value(details['to'])),
    value(details['role']),
    value(details['permissions']),
  ].filter(Boolean);
  if (!subject && said.length === 0) return null;
  return (
    <p>
      {subject && <bdi>{subject}</bdi>}
      {subject && said.length > 0 && ': '}
      {said.length > 0 && <bdi>{said.join(' · ')}</bdi>}
    </p>
  );
}

/** Roles and permissions as they are called; other texts as they are. */
function useDetailWords(): (value: unknown) => string {
  const roles = useWords(roleNames);
  const permissions = useWords(permissionNames);
  const all: Readonly<Record<string, string>> = { ...roles, ...permissions };
  return (value) => {
    const text = textOf(value) ?? '';
    const parts = text.split(' ');
    return parts.every((part) => Object.hasOwn(all, part)) ? parts.map((part) => all[part]).join(', ') : text;
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
