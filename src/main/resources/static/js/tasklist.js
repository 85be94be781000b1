// Fixes for the forms of Camunda 7.24.0, the last of its line; the number is that of form-js in its bundle.
const FORM_JS = 57661;
const MISSING = 'This cannot be sent yet: correct the answers marked in red.';

function isFault(entry) {
  return typeof entry === 'string' || Object.values(entry || {}).some(isFault);
}

function leadTo(form) {
  window.requestAnimationFrame(() => {
    const field = form.querySelector('.fjs-has-errors input, .fjs-has-errors textarea, [aria-invalid="true"]');
    if (field) {
      field.focus();
    }
  });
}

self.webpackChunkcamunda_bpm_webapp.push([['roving-pm'], {}, (load) => {
  if (!load.m[FORM_JS]) {
    return;
  }
  const { Form } = load(FORM_JS);
  const { _createInjector: createInjector, _setState: setState, submit } = Form.prototype;
  // Applies every letter at once: a delayed value is lost when another answer or Enter comes first
  Form.prototype._createInjector = function createInjectorWithoutDelay(options, container) {
    return createInjector.call(this, { ...options, debounce: false }, container);
  };
  // Whoever writes in a dynamic list leaves an empty entry among the faults, and Tasklist would never enable "Complete" again
  Form.prototype._setState = function setStateWithoutEmptyFaults(state) {
    const faults = Object.entries(state.errors || {}).filter(([, entry]) => isFault(entry));
    setState.call(this, state.errors ? { ...state, errors: Object.fromEntries(faults) } : state);
  };
  // Tasklist shows the message of an error, but these have none
  Form.prototype.submit = function submitWithMessage() {
    const submitted = submit.call(this);
    if (Object.keys(submitted.errors).length > 0) {
      Object.defineProperty(submitted.errors, 'message', { value: MISSING });
      leadTo(this._container);
    }
    return submitted;
  };
  // A week begins on Monday
  if (window.flatpickr) {
    window.flatpickr.l10ns.default.firstDayOfWeek = 1;
  }
}]);

// A link in a form opens in a new tab, so that nothing typed is lost
document.addEventListener('click', (event) => {
  const link = event.target.closest('.fjs-container a[href]');
  if (link) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}, true);

// Removes the previous error before the next attempt
document.addEventListener('click', (event) => {
  if (event.target.closest('.form-actions .btn-primary, .modal-footer .btn-primary')) {
    document.querySelectorAll('.notifications .alert-danger .close:not(.ng-hide)').forEach((close) => close.click());
  }
}, true);

// Tasklist takes its words from here at once; left to load them itself, it sometimes shows their keys instead
async function keepWords() {
  const folder = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  const key = `${folder}_locales_data_en_${window.bust}`;
  const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
  if (!kept[key]) {
    const answer = await fetch(`${folder}en.json?bust=${window.bust}`);
    if (answer.ok) {
      window.localStorage.setItem('camunda-web', JSON.stringify({ ...kept, [key]: await answer.text() }));
    }
  }
}
await keepWords();
