// What every form does when it is sent: nothing of its own, and nothing twice.
import type { FormEvent } from 'react';

interface Sending {
  isPending: boolean;
  mutate: () => void;
}

export function submitOnce({ isPending, mutate }: Sending): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
}
