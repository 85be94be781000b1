import '../../../../js/webapps.js';

export default {
  app: { name: 'Your account', vendor: 'Roving PM' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm',
    short: 'DD/MM/YYYY'
  },
  links: [],
  disableWelcomeMessage: true
};
