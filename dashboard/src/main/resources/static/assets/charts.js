// Draws the charts of a target: lines, limits, alarms on the time axis, one crosshair for all, drag to zoom.
(function () {
  'use strict';
  const zone = document.body.dataset.zone;
  const COLOURS = [['#3b5bfd', '#8aa0ff'], ['#0d9488', '#2dd4bf'], ['#b45309', '#fbbf24'], ['#be185d', '#f472b6'], ['#6d28d9', '#c4b5fd'], ['#4d7c0f', '#a3e635'], ['#0369a1', '#38bdf8'], ['#9f1239', '#fb7185'], ['#475569', '#94a3b8']];
  const style = () => getComputedStyle(document.documentElement);
  const css = (name) => style().getPropertyValue('--' + name).trim();
  const dark = () => style().colorScheme.includes('dark');
  const clock = (options) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...options });
  const MINUTE = clock({ hour: '2-digit', minute: '2-digit' });
  const DAY = clock({ month: '2-digit', day: '2-digit' });
  const FULL = clock({ dateStyle: 'short', timeStyle: 'medium' });

  function say(unit, value) {
    if (value === null || value === undefined) {
      return '–';
    }
    if (unit === 'percent') {
      return value.toFixed(1) + '%';
    }
    if (unit === 'bytes' || unit === 'bytesPerSecond') {
      const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
      let i = 0;
      while (Math.abs(value) >= 1024 && i < names.length - 1) {
        value /= 1024;
        i++;
      }
      return value.toFixed(i === 0 || value >= 100 ? 0 : 1) + ' ' + names[i] + (unit === 'bytes' ? '' : '/s');
    }
    const text = Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
    return unit === 'perSecond' ? text + '/s' : text;
  }

  // Steps of time at which people read a clock.
  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 5760, 10080].map((minutes) => minutes * 60000);
  function ticks(from, to) {
    const step = STEPS.find((one) => (to - from) / one <= 7) || STEPS[STEPS.length - 1];
    const shift = offset(from);
    const first = Math.ceil((from + shift) / step) * step - shift;
    const all = [];
    for (let at = first; at <= to; at += step) {
      all.push({ value: at });
    }
    return all;
  }
  function offset(at) {
    const parts = {};
    clock({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(new Date(at)).forEach((part) => { parts[part.type] = +part.value; });
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) - Math.floor(at / 60000) * 60000;
  }

  const drawings = {
    id: 'drawings',
    beforeDatasetsDraw(chart, args, options) {
      const { ctx, chartArea: area, scales: { x, y } } = chart;
      ctx.save();
      (options.marks || []).forEach((mark) => {
        const colour = css(mark.severity === 'fail' ? 'failed' : mark.severity);
        const left = Math.max(area.left, x.getPixelForValue(mark.from));
        const right = Math.min(area.right, x.getPixelForValue(mark.to || options.to));
        ctx.fillStyle = colour;
        ctx.globalAlpha = 0.1;
        ctx.fillRect(left, area.top, Math.max(2, right - left), area.bottom - area.top);
        ctx.globalAlpha = 1;
        ctx.fillRect(left, area.bottom - 3, Math.max(3, right - left), 3);
      });
      (options.limits || []).forEach((limit) => {
        const at = y.getPixelForValue(limit.value);
        if (at >= area.top && at <= area.bottom) {
          ctx.strokeStyle = css(limit.severity);
          ctx.setLineDash(limit.severity === 'critical' ? [] : [5, 4]);
          ctx.lineWidth = 1;
          ctx.beginPath();
          ctx.moveTo(area.left, at);
          ctx.lineTo(area.right, at);
          ctx.stroke();
        }
      });
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea: area } = chart;
      const board = chart.board;
      if (!board) {
        return; // drawn for the first time, within its constructor
      }
      ctx.save();
      if (board.cursor !== null) {
        const at = chart.scales.x.getPixelForValue(board.cursor);
        ctx.strokeStyle = css('faint');
        ctx.beginPath();
        ctx.moveTo(at, area.top);
        ctx.lineTo(at, area.bottom);
        ctx.stroke();
      }
      if (board.drag) {
        const [from, to] = board.drag.map((value) => chart.scales.x.getPixelForValue(value));
        ctx.fillStyle = css('accent');
        ctx.globalAlpha = 0.16;
        ctx.fillRect(Math.min(from, to), area.top, Math.abs(to - from), area.bottom - area.top);
      }
      ctx.restore();
    },
  };

  class Board {
    constructor(element) {
      this.element = element;
      this.charts = new Map();
      this.cursor = null;
      this.drag = null;
      this.load();
      if (element.dataset.live === 'true') {
        setInterval(() => { if (!document.hidden && !this.drag) { this.load(); } }, 30000);
      }
      document.addEventListener('theme', () => { if (this.values) { this.draw(this.values); } });
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { if (this.values) { this.draw(this.values); } });
    }

    async load() {
      try {
        const answer = await fetch(this.element.dataset.board, { headers: { Accept: 'application/json' } });
        if (answer.status === 401) {
          location.reload();
          return;
        }
        if (answer.ok) {
          this.values = await answer.json();
          this.draw(this.values);
        }
      } catch (problem) {
        // The next round asks again; the charts stay as they are.
      }
    }

    draw(values) {
      const note = this.element.querySelector('[data-away]');
      note.hidden = !values.away;
      note.textContent = values.away;
      values.charts.forEach((one) => {
        const figure = this.element.querySelector('[data-chart="' + one.id + '"]');
        if (figure) {
          this.drawOne(figure, one, values);
        }
      });
    }

    drawOne(figure, one, values) {
      const empty = one.lines.every((line) => line.values.every((value) => value === null));
      figure.querySelector('[data-empty]').hidden = !empty;
      const shown = one.lines.length;
      const datasets = one.lines.map((line, i) => {
        const colour = COLOURS[i % COLOURS.length][dark() ? 1 : 0];
        const main = i === 0 || one.id !== 'cpu' || line.name.startsWith('#');
        return { label: line.name, data: line.values, borderColor: colour, backgroundColor: colour + '1c', borderWidth: main ? 1.6 : 0.8, fill: shown === 1, pointRadius: 0, pointHitRadius: 0, spanGaps: false, tension: 0 };
      });
      const known = this.charts.get(one.id);
      if (known) {
        known.destroy();
      }
      const chart = new window.Chart(figure.querySelector('canvas'), this.options(one, values, datasets));
      chart.board = this;
      chart.one = one;
      this.charts.set(one.id, chart);
      this.legend(figure, one, null);
      if (!figure.bound) {
        figure.bound = true;
        this.bind(figure, one.id);
      }
    }

    options(one, values, datasets) {
      const most = Math.max(0, ...one.lines.flatMap((line) => line.values.filter((value) => value !== null)));
      const wanted = one.unit === 'percent' ? Math.max(100, most) : undefined;
      return {
        type: 'line',
        data: { labels: values.times, datasets },
        plugins: [drawings],
        options: {
          animation: false, responsive: true, maintainAspectRatio: false, normalized: true, events: [],
          layout: { padding: { top: 6 } },
          plugins: { legend: { display: false }, tooltip: { enabled: false }, drawings: { limits: one.limits, marks: values.marks, to: values.to } },
          scales: {
            x: { type: 'linear', min: values.from, max: values.to, grid: { display: false }, border: { color: css('line') },
              afterBuildTicks: (axis) => { axis.ticks = ticks(values.from, values.to); },
              ticks: { color: css('faint'), font: { size: 11 }, maxRotation: 0, autoSkip: false, callback: (at) => (values.to - values.from > 2 * 86400000 ? DAY : MINUTE).format(new Date(at)) } },
            y: { beginAtZero: true, max: wanted, suggestedMax: one.unit === 'percent' ? undefined : 1, grid: { color: css('line'), drawTicks: false }, border: { display: false },
              ticks: { color: css('faint'), font: { size: 11 }, maxTicksLimit: 5, padding: 6, callback: (value) => say(one.unit, value).replace(/\.0+(?!\d)/, '') } },
          },
        },
      };
    }

    bind(figure, id) {
      const canvas = figure.querySelector('canvas');
      const at = (event) => {
        const { scales: { x } } = this.charts.get(id);
        return Math.min(x.max, Math.max(x.min, x.getValueForPixel(event.offsetX)));
      };
      canvas.addEventListener('pointermove', (event) => {
        this.point(at(event));
        if (this.drag) {
          this.drag[1] = at(event);
        }
      });
      canvas.addEventListener('pointerdown', (event) => {
        if (event.pointerType === 'mouse') {
          this.drag = [at(event), at(event)];
        }
      });
      canvas.addEventListener('pointerup', () => this.zoom());
      canvas.addEventListener('pointerleave', () => {
        this.drag = null;
        this.point(null);
      });
    }

    point(value) {
      this.cursor = value;
      this.charts.forEach((chart, id) => {
        chart.draw();
        this.legend(this.element.querySelector('[data-chart="' + id + '"]'), chart.one, value);
      });
    }

    legend(figure, one, cursor) {
      const legend = figure.querySelector('[data-legend]');
      const times = this.values.times;
      let index = -1;
      if (cursor !== null && times.length > 1) {
        index = Math.min(times.length - 1, Math.max(0, Math.floor((cursor - times[0]) / (times[1] - times[0]))));
      }
      const parts = one.lines.slice(0, 3).map((line, i) => {
        const part = document.createElement('span');
        const key = document.createElement('i');
        key.style.background = COLOURS[i % COLOURS.length][dark() ? 1 : 0];
        const value = document.createElement('b');
        const last = index >= 0 ? line.values[index] : line.values.findLast((one) => one !== null);
        value.textContent = say(one.unit, last);
        part.append(key, line.name + ' ', value);
        return part;
      });
      if (index >= 0) {
        const time = document.createElement('span');
        time.textContent = FULL.format(new Date(times[index])).slice(5);
        parts.unshift(time);
      }
      legend.replaceChildren(...parts);
      const said = one.lines.slice(0, 4).map((line) => line.name + ' ' + say(one.unit, line.values.findLast((value) => value !== null))).join(', ');
      figure.querySelector('canvas').setAttribute('aria-label', figure.querySelector('h3').textContent + ': ' + said);
    }

    zoom() {
      const drag = this.drag;
      this.drag = null;
      if (drag && Math.abs(drag[1] - drag[0]) > 60000) {
        const address = new URL(location.href);
        address.searchParams.delete('range');
        address.searchParams.set('from', new Date(Math.min(...drag)).toISOString());
        address.searchParams.set('to', new Date(Math.max(...drag)).toISOString());
        location.assign(address);
      }
    }
  }

  document.querySelectorAll('[data-board]').forEach((element) => new Board(element));
})();
