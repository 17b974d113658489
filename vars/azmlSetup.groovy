import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlSetup', new Named(this).of('azmlSetup', 'folder', given))
}
