// Our additions to Cockpit: stuck cases on its dashboard, two tabs of a process instance, and the heat map of a process.
// All data comes from the application's own API, in the session of the current user.
const root = window.location.pathname.split('/camunda/app/')[0];
const CAUSES = {
  failedStep: 'Failed step', faultyVersion: 'Process version with an error', messageNotDelivered: 'Message not delivered',
  nobodySuitable: 'Nobody suitable', offerUnanswered: 'Offer unanswered', noCheckIn: 'No check-in', linkUnanswered: 'Link not answered',
  onHoldTooLong: 'On hold past its date', nobodyLeft: 'Nobody left to do it', overdueTask: 'Overdue task'
};
const RATINGS = {RED: 'Red', AMBER: 'Amber', GREEN: 'Green'};
const LONGEST = 3;

// As the class BritishFormat writes them on every other page
const date = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', dateStyle: 'long'});
const time = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', timeStyle: 'short'});
const at = (moment) => (moment ? `${date.format(new Date(moment))}, ${time.format(new Date(moment))}` : '');

// Text from people and processes never becomes HTML
const make = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).filter(([, value]) => value !== null).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

const table = (label, columns, rows) => make('div', {class: 'rpm-watch-scroll', tabindex: '0', role: 'region', 'aria-label': label},
  make('table', {}, make('thead', {}, make('tr', {}, ...columns.map((column) => make('th', {scope: 'col'}, column)))), make('tbody', {}, ...rows)));

const row = (...cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell ?? '')));

const ask = async (path, options = {}) => {
  const answer = await window.fetch(root + path, {...options, headers: {Accept: 'application/json', ...options.headers}});
  if (answer.ok || answer.status === 409) {
    return answer.json();
  }
  throw new Error({401: 'You have been signed out: load this page again.', 403: 'Your role may not see this.',
    404: 'There is nothing here, or you may not see it.'}[answer.status] || `This could not be loaded (${answer.status}): load this page again.`);
};

const span = (seconds) => {
  const [size, unit] = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']].find(([one]) => seconds >= one) || [1, 's'];
  return `${Math.round(seconds / size)} ${unit}`;
};

const words = (milliseconds) => span(Math.max(0, milliseconds / 1000));

const select = (label, options, change) => {
  const choice = make('select', {}, make('option', {value: ''}, 'any'), ...Object.entries(options).map(([value, name]) => make('option', {value}, name)));
  choice.addEventListener('change', change);
  return [make('label', {}, label, choice), choice];
};

// Calls a view's loader again and again without letting an older answer overwrite a newer one
const newest = () => {
  let asked = 0;
  return async (loading, show, fail) => {
    const mine = ++asked;
    try {
      const answer = await loading();
      if (mine === asked) {
        show(answer);
      }
    } catch (failure) {
      if (mine === asked) {
        fail(failure.message);
      }
    }
  };
};

const stuckCases = {
  id: 'roving-pm-stuck-cases',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render(node) {
    const load = newest();
    const said = make('p', {class: 'said', role: 'status'});
    const list = make('div');
    let token = null;
    const [causeLabel, cause] = select('Why', CAUSES, () => refresh());
    const [ragLabel, rag] = select('RAG', RATINGS, () => refresh());

    const refresh = () => load(() => ask(`/api/stuck?limit=25&cause=${cause.value}&rag=${rag.value}`), show, (problem) => {
      said.textContent = problem;
    });
    const retry = async (stuck) => {
      said.textContent = '';
      try {
        const answer = await ask('/api/stuck/retry', {method: 'POST', body: new URLSearchParams({cause: stuck.cause, id: stuck.id}),
          headers: token ? {[token.header]: token.value} : {}});
        await refresh();
        said.textContent = answer.message;
      } catch (failure) {
        said.textContent = failure.message;
      }
    };
    const actions = (stuck) => {
      const what = ` ${stuck.caseReference || stuck.process || ''}: ${stuck.step || stuck.causeLabel}`;
      const hidden = () => make('span', {class: 'visually-hidden'}, what);
      const mine = make('div', {class: 'actions'});
      if (stuck.mayRetry) {
        const button = make('button', {type: 'button'}, 'Try again', hidden());
        button.addEventListener('click', () => retry(stuck));
        mine.append(button);
      }
      mine.append(make('a', {href: `${root}/stuck/one?${new URLSearchParams({cause: stuck.cause, id: stuck.id})}`}, 'More', hidden()));
      if (stuck.instance) {
        mine.append(make('a', {href: `#/process-instance/${stuck.instance}/runtime`}, 'Instance', hidden()));
      }
      return mine;
    };
    const show = ({stuck, more, token: sent}) => {
      token = sent;
      if (stuck.length === 0) {
        list.replaceChildren(make('p', {}, 'Nothing is stuck that matches your search.'));
        return;
      }
      list.replaceChildren(table('Table of stuck cases', ['RAG', 'Case', 'Why', 'For', 'What to do'], stuck.map((one) => row(
        make('span', {class: `rag ${(one.rag || 'none').toLowerCase()}`}, RATINGS[one.rag] || 'None'),
        make('span', {class: 'unbroken'}, one.caseReference || (one.failures > 1 ? `${one.failures} failures` : 'No case')),
        make('div', {}, make('strong', {}, one.causeLabel), one.step ? `: ${one.step}` : '', one.process ? make('span', {class: 'quiet'}, one.process) : null,
          one.why ? make('span', {class: 'quiet'}, one.why) : null),
        make('span', {class: 'unbroken', title: at(one.since)}, one.late), actions(one)))), make('p', {}, make('a', {href: `${root}/stuck`},
        more ? 'All stuck cases: there are more than these' : 'All stuck cases')));
    };
    node.append(make('section', {class: 'rpm-watch', 'aria-label': 'Stuck cases'}, make('h2', {}, 'Stuck cases'),
      make('div', {class: 'filter'}, causeLabel, ragLabel), said, list));
    refresh();
  }
};

