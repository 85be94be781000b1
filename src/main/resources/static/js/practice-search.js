// Offers practices while somebody types: a combobox with a list, after the pattern of the ARIA Authoring Practices. Without
// this the page searches when its form is sent, as it still does for people who choose nothing from the list.
const LEAST = 2;
const PAUSE = 200;

const place = document.getElementById('practice-search');
const input = document.getElementById('q');
const button = place.closest('form').querySelector('button[type=submit]');
const searches = button.textContent;

const element = (name, attributes) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};
const list = element('ul', {id: 'q-list', role: 'listbox', class: 'offers', 'aria-label': 'Practices', hidden: ''});
const said = element('div', {role: 'status', class: 'govuk-visually-hidden'});
const code = element('input', {type: 'hidden', name: 'odsCode'});
Object.entries({role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'q-list', 'aria-expanded': 'false'})
  .forEach(([key, value]) => input.setAttribute(key, value));
place.append(list, said, code);

let matches = [];
let active = -1;
let asked = 0;
let waiting = 0;

const mark = (which) => {
  active = which;
  [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
  if (active < 0) {
    input.removeAttribute('aria-activedescendant');
  } else {
    input.setAttribute('aria-activedescendant', list.children[active].id);
    list.children[active].scrollIntoView({block: 'nearest'});
  }
};

const close = () => {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  mark(-1);
};

const choose = (match) => {
  code.value = match ? match.code : '';
  button.textContent = match ? 'Continue' : searches;
  if (match) {
    input.value = `${match.name} (${match.code})`;
    said.textContent = `${match.name} chosen. Press Continue to go on.`;
    close();
  }
};

const show = (found) => {
  matches = found;
  list.replaceChildren(...matches.map((match, at) => {
    const option = element('li', {id: `q-option-${at}`, role: 'option', class: 'offers__one', 'aria-selected': 'false'});
    const where = element('span', {class: 'offers__place'});
    where.textContent = `${match.place} (${match.code})`;
    option.append(match.name, where);
    // Before the box loses the focus, which closes the list
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => choose(match));
    return option;
  }));
  mark(-1);
  list.hidden = matches.length === 0;
  input.setAttribute('aria-expanded', String(matches.length > 0));
  said.textContent = matches.length === 0 ? 'No practice fits.'
    : `${matches.length === 1 ? 'One practice fits' : `${matches.length} practices fit`}. Use the up and down arrows to look through them.`;
};

const ask = async () => {
  const mine = ++asked;
  const typed = input.value.trim();
  if (typed.length < LEAST) {
    close();
    return;
  }
  const answer = await fetch(`${place.dataset.source}?q=${encodeURIComponent(typed)}`, {headers: {Accept: 'application/json'}});
  if (mine === asked && answer.ok) {
    show((await answer.json()).matches);
  }
};

input.addEventListener('input', () => {
  choose(null);
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
// The list closes as the box loses the focus, and the button below would move away from under the pointer that presses it
button.addEventListener('mousedown', (event) => event.preventDefault());
input.addEventListener('blur', () => {
  clearTimeout(waiting);
  asked++;
  close();
});
input.addEventListener('keydown', (event) => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (list.hidden) {
    return;
  }
  if (step) {
    event.preventDefault();
    mark((active + step + matches.length + (active < 0 && step < 0 ? 1 : 0)) % matches.length);
  } else if (event.key === 'Enter' && active >= 0) {
    event.preventDefault();
    choose(matches[active]);
  } else if (event.key === 'Escape') {
    close();
  }
});
