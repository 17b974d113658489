def call(Map given, Closure body) {
    steps.timeout(time: 3, unit: 'SECONDS') { body() }
}
