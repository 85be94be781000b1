// Gives names and roles to elements that Tasklist 7.24 leaves without, for which screen readers would only say "button".
const NAMES = {
  '.region-toggle[data-region="filters"]': 'Show or hide the lists',
  '.region-toggle[data-region="list"]': 'Show or hide the tasks of the list',
  '.region-toggle[data-region="task"]': 'Show or hide the task',
  'button.maximize': 'Show the task alone',
  'button.reset-regions': 'Show all columns',
  '[cam-widget-search] button.dropdown-toggle': 'Saved searches',
  'a.dropdown-toggle:has(.glyphicon-plus-sign)': 'Add sorting',
  '.shutter a': 'Show more or less of the task'
};
const ROLES = {
  '[cam-widget-header]': ['banner'],
  '.three-cols-layout .column-left': ['navigation', 'Lists of tasks'],
  '.three-cols-layout .column-center': ['region', 'Tasks of the list'],
  '.three-cols-layout .column-right': ['main']
};

function give(node, attribute, value) {
  if (value && node.getAttribute(attribute) !== value) {
    node.setAttribute(attribute, value);
  }
}

function mend() {
  Object.entries(NAMES).forEach(([where, name]) => document.querySelectorAll(where).forEach((node) => give(node, 'aria-label', name)));
  Object.entries(ROLES).forEach(([where, [role, name]]) => document.querySelectorAll(where).forEach((node) => {
    give(node, 'role', role);
    give(node, 'aria-label', name);
  }));
  // A symbol gets its tooltip as its name
  document.querySelectorAll('a[href]:not([aria-label]), button:not([aria-label])').forEach((node) => {
    if (!node.textContent.trim() && !node.closest('.fjs-container')) {
      const told = node.hasAttribute('uib-tooltip') ? node : node.querySelector('[uib-tooltip]');
      give(node, 'aria-label', told ? told.getAttribute('uib-tooltip') : node.title);
    }
  });
  // A phone shows the keys that a number needs
  document.querySelectorAll('.fjs-form-field-number input').forEach((node) => give(node, 'inputmode', 'decimal'));
  // A field that offers what to search for says so, and where
  document.querySelectorAll('input[aria-autocomplete="list"]:not(.fjs-container *)').forEach((node) => {
    give(node, 'role', 'combobox');
    give(node, 'aria-controls', node.getAttribute('aria-owns'));
    give(node, 'aria-label', node.placeholder);
  });
  document.querySelectorAll('.modal[role="dialog"]').forEach((node) => {
    const title = node.querySelector('.modal-title, .modal-header h3');
    if (title) {
      title.id = title.id || 'title-of-dialogue';
      give(node, 'aria-labelledby', title.id);
    }
  });
  document.querySelectorAll('.task-card .definition-name h4').forEach((node) => give(node, 'aria-level', '3'));
  document.querySelectorAll('.tasks-list h4.task').forEach((node) => give(node, 'aria-level', '3'));
  document.querySelectorAll('.tasks-list h6.process-definition, .tasks-list h5.assignee').forEach((node) => give(node, 'aria-level', '4'));
  document.querySelectorAll('.task-filters h4.name').forEach((node) => give(node, 'aria-level', '2'));
}

// Runs once a frame, however much changes at once
let waiting = false;
function mendSoon() {
  if (!waiting) {
    waiting = true;
    window.requestAnimationFrame(() => {
      waiting = false;
      mend();
    });
  }
}

new MutationObserver(mendSoon).observe(document.body, { childList: true, subtree: true });
mendSoon();
