import io.jenkins.plugins.azml.Delegation

def call(Map handle = [:]) {
    new Delegation(this).step('azmlResume', handle)
}
