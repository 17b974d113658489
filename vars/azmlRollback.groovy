import io.jenkins.plugins.azml.Delegation
import io.jenkins.plugins.azml.Named

def call(Object... given) {
    new Delegation(this).step('azmlRollback', new Named(this).of('azmlRollback', 'endpoint', given))
}
