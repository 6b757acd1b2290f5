// Draws the charts of a target: lines, limits, alarms on the time axis; one crosshair and one choice of time for all of
// them and for the log lines beside them.
(function () {
  'use strict';
  const zone = document.body.dataset.zone;
  const COLOURS = [['#3b5bfd', '#8aa0ff'], ['#0d9488', '#2dd4bf'], ['#b45309', '#fbbf24'], ['#be185d', '#f472b6'], ['#6d28d9', '#c4b5fd'], ['#4d7c0f', '#a3e635'], ['#0369a1', '#38bdf8'], ['#9f1239', '#fb7185'], ['#475569', '#94a3b8']];
  const style = () => getComputedStyle(document.documentElement);
  const css = (name) => style().getPropertyValue('--' + name).trim();
  const dark = () => style().colorScheme.includes('dark');
  const colour = (i) => COLOURS[i % COLOURS.length][dark() ? 1 : 0];
  const clock = (options) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...options });
  const MINUTE = clock({ hour: '2-digit', minute: '2-digit' });
  const DAY = clock({ month: '2-digit', day: '2-digit' });
  const FULL = clock({ dateStyle: 'short', timeStyle: 'medium' });
  const BYTES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

  function say(unit, value) {
    if (value === null || value === undefined) {
      return '–';
    }
    if (unit === 'percent') {
      return value.toFixed(1) + '%';
    }
    if (unit === 'bytes' || unit === 'bytesPerSecond') {
      let i = 0;
      while (Math.abs(value) >= 1024 && i < BYTES.length - 1) {
        value /= 1024;
        i++;
      }
      return value.toFixed(i === 0 || value >= 100 ? 0 : 1) + ' ' + BYTES[i] + (unit === 'bytes' ? '' : '/s');
    }
    const text = Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : value === 0 ? '0' : value.toFixed(2);
    return unit === 'perSecond' ? text + '/s' : text;
  }

  // Steps at which people read a clock, and scales: powers of two for bytes.
  const TIMES = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000, 604800];
  const BINARY = Array.from({ length: 42 }, (one, i) => 2 ** i);
  const DECIMAL = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 1e7, 1e8, 1e9];

  // Limits as lines, alarms as shades and as bars on the time axis.
  function drawings(board, one) {
    return {
      hooks: {
        drawClear: [(plot) => {
          const { ctx, bbox: { left, top, width, height } } = plot;
          ctx.save();
          board.values.marks.forEach((mark) => {
            const from = Math.max(left, plot.valToPos(mark.from / 1000, 'x', true));
            const to = Math.min(left + width, plot.valToPos((mark.to || board.values.to) / 1000, 'x', true));
            const wide = Math.max(3, to - from);
            ctx.fillStyle = css(mark.severity === 'fail' ? 'failed' : mark.severity);
            ctx.globalAlpha = 0.09;
            ctx.fillRect(from, top, wide, height);
            ctx.globalAlpha = 1;
            ctx.fillRect(from, top + height - 3 * devicePixelRatio, wide, 3 * devicePixelRatio);
          });
          ctx.restore();
        }],
        draw: [(plot) => {
          const { ctx, bbox: { left, top, width, height } } = plot;
          ctx.save();
          one.limits.forEach((limit) => {
            const at = Math.round(plot.valToPos(limit.value, 'y', true));
            if (at >= top && at <= top + height) {
              ctx.strokeStyle = css(limit.severity);
              ctx.setLineDash(limit.severity === 'critical' ? [] : [5 * devicePixelRatio, 4 * devicePixelRatio]);
              ctx.lineWidth = devicePixelRatio;
              ctx.beginPath();
              ctx.moveTo(left, at);
              ctx.lineTo(left + width, at);
              ctx.stroke();
              const above = limit.severity === 'critical';
              ctx.fillStyle = css(limit.severity);
              ctx.font = 10 * devicePixelRatio + 'px system-ui, sans-serif';
              ctx.textAlign = 'left';
              ctx.textBaseline = above ? 'bottom' : 'top';
              ctx.fillText(say(one.unit, limit.value).replace('.0', ''), left + 3 * devicePixelRatio, at + (above ? -1 : 2) * devicePixelRatio);
            }
          });
          ctx.restore();
        }],
      },
    };
  }

  class Board {
    constructor(element) {
      this.element = element;
      this.plots = new Map();
      this.sync = window.uPlot.sync('board');
      this.load();
      if (element.dataset.live === 'true') {
        setInterval(() => { if (!document.hidden && !this.chosen) { this.load(); } }, 30000);
      }
      const again = () => { if (this.values) { this.draw(true); } };
      document.addEventListener('theme', again);
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
      new ResizeObserver(() => this.plots.forEach((plot) => plot.setSize(this.size(plot.figure)))).observe(element);
      document.querySelector('[data-choice-clear]')?.addEventListener('click', () => this.choose(null));
      document.querySelector('[data-choice-zoom]')?.addEventListener('click', () => this.zoom());
    }

    // What fails is said on the page; it is asked again, and the charts stay as they are.
    async load() {
      let values;
      try {
        const answer = await fetch(this.element.dataset.board, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(20000) });
        if (answer.status === 401) {
          document.dispatchEvent(new CustomEvent('session-over'));
          return;
        }
        values = answer.ok ? await answer.json() : undefined;
      } catch (problem) {
        values = undefined;
      }
      document.dispatchEvent(new CustomEvent('answered', { detail: { kind: 'charts', good: values !== undefined } }));
      if (values) {
        this.values = values;
        this.draw(false);
      } else if (this.element.dataset.live !== 'true') {
        setTimeout(() => this.load(), 15000);
      }
    }

    draw(anew) {
      const note = this.element.querySelector('[data-away]');
      note.hidden = !this.values.away;
      note.textContent = this.values.away;
      this.values.charts.forEach((one) => {
        const figure = this.element.querySelector('[data-chart="' + one.id + '"]');
        if (figure) {
          this.drawOne(figure, one, anew);
        }
      });
    }

    drawOne(figure, one, anew) {
      figure.querySelector('[data-empty]').hidden = one.lines.some((line) => line.values.some((value) => value !== null));
      const data = [this.values.times.map((time) => time / 1000), ...one.lines.map((line) => line.values)];
      const known = this.plots.get(one.id);
      if (known && !anew && known.series.length === data.length && known.names === names(one)) {
        known.one = one;
        known.board = this;
        known.setData(data, true);
      } else {
        known?.destroy();
        const plot = new window.uPlot(this.options(figure, one), data, figure.querySelector('.plot'));
        plot.figure = figure;
        plot.one = one;
        plot.names = names(one);
        this.plots.set(one.id, plot);
      }
      this.legend(figure, one, null);
    }

    size(figure) {
      const room = figure.querySelector('.plot');
      return { width: Math.max(80, room.clientWidth - 16), height: Math.max(80, room.clientHeight - 10) };
    }

    options(figure, one) {
      const bytes = one.unit.startsWith('bytes');
      const axis = { stroke: css('faint'), font: '11px system-ui, sans-serif', ticks: { show: false } };
      return {
        ...this.size(figure), legend: { show: false }, padding: [6, 8, 0, 0], plugins: [drawings(this, one)],
        cursor: { sync: { key: 'board', setSeries: false }, y: false, points: { size: 5 }, drag: { x: true, y: false, setScale: false } },
        scales: {
          x: { time: true, range: () => [this.values.from / 1000, this.values.to / 1000] },
          y: { range: (plot, least, most) => [0, one.unit === 'percent' ? Math.max(100, most || 0) : Math.max(bytes ? 1024 : 1, (most || 0) * 1.08)] },
        },
        axes: [
          { ...axis, grid: { show: false }, border: { show: true, stroke: css('line'), width: 1 }, space: 56, size: 26, gap: 4, incrs: TIMES, splits: (plot, i, from, to, step) => ticks(from, to, step), values: (plot, all) => all.map((at) => (this.values.to - this.values.from > 2 * 86400000 ? DAY : MINUTE).format(new Date(at * 1000))) },
          { ...axis, grid: { stroke: css('line'), width: 1 }, space: 36, size: bytes ? 74 : 48, gap: 6, incrs: bytes ? BINARY : DECIMAL, values: (plot, all) => all.map((value) => say(one.unit, value).replace(/\.0+(?!\d)/, '').replace(/(\.\d)0(?!\d)/, '$1')) },
        ],
        series: [{}, ...one.lines.map((line, i) => ({ label: line.name, stroke: colour(i), fill: one.lines.length === 1 ? colour(i) + '1c' : undefined, width: i === 0 || one.id !== 'cpu' || line.name.startsWith('#') ? 1.6 : 0.8, points: { show: false, filter: alone, size: 5, fill: colour(i) } }))],
        hooks: {
          setCursor: [(plot) => this.point(plot)],
          setSelect: [(plot) => { if (plot.select.width > 4 && !this.telling) { this.choose([plot.posToVal(plot.select.left, 'x') * 1000, plot.posToVal(plot.select.left + plot.select.width, 'x') * 1000]); } }],
        },
      };
    }

    point(plot) {
      if (plot.one) {
        this.legend(plot.figure, plot.one, plot.cursor.idx ?? null);
      }
    }

    legend(figure, one, index) {
      const legend = figure.querySelector('[data-legend]');
      // where somebody points changes the values, not the height
      legend.style.height = index === null ? '' : legend.offsetHeight + 'px';
      const parts = one.lines.slice(0, 6).map((line, i) => {
        const part = document.createElement('span');
        const key = document.createElement('i');
        key.style.background = colour(i);
        const value = document.createElement('b');
        value.textContent = say(one.unit, index !== null ? line.values[index] : line.values.findLast((one) => one !== null));
        part.append(key, line.name + ' ', value);
        return part;
      });
      if (one.lines.length > parts.length) {
        const rest = document.createElement('span');
        rest.textContent = '+' + (one.lines.length - parts.length);
        parts.push(rest);
      }
      figure.querySelector('h2').dataset.at = index === null ? '' : FULL.format(new Date(this.values.times[index])).slice(5);
      legend.replaceChildren(...parts);
      if (index === null) {
        const said = one.lines.slice(0, 4).map((line) => line.name + ' ' + say(one.unit, line.values.findLast((value) => value !== null))).join(', ');
        figure.querySelector('.plot').setAttribute('aria-label', figure.querySelector('h2').textContent + ': ' + said);
      }
    }

    // One choice of time: shown in every chart, and the log lines beside them are those of it.
    choose(choice) {
      this.chosen = choice && [Math.round(Math.min(...choice)), Math.round(Math.max(...choice))];
      this.telling = true;
      this.plots.forEach((plot) => {
        const [left, right] = this.chosen ? this.chosen.map((at) => plot.valToPos(at / 1000, 'x')) : [0, 0];
        plot.setSelect({ left, width: right - left, top: 0, height: this.chosen ? plot.over.clientHeight : 0 }, false);
      });
      this.telling = false;
      const bar = document.querySelector('[data-choice]');
      if (bar) {
        bar.hidden = !this.chosen;
        bar.querySelector('[data-choice-text]').textContent = this.chosen ? this.chosen.map((at) => FULL.format(new Date(at))).join(' – ') : '';
      }
      const lines = document.querySelector('[data-lines]');
      if (lines && window.htmx) {
        const usual = lines.dataset.lines;
        const address = this.chosen ? usual.replace(/&?(range|from|to)=[^&]*/g, '') + '&from=' + new Date(this.chosen[0]).toISOString() + '&to=' + new Date(this.chosen[1]).toISOString() : usual;
        lines.setAttribute('hx-get', address);
        window.htmx.ajax('GET', address, { target: lines, swap: 'innerHTML' });
        const search = document.querySelector('[data-lines-all]');
        search.href = address.replace('/log/panel', '/log');
      }
    }

    zoom() {
      const address = new URL(location.href);
      address.searchParams.delete('range');
      address.searchParams.set('from', new Date(this.chosen[0]).toISOString());
      address.searchParams.set('to', new Date(this.chosen[1]).toISOString());
      location.assign(address);
    }
  }

  // Values with none beside them make no line; old ones are kept further apart than the chart's times.
  function alone(plot, i) {
    const values = plot.data[i];
    const found = [...values.keys()].filter((at) => (values[at] ?? null) !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null);
    return found.length ? found : null;
  }

  function names(one) {
    return one.lines.map((line) => line.name).join('\n');
  }

  function ticks(from, to, step) {
    const shift = offset(from * 1000) / 1000;
    const all = [];
    for (let at = Math.ceil((from + shift) / step) * step - shift; at <= to; at += step) {
      all.push(at);
    }
    return all;
  }

  // How far the viewer's zone is ahead of UTC, in milliseconds.
  function offset(at) {
    const parts = {};
    clock({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(new Date(at)).forEach((part) => { parts[part.type] = +part.value; });
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) - Math.floor(at / 60000) * 60000;
  }

  document.querySelectorAll('[data-board]').forEach((element) => new Board(element));
})();
