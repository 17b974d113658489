def call(Map given, Closure body) {
    steps.timeout(time: 1, unit: 'SECONDS') { body() }
}
