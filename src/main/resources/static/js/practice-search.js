// Offers practices while somebody types. Without this the page searches when its form is sent.
(() => {
  const place = document.getElementById('practice-search');
  const typed = document.getElementById('q');
  if (!place || !typed || !window.accessibleAutocomplete) {
    return;
  }
  const chosen = document.createElement('input');
  chosen.type = 'hidden';
  chosen.name = 'odsCode';
  const button = place.closest('form').querySelector('button[type=submit]');
  const label = button.textContent;
  const choose = (match) => {
    chosen.value = match ? match.code : '';
    button.textContent = match ? 'Continue' : label;
  };
  const escaped = (text) => {
    const element = document.createElement('span');
    element.textContent = text;
    return element.innerHTML;
  };
  let wanted = 0;
  const source = async (query, show) => {
    const mine = ++wanted;
    const answer = await fetch(`${place.dataset.source}?q=${encodeURIComponent(query)}`, {headers: {Accept: 'application/json'}});
    const matches = answer.ok ? (await answer.json()).matches : [];
    if (mine === wanted) {
      show(matches);
    }
  };
  const value = typed.value;
  const problem = document.getElementById('q-error');
  place.replaceChildren();
  window.accessibleAutocomplete({
    element: place, id: 'q', name: 'q', source, minLength: 2, confirmOnBlur: false, displayMenu: 'overlay', defaultValue: value,
    templates: {
      inputValue: (match) => match ? `${match.name} (${match.code})` : '',
      suggestion: (match) => `${escaped(match.name)}<span class="autocomplete__place">${escaped(match.place)} (${escaped(match.code)})</span>`,
    },
    onConfirm: choose,
    tNoResults: () => 'No practice fits. Check the spelling, or try the postcode.',
    tAssistiveHint: () => 'When practices are offered, use the up and down arrows to look through them and Enter to choose one.',
  });
  place.after(chosen);
  const input = document.getElementById('q');
  input.setAttribute('maxlength', '100');
  input.setAttribute('spellcheck', 'false');
  input.setAttribute('aria-describedby', ['q-hint', problem && 'q-error', input.getAttribute('aria-describedby')].filter(Boolean).join(' '));
  input.addEventListener('input', () => choose(null));
})();
