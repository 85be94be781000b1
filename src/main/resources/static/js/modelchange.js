// Draws the diagrams of a change and follows the move of running cases. Without it, the page says the same in words.
(() => {
  // Which differences are drawn where: of two versions, and of a packaged one, ours and the packaged one of now
  function isShown(which, side, kind) {
    if (side) {
      return kind === 'removed' ? which === 'base' : which === side;
    }
    return kind === 'changed' || which === (kind === 'added' ? 'after' : 'before');
  }

  const AROUND = 150;

  async function draw(canvas) {
    const viewer = new BpmnJS({container: canvas});
    const answer = await fetch(canvas.dataset.diagram);
    await viewer.importXML(await answer.text());
    const svg = canvas.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', `Diagram of ${canvas.dataset.title}`);
    return {canvas, drawing: viewer.get('canvas'), elements: viewer.get('elementRegistry')};
  }

  // Marks the elements that differ, and returns the part of the drawing they are in
  function colour({canvas, drawing, elements}) {
    const which = canvas.dataset.diagram.split('/').pop();
    const marked = [...canvas.closest('.comparison').querySelectorAll('[data-element]')]
      .filter(({dataset, parentElement}) => isShown(which, parentElement.dataset.side, dataset.kind))
      .map(({dataset}) => ({shape: elements.get(dataset.element), kind: dataset.kind}))
      .filter(({shape}) => shape?.parent);
    marked.forEach(({shape, kind}) => drawing.addMarker(shape, `different-${kind}`));
    return marked.flatMap(({shape}) => shape.waypoints ?? [shape, {x: shape.x + shape.width, y: shape.y + shape.height}]);
  }

  function look({canvas, drawing}, change) {
    const whole = () => drawing.zoom('fit-viewport', 'auto');
    const closer = () => change ? drawing.viewbox(change) : whole();
    closer();
    new ResizeObserver(() => {
      drawing.resized();
      closer();
    }).observe(canvas);
    const buttons = canvas.parentElement.querySelector('.zoom');
    buttons.hidden = false;
    buttons.addEventListener('click', event => {
      const ways = {change: closer, whole, in: () => drawing.zoom(drawing.zoom() * 1.25), out: () => drawing.zoom(drawing.zoom() * 0.8)};
      ways[event.target.closest('button')?.dataset.zoom]?.();
    });
    canvas.dataset.drawn = 'yes';
  }

  // All drawings of a comparison open at the same place, where something differs
  async function compare(comparison) {
    const drawn = await Promise.all([...comparison.querySelectorAll('[data-diagram]')].map(draw));
    const points = drawn.flatMap(colour);
    const [xs, ys] = ['x', 'y'].map(axis => points.map(point => point[axis]));
    const change = points.length > 0 && {
      x: Math.min(...xs) - AROUND,
      y: Math.min(...ys) - AROUND,
      width: Math.max(...xs) - Math.min(...xs) + 2 * AROUND,
      height: Math.max(...ys) - Math.min(...ys) + 2 * AROUND
    };
    drawn.forEach(one => look(one, change));
  }

  async function follow() {
    const moves = document.getElementById('moves');
    if (moves?.dataset.underWay) {
      await new Promise(wait => {
        setTimeout(wait, 2000);
      });
      const page = await fetch(moves.querySelector('a').href);
      const fresh = page.ok && new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('moves');
      if (fresh && !moves.contains(document.activeElement)) {
        // Whatever is open stays open, and keeps the focus
        moves.querySelectorAll('details').forEach((opened, at) => fresh.querySelectorAll('details')[at].open ||= opened.open);
        moves.replaceWith(document.adoptNode(fresh));
      }
      follow();
    }
  }

  document.querySelectorAll('.comparison').forEach(compare);
  follow();
})();
