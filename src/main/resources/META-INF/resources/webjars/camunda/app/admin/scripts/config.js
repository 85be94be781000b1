import '../../../../js/webapps.js';

export default {
  app: { name: 'Admin', vendor: 'Roving PM' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm',
    short: 'DD/MM/YYYY'
  },
  disableWelcomeMessage: true
};
