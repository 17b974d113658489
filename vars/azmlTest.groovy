import io.jenkins.plugins.azml.Delegation

def call(Map arguments = [:]) {
    new Delegation(this).step('azmlTest', arguments)
}
