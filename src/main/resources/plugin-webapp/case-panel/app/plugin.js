// The case of the open task, beside its form. The server renders it for the current user.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
// Pixels that a task needs for form and case side by side, as in plugin.css
const WIDE = 600;
const CHOICE = 'roving-pm:case-panel';
const PHONE = window.matchMedia('(max-width: 767px)');
const LARGEST = 10 * 1024 * 1024;
const TOO_LARGE = 'The file is larger than 10 MB: make it smaller, or share it in parts.';
const SIGNED_OUT = 'This was not sent: perhaps you have been signed out. Reload the page, and try again.';
const AWAY = 'The case cannot be shown at the moment.';

function openTask() {
  return new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
}

function element(name, attributes, text) {
  const made = Object.assign(document.createElement(name), attributes);
  if (text) {
    made.textContent = text;
  }
  return made;
}

class CasePanel {
  constructor(node) {
    this.button = element('button', { type: 'button', className: 'btn btn-link case-panel-button' }, 'case panel');
    this.button.setAttribute('aria-controls', 'case-panel-panel');
    this.button.addEventListener('click', () => this.choose(this.panel.hidden));
    node.append(this.button);
    this.panel = element('aside', { id: 'case-panel-panel', className: 'case-panel-panel' });
    this.panel.setAttribute('aria-label', 'case panel');
    this.body = element('div', {});
    this.status = element('p', { className: 'case-panel-status' });
    this.status.setAttribute('role', 'status');
    this.panel.append(this.status, this.body);
    this.panel.addEventListener('submit', (event) => this.send(event));
    this.unsent = new Map();
    this.follow = () => this.show();
    window.addEventListener('roving-pm:address', this.follow);
    window.addEventListener('hashchange', this.follow);
    // Angular may render the task's card again at any time
    this.observer = new MutationObserver(this.follow);
    this.observer.observe(document.querySelector('.column-right .content') || document.body, { childList: true, subtree: true });
    this.show();
  }

  close() {
    this.observer.disconnect();
    window.removeEventListener('roving-pm:address', this.follow);
    window.removeEventListener('hashchange', this.follow);
    this.panel.remove();
  }

  choose(shown) {
    this.panel.hidden = !shown;
    if (!PHONE.matches) {
      window.localStorage.setItem(CHOICE, shown ? 'shown' : 'hidden');
    }
    this.show();
  }

  /** Without a choice the case is there where it takes nothing away from the form; on a phone it waits until it is asked for. */
  isChosen(card) {
    if (PHONE.matches) {
      return false;
    }
    const choice = window.localStorage.getItem(CHOICE);
    return choice ? choice === 'shown' : card.clientWidth >= WIDE;
  }

  show() {
    const card = document.querySelector('section.task-card');
    const task = openTask();
    if (!task && this.task) {
      this.keepUnsent();
      this.task = null;
      this.body.replaceChildren();
    }
    if (card && this.panel.parentNode !== card) {
      card.querySelector('.tabbed-content').before(this.panel);
      this.panel.hidden = !this.isChosen(card);
    }
    this.button.setAttribute('aria-expanded', String(!this.panel.hidden));
    if (task && card && !this.panel.hidden && task !== this.task) {
      this.load(task);
    }
  }

