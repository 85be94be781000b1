// On a phone Tasklist shows one column at a time: the lists, the tasks of one of them, or a task. The address says whether it is a
// task, so that the phone's own way back leads from there to its list.
const root = document.documentElement;
const PHONE = window.matchMedia('(max-width: 767px)');
const COLUMNS = { lists: '.column-left', tasks: '.column-center', task: '.column-right' };

function named(what, address) {
  return new URLSearchParams((address.split('#')[1] || '').split('?')[1] || '').get(what);
}

function taskIn(address) {
  return named('task', address);
}

function filterIn(address) {
  return named('filter', address);
}

function withoutTask(address) {
  const [page, place = '/'] = address.split('#');
  const [path, question = ''] = place.split('?');
  const kept = new URLSearchParams(question);
  kept.delete('task');
  kept.delete('detailsTab');
  return `${page}#${path}${kept.size ? `?${kept}` : ''}`;
}

/**
 * Tasklist adds its list to an address that names none, and leaves the task that is done: each as a new entry in the history, from
 * which the way back would lead nowhere. Here they take the place of the one before. Older browsers go on as they did.
 */
function replaceWhereBackLeadsNowhere(event) {
  const before = window.location.href;
  const after = event.destination.url;
  const leadsNowhere = taskIn(after) === taskIn(before) ? !filterIn(before) && filterIn(after) : taskIn(before) && !taskIn(after);
  if (PHONE.matches && event.navigationType === 'push' && event.destination.sameDocument && event.cancelable && leadsNowhere) {
    event.preventDefault();
    window.history.replaceState(null, '', after);
  }
}
window.navigation?.addEventListener('navigate', replaceWhereBackLeadsNowhere);

// A list lies beneath a task that a link has opened, as beneath one that was chosen from it
let listIsBeneath = false;
if (PHONE.matches && window.navigation && taskIn(window.location.href)) {
  listIsBeneath = true;
  if (window.performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
    const here = window.location.href;
    window.history.replaceState(null, '', withoutTask(here));
    window.history.pushState(null, '', here);
  }
}

let shown = null;
let task = null;
let filter = null;
let toFocus = null;
const places = { lists: 0, tasks: 0, task: 0 };

function focusOn(column) {
  const card = task && document.querySelector(`.tasks-list li.task a[href*="task=${CSS.escape(task)}"]`);
  return {
    lists: () => document.querySelector('.task-filters .active a, .task-filters h4 a'),
    tasks: () => card || (document.querySelector('.column-center :is(li.task, .well)')?.offsetParent && document.querySelector('.column-center .one-column-back')),
    task: () => document.querySelector('.task-card h2.task')
  }[column]();
}

function show(column) {
  if (shown) {
    places[shown] = window.scrollY;
    toFocus = column;
  }
  shown = column;
  root.dataset.column = column;
  if (PHONE.matches) {
    window.scrollTo(0, places[column]);
  }
}

/** Shows what the address names: a task, or the tasks of another list. */
function follow() {
  const newTask = taskIn(window.location.href);
  const newFilter = filterIn(window.location.href);
  if (newTask && (shown !== 'task' || newTask !== task)) {
    places.task = newTask === task ? places.task : 0;
    listIsBeneath ||= shown === 'tasks';
    task = newTask;
    show('task');
  } else if (!newTask && (shown === null || shown === 'task' || (newFilter !== filter && filter !== null))) {
    places.tasks = newFilter === filter ? places.tasks : 0;
    show('tasks');
  }
  filter = newFilter || filter;
}

function backToTasks() {
  if (listIsBeneath) {
    window.history.back();
  } else {
    window.location.replace(withoutTask(window.location.href));
  }
}

function wayBack(column, label, action) {
  const header = document.querySelector(`${COLUMNS[column]} > header`);
  let button = header?.querySelector('.one-column-back');
  if (header && !button) {
    button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link one-column-back' });
    button.addEventListener('click', action);
    header.prepend(button);
  }
  if (button && button.textContent !== label) {
    button.textContent = label;
  }
}

/** The open list's own name, without the counts beside it. */
function nameOfList() {
  const link = document.querySelector('.task-filters .active h4 a');
  const words = [...(link?.childNodes || [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent);
  return words.join('').trim();
}

function nameOnTop() {
  const name = nameOfList();
  const header = document.querySelector('.column-center > header');
  let title = document.querySelector('.one-column-title');
  if (header && !title) {
    title = Object.assign(document.createElement('h2'), { className: 'one-column-title' });
    header.after(title);
  }
  if (title && title.textContent !== name) {
    title.textContent = name;
  }
}

function mend() {
  wayBack('tasks', 'All lists', () => show('lists'));
  wayBack('task', nameOfList() ? `Back to ${nameOfList()}` : 'Back to the tasks', backToTasks);
  nameOnTop();
  const start = toFocus && PHONE.matches && focusOn(toFocus);
  if (start && start.offsetParent) {
    toFocus = null;
    if (!start.matches('a, button')) {
      start.tabIndex = -1;
    }
    start.focus({ preventScroll: true });
  }
}

// The list that is open already: its address stays the same
document.addEventListener('click', (event) => {
  if (shown === 'lists' && event.target instanceof Element && event.target.closest('.task-filters .item')) {
    show('tasks');
  }
});
// Whoever reads or types has begun already
document.addEventListener('focusin', () => { toFocus = null; });

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    window.requestAnimationFrame(() => {
      waiting = false;
      mend();
    });
  }
}).observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] });
['roving-pm:address', 'popstate', 'hashchange'].forEach((event) => window.addEventListener(event, follow));
follow();
