// What is typed into the form of a task is saved by itself: on the server, by person and task, as a draft. Nothing of it stays in
// the browser. For the forms of Camunda 7.24.0, the last of its line; the number is that of form-js in its bundle.
const FORM_JS = 57661;
const STORED = /^(?:camunda-form|camForm):(.*)$/;
// Milliseconds: after the last letter; at the latest, while somebody types on; before another attempt; until the server is given up
const PAUSE = 1500;
const LATEST = 5000;
const AGAIN = 10000;
const PATIENCE = 8000;
// Browsers let a page that is being closed send no more than this
const LARGEST_AT_THE_END = 60000;

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

// Tasklist would store drafts in the browser, for whoever uses it next. It asks for one as soon as it opens a task.
let opened = null;
const { getItem, setItem } = Storage.prototype;
Storage.prototype.getItem = function getItemUnlessDraft(key) {
  const [, task] = STORED.exec(key) || [];
  if (!task) {
    return getItem.call(this, key);
  }
  opened = task === 'undefined' ? null : { task, draft: find(task) };
  return null;
};
Storage.prototype.setItem = function setItemUnlessDraft(key, value) {
  if (!STORED.test(key)) {
    setItem.call(this, key, value);
  }
};
Object.keys(window.localStorage).filter((key) => STORED.test(key)).forEach((key) => window.localStorage.removeItem(key));

async function ask(task, options = {}) {
  const answer = await fetch(`${root}/api/drafts/${encodeURIComponent(task)}`, {
    cache: 'no-store', signal: AbortSignal.timeout(PATIENCE), ...options, headers: { Accept: 'application/json', ...options.headers }
  });
  return { status: answer.status, ...await answer.json().catch(() => ({})) };
}

/** The status is 0 if the server could not be reached. */
function find(task) {
  return ask(task).catch(() => ({ status: 0 }));
}

/** The names under which a form holds what people type; what is shown or worked out for them is not theirs. */
function namesOf(components) {
  return (components || []).flatMap((component) => {
    if (component.disabled || component.readonly || component.type === 'expression') {
      return [];
    }
    const name = component.key || component.path;
    return name ? [name.split('.')[0]] : namesOf(component.components);
  });
}

/** Lists whose rows are given, such as the objectives of a plan, which may be others by now: only what was typed beside each counts. */
function withGivenRows(schema, given, answers) {
  const lists = schema.components.filter((component) => component.type === 'dynamiclist' && component.allowAddRemove === false && answers[component.path]);
  return Object.assign({}, answers, ...lists.map(({ path, components }) => {
    const named = components.filter((component) => component.readonly).map((component) => component.key);
    return { [path]: (given[path] || []).map((row) => answers[path].find((typed) => named.every((name) => typed[name] === row[name])) || row) };
  }));
}

const forms = new Set();

class FormDraft {
  constructor(form, task, schema, given) {
    Object.assign(this, { form, task, schema, given, revision: 0, token: null, timer: null, since: null, sending: 0, failing: false });
    this.names = [...new Set(namesOf(schema.components))];
    this.asOpened = this.answers();
    this.saved = '{}';
    this.savedAt = null;
    this.status = Object.assign(document.createElement('p'), { className: 'draft-status' });
    this.status.setAttribute('role', 'status');
    form._container.after(this.status);
    forms.add(this);
  }

  answers() {
    const { data } = this.form._getState();
    return Object.fromEntries(this.names.map((name) => [name, JSON.stringify(data[name] ?? null)]));
  }

  /** What differs from the form as it was opened: answers that were there already may get newer until it is sent. */
  typed() {
    const now = this.answers();
    return `{${this.names.filter((name) => now[name] !== this.asOpened[name]).map((name) => `${JSON.stringify(name)}:${now[name]}`).join()}}`;
  }

  say(text, ...more) {
    if (this.status.textContent !== text || more.length) {
      this.status.replaceChildren(text, ...more);
    }
  }

  async begin(found) {
    if (found.status === 200) {
      this.token = found.token;
      await this.show(found);
    } else if (found.status !== 404) {
      this.say('Your draft cannot be loaded at the moment. ', this.button('Try again', async () => this.begin(await find(this.task))));
    }
  }

  /** Answers to questions that the form no longer has are left out. */
  async show(draft) {
    this.revision = draft.revision;
    if (draft.revision > 0) {
      const kept = Object.fromEntries(Object.entries(draft.answers).filter(([name]) => this.names.includes(name)));
      await importSchema.call(this.form, this.schema, { ...this.given, ...withGivenRows(this.schema, this.given, kept) });
      this.savedAt = draft.savedAt;
      this.say(`Saved ${draft.savedAt}`);
    } else {
      this.say('What you type here is saved by itself, for you alone.');
    }
    this.saved = this.typed();
  }