  async load(task, said = '') {
    this.keepUnsent();
    const another = task !== this.task;
    this.task = task;
    if (another) {
      this.body.replaceChildren();
    }
    this.status.textContent = said;
    let answer;
    try {
      answer = await fetch(`${root}/api/cases/case-panel?task=${encodeURIComponent(task)}`, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    } catch {
      answer = null;
    }
    const text = answer && answer.ok ? await answer.text() : '';
    if (task !== this.task) {
      return;
    }
    if (text) {
      this.body.innerHTML = text;
      const note = this.body.querySelector('#desk-note');
      if (note) {
        note.value = this.unsent.get(task) || '';
      }
    } else if (answer && answer.status === 404) {
      this.status.textContent = 'You may not see this case.';
    } else {
      this.offerAgain();
    }
  }

  offerAgain() {
    const again = element('button', { type: 'button', className: 'btn btn-default' }, 'Try again');
    again.addEventListener('click', () => this.load(this.task));
    this.status.textContent = AWAY;
    this.body.replaceChildren(again);
  }

  keepUnsent() {
    const note = this.body.querySelector('#desk-note');
    if (note) {
      this.unsent.set(this.task, note.value);
    }
  }

  async send(event) {
    const form = event.target;
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.disabled) {
      return;
    }
    const data = new FormData(form);
    const file = data.get('file');
    if (file && file.size > LARGEST) {
      this.refuse(form, TOO_LARGE);
      return;
    }
    button.disabled = true;
    this.status.textContent = file ? 'Uploading the document…' : '';
    const task = this.task;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: file ? data : new URLSearchParams(data), headers: { Accept: 'application/json' } });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok && said.done) {
        if (form.dataset.desk === 'notes') {
          form.reset();
        }
        await this.load(task, said.done);
        this.body.querySelector(`[data-desk="${form.dataset.desk}"] :is(textarea, input[type="file"])`)?.focus();
        return;
      }
      this.refuse(form, said.problem || SIGNED_OUT);
    } catch {
      this.refuse(form, SIGNED_OUT);
    } finally {
      button.disabled = false;
    }
  }

  refuse(form, sentence) {
    this.status.textContent = '';
    form.querySelector('.case-panel-problem')?.remove();
    const problem = element('p', { className: 'case-panel-problem' }, sentence);
    problem.setAttribute('role', 'alert');
    form.prepend(problem);
  }
}

const DONE_TASK = /\/task\/([^/]+)\/(?:submit-form|complete)$/;
const STARTED_PROCESS = /\/process-definition\/.+\/submit-form$/;
const ATTEMPTS = 6;
const PAUSE = 1500;

/** One line about what came of a form that was sent and what is next, until another task is opened. */
class Outcome {
  constructor() {
    this.line = element('p', { className: 'case-outcome' });
    this.line.setAttribute('role', 'status');
    document.body.append(this.line);
    const forget = () => openTask() && openTask() !== this.task && this.clear();
    window.addEventListener('roving-pm:address', forget);
    window.addEventListener('hashchange', forget);
  }

  /** Tasklist sends its forms by itself and tells nobody: the requests that go well are looked at. */
  watch() {
    const outcome = this;
    const { open } = window.XMLHttpRequest.prototype;
    window.XMLHttpRequest.prototype.open = function openAndWatch(method, address, ...others) {
      const path = method === 'POST' ? new URL(address, window.location.href).pathname : '';
      const task = DONE_TASK.exec(path);
      if (task || STARTED_PROCESS.test(path)) {
        this.addEventListener('load', () => {
          if (this.status >= 200 && this.status < 300) {
            outcome.follow(task ? { task: task[1] } : { case: Outcome.caseIn(this.responseText) });
          }
        });
      }
      return open.call(this, method, address, ...others);
    };
  }

  static caseIn(answer) {
    try {
      return JSON.parse(answer).businessKey;
    } catch {
      return null;
    }
  }

  clear() {
    this.about = null;
    this.line.replaceChildren();
  }

  async follow(about, attempt = 1) {
    this.about = about;
    this.task = about.task || openTask();
    const [[name, value]] = Object.entries(about);
    if (!value) {
      return;
    }
    const answer = await fetch(`${root}/api/cases/next-step?${name}=${encodeURIComponent(value)}`, { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
    const said = answer && answer.ok ? await answer.json().catch(() => null) : null;
    if (!said || this.about !== about) {
      return;
    }
    const close = element('button', { type: 'button', className: 'btn btn-link' }, 'Close');
    close.addEventListener('click', () => this.clear());
    this.line.replaceChildren(element('span', {}, `${said.sentence} `), element('a', { href: root + said.page }, 'Open the case'), close);
    if (said.onItsWay && attempt < ATTEMPTS) {
      window.setTimeout(() => this.about === about && this.follow(about, attempt + 1), PAUSE);
    }
  }
}

new Outcome().watch();

let desk = null;

const casePanel = {
  id: 'case-panel',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render(node) {
    desk = new CasePanel(node);
  },
  unmount() {
    desk?.close();
    desk = null;
  }
};

const menu = {
  id: 'roving-pm-menu',
  pluginPoint: 'tasklist.navbar.action',
  priority: 10,
  async render(node) {
    (await import(`${root}/js/menu.js`)).default(node, root);
  }
};

export default [casePanel, menu];
