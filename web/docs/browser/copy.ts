// Copying: a button on every block of code, and the one that copies the whole page as Markdown.

/** Gives every block of code its button and wakes those that copy the page. */
export function offerCopies(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = document.body.dataset['copy'] ?? '';
    button.addEventListener('click', () => {
      void copied(button, Promise.resolve(block.querySelector('code')?.textContent ?? ''));
    });
    block.querySelector('.code-bar')?.append(button);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy-markdown')) {
    button.addEventListener('click', () => void copied(button, markdownAt(button.dataset['address'] ?? '')));
  }
}

async function markdownAt(address: string): Promise<string> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}`);
  return reply.text();
}

/** Says on the button how it went, and after a moment what it does again. */
async function copied(button: HTMLButtonElement, text: Promise<string>): Promise<void> {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label;
  const { copied: done = '', copyFailed: failed = '' } = document.body.dataset;
  try {
    await write(await text);
    button.textContent = done;
  } catch {
    button.textContent = failed;
  }
  setTimeout(() => (button.textContent = label), 1500);
}

/** A page that is not on https or localhost has no clipboard of its own: there the old way is the only one. */
async function write(text: string): Promise<void> {
  if (typeof navigator.clipboard?.writeText === 'function') return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('The browser refused');
}
