// "My affiliate says this sale was theirs": one thing that somebody knows in, everything that is known of it out.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import { PageTitle } from '../shell/page-title.js';
import { Answer } from './answer.js';
import { toTraceQuery, validateWhy, type WhySearch } from './subject.js';
import { Otherwise } from './otherwise.js';
import { SubjectForm } from './subject-form.js';
import { Timeline } from './timeline.js';
import styles from './why-screen.module.css';
import { whyWords } from './words.js';

const route = getRouteApi('/shell/why');

export function WhyScreen() {
  const words = useWords(whyWords);
  const search = validateWhy({ ...route.useSearch() });
  return (
    <>
      <header className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <p className={styles.lead}>{words.lead}</p>
      </header>
      <SubjectForm search={search} />
      {search.q === undefined ? <Examples /> : <Traced search={search} />}
    </>
  );
}

function Traced({ search }: { search: WhySearch }) {
  const words = useWords(whyWords);
  const shared = useWords(common);
  const { timeZone } = useFormat();
  const call = useTenantCall();
  const { data, error } = useQuery({
    queryKey: [...useTenantKey(), 'trace', search],
    queryFn: ({ signal }) => call('getTrace', { query: toTraceQuery(search), signal }),
  });
  if (!data)
    return error && !error.isAway ? (
      <FailureNotice failure={error} />
    ) : (
      <Waiting label={shared.loading} lines={6} />
    );
  const trace = data.data;
  return (
    <>
      <Answer trace={trace} />
      <Otherwise search={search} trace={trace} />
      <section className={styles.part}>
        <header className={styles.row}>
          <h2>{words.timeline}</h2>
          <span className={styles.lead}>{shared.timesIn(timeZone)}</span>
        </header>
        {trace.truncated.length > 0 && <p className={styles.lead}>{words.truncated}</p>}
        <Timeline trace={trace} />
      </section>
    </>
  );
}

function Examples() {
  const words = useWords(whyWords);
  return (
    <section className={styles.part}>
      <h2>{words.tryTitle}</h2>
      <ul className={styles.examples}>
        <li>{words.try1}</li>
        <li>{words.try2}</li>
        <li>{words.try3}</li>
      </ul>
    </section>
  );
}