// A tab whose content is loaded page by page
const tab = (id, label, path, priority, show) => ({
  id, pluginPoint: 'cockpit.processInstance.runtime.tab', priority, properties: {label},
  render(node, {processInstanceId}) {
    const load = newest();
    const said = make('p', {class: 'said', role: 'status'});
    const content = make('div');
    let page = 0;
    const go = (to) => load(() => ask(`/api/instances/${encodeURIComponent(processInstanceId)}/${path}?page=${to}`), (answer) => {
      page = to;
      const pages = make('div', {class: 'actions'});
      [[page > 0, 'Earlier', page - 1], [answer.more, 'Later', page + 1]].filter(([there]) => there).forEach(([, name, target]) => {
        const button = make('button', {type: 'button'}, name);
        button.addEventListener('click', () => go(target));
        pages.append(button);
      });
      content.replaceChildren(...show(answer, page), pages);
      said.textContent = page > 0 || answer.more ? `Page ${page + 1}` : '';
    }, (problem) => {
      said.textContent = problem;
    });
    node.append(make('section', {class: 'rpm-watch', 'aria-label': label}, said, content));
    go(0);
  }
});

const caseTimeline = tab('roving-pm-timeline', 'Case timeline', 'timeline', 20, ({caseReference, entries, wholly}) => {
  if (!caseReference) {
    return [make('p', {}, 'This process belongs to no case.')];
  }
  const columns = ['When', 'Who', 'What', ...(wholly ? ['Before', 'After', 'Why'] : [])];
  return [make('h2', {}, `Case ${caseReference}`),
    wholly ? null : make('p', {}, 'What people wrote about the case is on its page, for those who work on it.'),
    table('What happened in the case', columns, entries.map((one) => row(at(one.at), one.who, one.what,
      ...(wholly ? [one.before, one.after, one.why] : []))))].filter((part) => part);
});

const history = tab('roving-pm-history', 'History', 'history', 19, ({steps, variables, failures, messages}, page) => [
  make('h3', {}, 'Steps'),
  steps.length === 0 ? make('p', {}, 'The engine keeps no history of this process.')
    : table('Steps', ['Step', 'Kind', 'Who', 'Began', 'Ended', 'For', 'Outcome'], steps.map((one) => row(one.name, one.kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), one.who, at(one.began),
      at(one.ended), words(new Date(one.ended || Date.now()) - new Date(one.began)), one.outcome))),
  ...(page > 0 ? [] : [
    make('h3', {}, 'Variables'),
    variables.length === 0 ? make('p', {}, 'None.')
      : table('Variables', ['Name', 'Value', 'From', 'Until', 'Step', 'Who'], variables.flatMap(({name, values}) => values.map((one, place) =>
        row(name, one.value, at(one.since), at(values[place + 1]?.since), one.step, one.who)))),
    make('h3', {}, 'Incidents'),
    failures.length === 0 ? make('p', {}, 'None.')
      : table('Incidents', ['Step', 'What failed', 'Began', 'Ended'], failures.map((one) => row(one.step, one.message, at(one.began),
        one.ended ? at(one.ended) : 'lasts'))),
    make('h3', {}, 'Messages'),
    messages.length === 0 ? make('p', {}, 'None.')
      : table('Messages', ['When', 'What', 'Result'], messages.map((one) => row(at(one.at), one.what, one.outcome)))])
]);

const heatMap = {
  id: 'roving-pm-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  async render(viewer, {processDefinitionId}) {
    let heat;
    try {
      heat = await ask(`/api/definitions/${encodeURIComponent(processDefinitionId)}/heat`);
    } catch {
      return; // The diagram is there without it
    }
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    const longest = heat.filter((one) => one.medianSeconds >= 60).sort((a, b) => b.medianSeconds - a.medianSeconds).slice(0, LONGEST);
    heat.filter((one) => elements.get(one.activity)).forEach((one) => {
      const lines = [longest.includes(one) ? 'longest' : null, one.medianSeconds >= 60 ? `half over ${span(one.medianSeconds)}` : null,
        one.waiting > 0 ? `${one.waiting} wait` : null, one.failing > 0 ? `${one.failing} fail` : null].filter((line) => line);
      if (lines.length > 0) {
        overlays.add(one.activity, 'roving-pm-heat', {position: {top: -14 * lines.length - 4, left: 0}, show: {minZoom: 0.4},
          html: make('div', {class: `rpm-heat ${one.failing > 0 ? 'fails' : longest.includes(one) ? 'long' : ''}`}, ...lines.map((line) => make('div', {}, line)))});
      }
    });
  }
};

const menu = {
  id: 'roving-pm-menu',
  pluginPoint: 'cockpit.navigation',
  priority: 10,
  async render(node) {
    (await import(`${root}/js/menu.js`)).default(node, root);
  }
};

export default [stuckCases, caseTimeline, history, heatMap, menu];
