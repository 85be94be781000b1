// Draws the diagrams of a change and follows the move of running cases. The page says the same in words without it.
(() => {
  const shownIn = {base: [], before: ['removed', 'changed'], after: ['added', 'changed']};

  async function draw(canvas) {
    const viewer = new BpmnJS({container: canvas});
    const answer = await fetch(canvas.dataset.diagram);
    await viewer.importXML(await answer.text());
    const drawing = viewer.get('canvas');
    drawing.zoom('fit-viewport', 'auto');
    colour(canvas, viewer);
    const svg = canvas.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', `Diagram of ${canvas.dataset.title}`);
    canvas.dataset.drawn = 'yes';
    const buttons = canvas.parentElement.querySelector('.zoom');
    buttons.hidden = false;
    buttons.addEventListener('click', event => {
      const way = event.target.closest('button')?.dataset.zoom;
      if (way === 'fit') {
        drawing.zoom('fit-viewport', 'auto');
      } else if (way) {
        drawing.zoom(drawing.zoom() * (way === 'in' ? 1.25 : 0.8));
      }
    });
  }

  function colour(canvas, viewer) {
    const which = canvas.dataset.diagram.split('/').pop();
    canvas.closest('.comparison').querySelectorAll('[data-element]').forEach(difference => {
      const {element, kind} = difference.dataset;
      const shape = viewer.get('elementRegistry').get(element);
      if (shape && shape.parent && shownIn[which].includes(kind)) {
        viewer.get('canvas').addMarker(element, `different-${kind}`);
      }
    });
  }

  async function follow() {
    const moves = document.getElementById('moves');
    if (moves?.dataset.underWay) {
      await new Promise(wait => setTimeout(wait, 2000));
      const page = await fetch(location.pathname);
      const fresh = page.ok && new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('moves');
      if (fresh) {
        moves.replaceWith(document.adoptNode(fresh));
        follow();
      }
    }
  }

  document.querySelectorAll('[data-diagram]').forEach(canvas => draw(canvas));
  follow();
})();
