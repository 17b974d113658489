import io.jenkins.plugins.azml.GoldenPath

def call(Map config = [:]) {
    new GoldenPath(this, config).run()
}