  button(label, action) {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-default', textContent: label });
    made.addEventListener('click', action);
    return made;
  }

  notice() {
    if (this.isGone() || this.typed() === this.saved) {
      return;
    }
    this.since ??= Date.now();
    this.wait(Math.max(0, Math.min(PAUSE, this.since + LATEST - Date.now())));
  }

  wait(milliseconds) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.save(), milliseconds);
  }

  isGone() {
    const gone = !this.form._container.isConnected;
    if (gone) {
      forms.delete(this);
    }
    return gone;
  }

  /** Where the page is about to go, what was typed last is sent even while something else is on its way. */
  async save(leaving = false) {
    window.clearTimeout(this.timer);
    const typed = this.typed();
    if (typed === this.saved || (this.sending && !leaving)) {
      return;
    }
    this.since = null;
    this.sending += 1;
    try {
      await this.send(typed, leaving);
    } catch {
      this.failed('there is no connection');
    } finally {
      this.sending -= 1;
    }
    this.notice();
  }

  async send(typed, leaving) {
    const alone = this.sending === 1;
    this.token ??= (await ask(this.task)).token;
    const answer = await ask(this.task, {
      method: 'PUT',
      keepalive: leaving && typed.length < LARGEST_AT_THE_END,
      headers: { 'Content-Type': 'application/json', ...(this.token && { [this.token.header]: this.token.value }) },
      body: `{"revision":${this.revision},"answers":${typed}}`
    });
    this.failing = false;
    if (answer.status === 200) {
      this.revision = Math.max(this.revision, answer.revision);
      this.saved = typed;
      this.savedAt = answer.savedAt;
      this.say(`Saved ${answer.savedAt}${answer.replaced && alone ? `. This replaces what you saved on another device at ${answer.replaced}.` : ''}`);
    } else if (answer.status === 404) {
      this.saved = typed;
      this.say('This is not saved: the task is no longer open, or no longer yours.');
    } else if (answer.status === 413) {
      this.saved = typed;
      this.say(`This is not saved. ${answer.message}`);
    } else {
      this.failed(answer.status === 401 || answer.status === 403 ? 'you are signed out. Sign in again in another tab, then go on here' : 'the server cannot save it at the moment');
    }
  }

  failed(why) {
    this.token = null;
    this.failing = true;
    this.say(`Not saved${this.savedAt ? ` since ${this.savedAt}` : ''}: ${why}. It is tried again by itself.`);
    this.wait(AGAIN);
  }

  /** Whoever comes back to this device is told what they have typed elsewhere in the meantime. */
  async compare() {
    if (this.isGone() || this.sending) {
      return;
    }
    const found = await find(this.task);
    if (found.status === 200 && found.revision > this.revision && !this.sending && !this.isGone()) {
      this.say(
        `You went on with this form on another device at ${found.savedAt}. What you see here is older. `,
        this.button('Show what you typed there', () => this.show(found))
      );
      this.status.scrollIntoView({ block: 'nearest' });
    }
  }
}

let importSchema = null;
self.webpackChunkcamunda_bpm_webapp.push([['roving-pm-drafts'], {}, (load) => {
  if (!load.m[FORM_JS]) {
    return;
  }
  const { Form } = load(FORM_JS);
  importSchema = Form.prototype.importSchema;
  // Tasklist waits for this before it lets anybody type
  Form.prototype.importSchema = async function importSchemaWithDraft(schema, given) {
    const { task, draft } = opened || {};
    const found = await draft;
    const imported = await importSchema.call(this, schema, given);
    if (task && this._container.isConnected) {
      const own = new FormDraft(this, task, schema, given);
      await own.begin(found);
      this.on('changed', () => own.notice());
    }
    return imported;
  };
}]);

function saveAll(leaving) {
  forms.forEach((form) => form.save(leaving));
}

['pagehide', 'hashchange', 'roving-pm:address'].forEach((event) => window.addEventListener(event, () => saveAll(true)));
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.logout')) {
    saveAll(true);
  }
}, true);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    saveAll(true);
  } else {
    forms.forEach((form) => form.compare());
  }
});
window.addEventListener('focus', () => forms.forEach((form) => form.compare()));
window.addEventListener('beforeunload', (event) => {
  if ([...forms].some((form) => !form.isGone() && form.failing)) {
    event.preventDefault();
  }
});
