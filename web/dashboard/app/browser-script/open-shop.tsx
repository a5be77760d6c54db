// The shop in a new tab, which can do nothing to this one. One of our links takes the test's word along.
import { useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { useWords } from '../i18n/language.js';
import { addressFromElsewhere, placeOf } from '../place.js';
import styles from './script-screen.module.css';
import { shopAddress } from './shop-address.js';
import { scriptWords } from './words.js';

interface OpenShopProps {
  testId: string;
  onOpened: (isLink: boolean) => void;
}

export function OpenShop({ testId, onOpened }: OpenShopProps) {
  const words = useWords(scriptWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const links = [addressFromElsewhere('/r/'), location.origin + placeOf('/r/')];
  const open = (event: FormEvent) => {
    event.preventDefault();
    const shop = shopAddress(typed, links, testId);
    setWrong(shop === null);
    if (!shop) return;
    window.open(shop.href, '_blank', 'noopener');
    onOpened(shop.isLink);
  };
  return (
    <>
      <p className={styles.soft}>{words.openText}</p>
      <form className={styles.form} onSubmit={open} noValidate>
        <TextField
          label={words.address}
          hint={words.addressHint(links[0] as string)}
          fault={isWrong ? words.noAddress : undefined}
          type="url"
          inputMode="url"
          autoComplete="url"
          placeholder="https://shop.example.com/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="strong">
          {words.open}
        </Button>
      </form>
    </>
  );
}
