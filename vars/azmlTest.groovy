import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlTest', new Named(this).of('azmlTest', 'tests', given))
}
