// Says beside each of Tasklist's lists how many tasks it has: Tasklist itself counts the open one alone.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const A_MINUTE = 60000;
const SOON = 3000;

let counts = new Map();

function showCounts() {
  document.querySelectorAll('.task-filters h4.name a').forEach((link) => {
    const name = [...link.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim();
    const text = counts.get(name) || '';
    const shown = link.querySelector('.roving-pm-count') || link.appendChild(Object.assign(document.createElement('span'), { className: 'roving-pm-count' }));
    if (shown.textContent !== text) {
      shown.textContent = text;
    }
  });
}

let asked = 0;
async function count() {
  if (document.hidden || Date.now() - asked < SOON) {
    return;
  }
  asked = Date.now();
  const answer = await fetch(`${root}/api/task-lists`, { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
  if (answer && answer.ok) {
    const lists = await answer.json();
    counts = new Map(lists.map((list) => [list.name, `(${list.count})`]));
    showCounts();
  }
}

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    window.requestAnimationFrame(() => {
      waiting = false;
      showCounts();
    });
  }
}).observe(document.body, { childList: true, subtree: true });
window.addEventListener('roving-pm:address', count);
document.addEventListener('visibilitychange', count);
window.setInterval(count, A_MINUTE);
count();
