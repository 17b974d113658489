(function () {
  "use strict";

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function words(point) {
    var value = point.value === null ? "–" : point.value;
    return "#" + point.build + ": " + value + (point.verdict === "" ? "" : ", " + point.verdict);
  }

  function options(points) {
    var text = colour("--text-color");
    var line = colour("--blue");
    var held = colour("--red");
    return {
      animation: false,
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      textStyle: { fontFamily: "inherit" },
      tooltip: {
        trigger: "item",
        renderMode: "richText",
        backgroundColor: colour("--background"),
        borderColor: text,
        textStyle: { color: text },
        formatter: function (hover) {
          return words(points[hover.dataIndex]);
        },
      },
      xAxis: {
        type: "category",
        data: points.map(function (point) {
          return "#" + point.build;
        }),
        axisLabel: { color: text },
      },
      yAxis: {
        type: "value",
        scale: true,
        splitNumber: 3,
        axisLabel: { color: text },
        splitLine: { lineStyle: { color: text, opacity: 0.2 } },
      },
      series: [
        {
          type: "line",
          connectNulls: true,
          symbolSize: 8,
          lineStyle: { color: line },
          data: points.map(function (point) {
            return {
              value: point.value,
              symbol: point.held ? "diamond" : "circle",
              symbolSize: point.held ? 11 : 8,
              itemStyle: { color: point.held ? held : line },
            };
          }),
        },
      ],
    };
  }

  function open(point) {
    window.location.assign(point.build + "/azml/");
  }

  /** The keys of a slider go from build to build, and Enter opens one. */
  function steer(plot, points, chart) {
    var last = points.length - 1;
    var at = last;
    var steps = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      Home: -points.length,
      End: points.length,
    };

    function tell() {
      plot.setAttribute("aria-valuenow", points[at].build);
      plot.setAttribute("aria-valuetext", words(points[at]));
    }

    function show() {
      chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: at });
    }

    plot.setAttribute("aria-valuemin", points[0].build);
    plot.setAttribute("aria-valuemax", points[last].build);
    tell();
    plot.addEventListener("focus", show);
    plot.addEventListener("blur", function () {
      chart.dispatchAction({ type: "hideTip" });
    });
    plot.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        open(points[at]);
      } else if (event.key in steps) {
        event.preventDefault();
        at = Math.min(last, Math.max(0, at + steps[event.key]));
        tell();
        show();
      }
    });
  }

  function draw(plot) {
    var points = JSON.parse(plot.dataset.points);
    var chart = echarts.init(plot);
    chart.setOption(options(points));
    chart.on("click", function (event) {
      open(points[event.dataIndex]);
    });
    steer(plot, points, chart);
    new ResizeObserver(function () {
      chart.resize();
    }).observe(plot);
  }

  document.querySelectorAll(".azml-plot").forEach(draw);
})();
