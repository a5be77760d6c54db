// The look of a link from one thing to the list that it is of.
import styles from './back-link.module.css';

export const backLinkClass = styles.back;
