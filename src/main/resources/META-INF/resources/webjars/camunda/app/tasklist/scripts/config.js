import '../../../../js/webapps.js';
import '../../../../js/drafts.js';
import '../../../../js/plan-estimate.js';
import '../../../../js/one-column.js';
import '../../../../js/tasklist.js';
import '../../../../js/tasklist-names.js';
import '../../../../js/tasklist-counts.js';

export default {
  app: { name: 'Tasks', vendor: 'Roving PM' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm',
    short: 'DD/MM/YYYY'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'takes the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first list of tasks' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the list of what can be started' }
  }
};
