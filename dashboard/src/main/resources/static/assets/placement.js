// Draws the map of all containers: zone, cell, container; 100,000 of them at once. A cell opens with a click.
(function () {
  'use strict';
  const STATES = ['running', 'unknown', 'warning', 'critical', 'failed'];
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  class ContainerMap {
    constructor(element) {
      this.element = element;
      this.canvas = element.querySelector('canvas');
      this.tip = element.querySelector('.tip');
      this.cells = [];
      this.canvas.addEventListener('pointermove', (event) => this.point(event));
      this.canvas.addEventListener('pointerleave', () => { this.tip.hidden = true; });
      this.canvas.addEventListener('click', (event) => this.open(event));
      this.gone = new AbortController();
      document.addEventListener('theme', () => this.draw(), { signal: this.gone.signal });
      this.room = new ResizeObserver(() => this.draw());
      this.room.observe(element);
      this.load();
      this.clock = setInterval(() => { if (!document.hidden) { this.load(); } }, 15000);
    }

    // Lets go of everything that would keep the values of all containers of a map that is no longer shown.
    dispose() {
      this.gone.abort();
      this.room.disconnect();
      clearInterval(this.clock);
      this.work = undefined;
      this.tell(true); // nobody waits for it any more
    }

    tell(good) {
      document.dispatchEvent(new CustomEvent('answered', { detail: { kind: 'map', good } }));
    }

    // What fails is said on the page; the next round asks again, and the map stays as it is.
    async load() {
      let values;
      try {
        const answer = await fetch(this.element.dataset.map, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(20000) });
        values = answer.ok ? await answer.json() : undefined;
      } catch (problem) {
        values = undefined;
      }
      if (this.gone.signal.aborted) {
        return;
      }
      this.tell(values !== undefined);
      if (values) {
        this.values = values;
        this.draw();
      }
    }

    zones() {
      const only = this.element.dataset.zone;
      return this.values.zones.filter((zone) => !only || zone.name === only);
    }

    // The largest tile with which all fits into about one screen.
    tile(width) {
      const cells = this.zones().flatMap((zone) => zone.cells);
      const most = Math.max(1, ...cells.map((cell) => cell.tiles.length / 3));
      const side = Math.ceil(Math.sqrt(most));
      for (let tile = 14; tile > 2; tile--) {
        const box = side * tile + 6;
        const rows = this.zones().reduce((all, zone) => all + Math.ceil(zone.cells.length / Math.max(1, Math.floor(width / box))), 0);
        if (rows * box + this.zones().length * 30 <= 900) {
          return { tile, side, box };
        }
      }
      return { tile: 2, side, box: side * 2 + 6 };
    }

    draw() {
      if (!this.values) {
        return;
      }
      const width = this.element.clientWidth - 24;
      const { tile, side, box } = this.tile(width);
      const columns = Math.max(1, Math.floor(width / box));
      const height = this.zones().reduce((all, zone) => all + 30 + Math.ceil(zone.cells.length / columns) * box, 0);
      this.canvas.style.width = width + 'px';
      this.canvas.style.height = height + 'px';
      this.canvas.width = width * devicePixelRatio;
      this.canvas.height = height * devicePixelRatio;
      const context = this.canvas.getContext('2d');
      context.scale(devicePixelRatio, devicePixelRatio);
      this.paint(context, { tile, side, box, columns });
    }

    paint(context, { tile, side, box, columns }) {
      const byState = this.element.dataset.map.endsWith('=state');
      const colours = byState ? STATES.map(css) : Array.from({ length: 10 }, (one, i) => css('heat-' + i));
      const nothing = css('sunken');
      const line = css('line');
      const find = this.element.dataset.find;
      const found = find ? this.values.apps.map((name) => name.toLowerCase().includes(find)) : null;
      this.cells = [];
      this.shape = { tile, side };
      const work = [];
      let top = 0;
      this.zones().forEach((zone) => {
        context.globalAlpha = 1;
        context.fillStyle = css('text');
        context.font = '600 13px system-ui, sans-serif';
        context.fillText(zone.name, 0, top + 18);
        top += 26;
        zone.cells.forEach((cell, i) => {
          const place = { cell, x: (i % columns) * box, y: top + Math.floor(i / columns) * box, box };
          this.cells.push(place);
          work.push(() => this.paintCell(context, place, { tile, side, byState, colours, nothing, line, found }));
        });
        top += Math.ceil(zone.cells.length / columns) * box + 4;
      });
      this.run(work);
    }

    // Some cells at a time, so that the page answers meanwhile.
    run(work) {
      this.work = work;
      const next = () => {
        const until = performance.now() + 12;
        while (this.work === work && work.length && performance.now() < until) {
          work.shift()();
        }
        if (this.work === work && work.length) {
          setTimeout(next);
        }
      };
      next();
    }

    paintCell(context, { cell, x, y, box }, { tile, side, byState, colours, nothing, line, found }) {
      context.globalAlpha = 1;
      context.strokeStyle = cell.state > 1 ? css(STATES[cell.state]) : line;
      context.lineWidth = cell.state > 1 ? 2 : 1;
      context.strokeRect(x + 0.5, y + 0.5, box - 4, box - 4);
      const { tiles } = cell;
      const paint = (n, size) => {
        const value = tiles[n + 2];
        context.fillStyle = value < 0 ? nothing : colours[value];
        context.globalAlpha = found && !found[tiles[n]] ? 0.12 : byState && value === 0 && !found ? 0.4 : 1;
        context.fillRect(Math.min(x + 2 + (n / 3 % side) * tile, x + box - 4 - size), Math.min(y + 2 + Math.floor(n / 3 / side) * tile, y + box - 4 - size), size, size);
      };
      const small = tile > 3 ? tile - 1 : tile;
      const late = [];
      for (let n = 0; n < tiles.length; n += 3) {
        if (byState && tiles[n + 2] > 1) {
          late.push(n);
        } else {
          paint(n, small);
        }
      }
      // What is not well is drawn last, and large enough to be seen, however many there are.
      late.sort((a, b) => tiles[a + 2] - tiles[b + 2]).forEach((n) => paint(n, Math.max(6, small)));
    }

    at(event) {
      return this.cells.find(({ x, y, box }) => event.offsetX >= x && event.offsetX < x + box && event.offsetY >= y && event.offsetY < y + box);
    }

    point(event) {
      const place = this.at(event);
      this.tip.hidden = !place;
      if (place) {
        const column = Math.floor((event.offsetX - place.x - 2) / this.shape.tile);
        const n = 3 * (Math.floor((event.offsetY - place.y - 2) / this.shape.tile) * this.shape.side + column);
        const tiles = place.cell.tiles;
        const name = column >= 0 && column < this.shape.side && n >= 0 && n < tiles.length ? this.values.apps[tiles[n]] + '[' + tiles[n + 1] + ']' : '';
        this.tip.textContent = place.cell.name + ' · ' + tiles.length / 3 + (name ? ' · ' + name : '');
        this.tip.style.left = Math.min(event.offsetX + 22, this.element.clientWidth - 260) + 'px';
        this.tip.style.top = event.offsetY + 26 + 'px';
      }
    }

    open(event) {
      const place = this.at(event);
      if (place) {
        location.assign('/placement?cell=' + encodeURIComponent(place.cell.id));
      }
    }
  }

  const maps = new Map();
  function look() {
    maps.forEach((map, element) => {
      if (!element.isConnected) {
        map.dispose();
        maps.delete(element);
      }
    });
    document.querySelectorAll('[data-map]').forEach((element) => {
      if (!maps.has(element)) {
        maps.set(element, new ContainerMap(element));
      }
    });
  }
  look();
  document.addEventListener('htmx:load', look);
})();
