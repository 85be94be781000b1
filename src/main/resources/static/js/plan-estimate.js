// While a job plan is typed, the server says beneath the form what it comes to: what it costs, whether the budget holder is asked, what
// the fund has left. Nothing is worked out here. For the forms of Camunda 7.24.0, the last of its line; the number is that of form-js
// in its bundle.
const FORM_JS = 57661;
const FORM = 'prepare-job-plan';
const ASKED_BY = ['hours', 'hourlyRate', 'fund'];
// Milliseconds: after the last letter; until the server is given up
const PAUSE = 400;
const PATIENCE = 8000;

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

class PlanEstimate {
  constructor(form, task) {
    Object.assign(this, { form, task, asked: null, timer: null, underway: null });
    this.line = Object.assign(document.createElement('p'), { className: 'plan-estimate' });
    this.line.setAttribute('aria-live', 'polite');
    form._container.after(this.line);
  }

  /** What the server is asked with; null while there is nothing to ask for. */
  question() {
    const { data } = this.form._getState();
    if (data.decision !== 'SUBMIT' || !data.hours || !data.hourlyRate) {
      return null;
    }
    return new URLSearchParams(ASKED_BY.filter((name) => data[name]).map((name) => [name, data[name]])).toString();
  }

  notice() {
    const question = this.question();
    if (question === this.asked) {
      return;
    }
    this.asked = question;
    window.clearTimeout(this.timer);
    this.underway?.abort();
    // What was true of the last answers is not left standing
    this.line.classList.add('outdated');
    this.timer = window.setTimeout(() => this.ask(question), PAUSE);
  }

  async ask(question) {
    if (!this.form._container.isConnected) {
      return;
    }
    this.underway = new AbortController();
    const { signal } = this.underway;
    const sentences = question ? await this.answer(question, signal).catch(() => []) : [];
    if (!signal.aborted) {
      this.line.textContent = sentences.join(' ');
      this.line.classList.remove('outdated');
    }
  }

  async answer(question, signal) {
    const answer = await fetch(`${root}/api/plan-estimates/${encodeURIComponent(this.task)}?${question}`, {
      cache: 'no-store', headers: { Accept: 'application/json' }, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])
    });
    const { sentences = [], message } = answer.ok || answer.status === 400 ? await answer.json() : {};
    return message ? [message] : sentences;
  }
}

self.webpackChunkcamunda_bpm_webapp.push([['roving-pm-plan-estimate'], {}, (load) => {
  if (!load.m[FORM_JS]) {
    return;
  }
  const { Form } = load(FORM_JS);
  const { importSchema } = Form.prototype;
  Form.prototype.importSchema = async function importSchemaWithEstimate(schema, given) {
    const imported = await importSchema.call(this, schema, given);
    const task = new URLSearchParams(window.location.hash.split('?')[1]).get('task');
    if (schema.id === FORM && task && this._container.isConnected) {
      const estimate = new PlanEstimate(this, task);
      estimate.notice();
      this.on('changed', () => estimate.notice());
    }
    return imported;
  };
}]);
