(function () {
  "use strict";

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function tip(point) {
    return "#" + point.build + ": " + point.value + (point.verdict === "" ? "" : ", " + point.verdict);
  }

  function options(points) {
    var text = colour("--text-color-secondary");
    var line = colour("--blue");
    var held = colour("--red");
    return {
      animation: false,
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      textStyle: { fontFamily: "inherit" },
      tooltip: {
        trigger: "item",
        renderMode: "richText",
        formatter: function (hover) {
          return tip(points[hover.dataIndex]);
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
          symbol: "circle",
          symbolSize: 8,
          lineStyle: { color: line },
          data: points.map(function (point) {
            return { value: point.value, itemStyle: { color: point.held ? held : line } };
          }),
        },
      ],
    };
  }

  function draw(plot) {
    var points = JSON.parse(plot.dataset.points);
    var chart = echarts.init(plot);
    chart.setOption(options(points));
    chart.on("click", function (event) {
      window.location.assign(points[event.dataIndex].build + "/azml/");
    });
    new ResizeObserver(function () {
      chart.resize();
    }).observe(plot);
  }

  document.querySelectorAll(".azml-plot").forEach(draw);
})();
